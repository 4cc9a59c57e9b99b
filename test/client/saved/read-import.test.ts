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

  it.each(['bibtex', 'ris', 'csl'])('reads notes back from %s, line by line', (format) => {
    const piece = fc.constantFrom(
      'One',
      ' two ',
      '\n',
      '\n\n',
      '{',
      '}},\n',
      '\\textbraceleft{}',
      '100 % & $x_1^2$ ~#',
      '\nER  - \nTY  - JOUR\nN1  - ',
      '\n@misc{x, annote = {y}}',
      '\n  - a list',
      '日本',
    );
    const note = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('').trim());
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 3 }), (notes) => {
        const papers = notes.map((one, index) => savedPaper({ id: `p${index}`, note: one }));
        const { references } = readImport(exported(papers, format))!;
        expect(references.map((one) => one.note)).toEqual(notes);
        expect(references.map(({ names }) => names[0])).toEqual(papers.map(({ id }) => id));
      }),
    );
  });

  it('takes no paper that a note names for the one that it is on', () => {
    const note = `See ${SITE}/papers/another/, arXiv:2401.00001 and doi.org/10.1000/other.`;
    const details = readDetails({ arxivId: '2401.12345' });
    for (const format of ['bibtex', 'ris', 'csl']) {
      const text = exported([savedPaper({ note, details })], format);
      const [reference] = readImport(text)!.references;
      expect(reference!.note).toBe(note);
      expect(reference!.names.join(' ')).not.toMatch(/another|2401\.00001|other/);
    }
  });

  it('reads notes that other programs wrote', () => {
    const texts = [
      '@misc{x,\n  title = {A},\n  annote = {Good\n{\\em indeed}}\n}\n',
      'TY  - JOUR\r\nTI  - A\r\nN1  - Good\r\n{\\em indeed}\r\nUR  - https://a.example\r\nER  - \r\n',
      JSON.stringify([{ title: 'A', note: 'Good\n{\\em indeed}' }]),
    ];
    for (const text of texts)
      expect(readImport(text)!.references.map(({ note }) => note)).toEqual(['Good\n{\\em indeed}']);
  });

  it('looks into the note for what the rest does not tell', () => {
    const text = JSON.stringify([{ title: 'A', note: 'arXiv:2401.12345 [cs]' }]);
    expect(readImport(text)!.references[0]!.names).toEqual(['arxiv:2401.12345']);
  });

  it('names, in exports, of a crowd the first authors and “others”', () => {
    const authors = Array.from({ length: 75 }, (_, index) => `Ada Nr${index}`);
    const text = exported([savedPaper({ details: readDetails({ authors }) })], 'bibtex');
    expect(text).toContain('Nr49, Ada and others}');
    expect(text).not.toContain('Nr50');
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
