import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportSaved } from '../../../src/client/saved/export-saved.ts';
import { readImport } from '../../../src/client/saved/read-import.ts';
import { readDetails } from '../../../src/client/saved/saved-paper.ts';
import { anySavedPaper, savedPaper } from './saved-papers.ts';

const SITE = 'https://example.org';
const exported = (papers: Parameters<typeof exportSaved>[0], format: string) =>
  exportSaved(papers, format, SITE).text;

describe('readImport(text)', () => {
  it('reads an export in JSON back to the same papers', () => {
    fc.assert(
      fc.property(fc.array(anySavedPaper, { maxLength: 5 }), (papers) => {
        expect(readImport(exported(papers, 'json'))).toEqual({ papers, references: [] });
      }),
    );
  });

  it.each(['bibtex', 'ris', 'csl'])('knows the papers of an export as %s again', (format) => {
    const papers = [
      savedPaper({
        id: 'of-arxiv',
        title: 'Of {arXiv} & “more”',
        details: readDetails({ arxivId: '2401.12345v2' }),
      }),
      savedPaper({
        id: 'of-a-doi',
        details: readDetails({ doi: '10.1000/AB(c)_1', venue: 'A Journal' }),
      }),
      savedPaper({
        id: 'of-an-address',
        details: readDetails({ url: 'https://example.com/p?id=7' }),
      }),
      savedPaper({ id: 'of-nothing' }),
    ];
    const names = readImport(exported(papers, format))!.references.map((one) => one.names);
    expect(names).toHaveLength(4);
    expect(names[0]).toContain('arxiv:2401.12345');
    expect(names[1]).toContain('doi:10.1000/ab(c)_1');
    expect(names[2]).toContain('https://example.com/p?id=7');
    expect(names[3]?.[0]).toBe('of-nothing');
  });

  it.each(['bibtex', 'ris', 'csl'])('finds as many references in %s as were written', (format) => {
    fc.assert(
      fc.property(fc.array(anySavedPaper, { minLength: 1, maxLength: 5 }), (papers) => {
        expect(readImport(exported(papers, format))?.references).toHaveLength(papers.length);
      }),
    );
  });

  it('calls a reference by its title', () => {
    const texts = [
      '@misc{x,\n  title = {On {BERT} and more},\n  year = 2020\n}\n',
      'TY  - JOUR\r\nTI  - On BERT and more\r\nER  - \r\n',
      '[{"title":"On BERT and more","id":"x"}]',
    ];
    for (const text of texts)
      expect(readImport(text)!.references.map(({ title }) => title)).toEqual(['On BERT and more']);
  });

  it.each([
    '',
    'Hello',
    '{}',
    '{"papers":[]}',
    '{"format":"sheaf-saved-papers"}',
    'null',
    '[',
    '7',
  ])('refuses %j', (text) => {
    expect(readImport(text)).toBeNull();
  });

  it('never throws', () => {
    const start = fc.constantFrom(
      '',
      '[',
      '{',
      '@misc{',
      'TY  - ',
      '[{"title":',
      '@a{b, doi = {10.1234/%',
    );
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary' }), fc.json(), (before, text, json) => {
        readImport(before + text);
        readImport(json);
        readImport(`{"format":"sheaf-saved-papers","papers":[${json}]}`);
      }),
    );
  });
});
