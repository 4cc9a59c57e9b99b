import { describe, expect, it } from 'vitest';
import { readLabelledNote, readNote } from '../../../src/core/digest/author-note.ts';
import { parseText } from './seeds.ts';

describe('readNote(text)', () => {
  it.each([
    ['12 pages,\n  accepted at ICML', '12 pages, accepted at ICML'],
    ['Comments: 12 pages', '12 pages'],
    ['arXiv:2303.00763 [cs]', null],
    ['arXiv preprint arXiv:2303.00763', null],
    ['Extends arXiv:2303.00763', 'Extends arXiv:2303.00763'],
    ['10.1000/abc', null],
    ['https://example.org', null],
    ['Accessed: 2024-01-05', null],
    ['7', null],
    ['N/A', null],
    ['', null],
    [null, null],
  ])('of %j is %j', (text, note) => {
    expect(readNote(text)).toBe(note);
  });
});

describe('readLabelledNote(text)', () => {
  it('tells the comment of authors from a reader’s own note', () => {
    expect(readLabelledNote('<p>Comment: 12 pages</p>')).toBe('12 pages');
    expect(readLabelledNote('Read this again.')).toBeNull();
  });
});

describe('the note of a record', () => {
  it.each([
    ['@article{a, title = {A Title}, author = {Ada B}, note = {To appear at ICML, 12 pages}}'],
    [
      '@article{a, title = {A Title}, author = {Ada B}, annote = {Comment: To appear at ICML, 12 pages}}',
    ],
    [
      'TY  - JOUR\nTI  - A Title\nN1  - Read it again.\nN1  - Comment: To appear at ICML, 12 pages\nER  - \n',
    ],
    [
      '[{"title": "A Title", "type": "article", "author": [], "note": "Comment: To appear at ICML, 12 pages"}]',
    ],
    ['Title,Authors,Notes\nA Title,Ada B,"Comment: To appear at ICML, 12 pages"\n'],
    ['Title,Authors,Comments\nA Title,Ada B,"To appear at ICML, 12 pages"\n'],
    ['{"title": "A Title", "authors": ["Ada B"], "comment": "To appear at ICML, 12 pages"}\n'],
    [
      '| Title | Date | Comment |\n|---|---|---|\n| A Title | 2024 | To appear at ICML, 12 pages |\n',
    ],
  ])('is read from %j', (text) => {
    expect(parseText(text).records).toMatchObject([
      { title: 'A Title', note: 'To appear at ICML, 12 pages', summary: null },
    ]);
  });

  it('is no count of comments, and leaves a reader’s own words to the summary', () => {
    const [counted] = parseText('Title,Authors,Comments\nA Title,Ada B,12\n').records;
    expect(counted).toMatchObject({ note: null, comments: 12 });
    const [noted] = parseText('Title,Authors,Notes\nA Title,Ada B,Read it again.\n').records;
    expect(noted).toMatchObject({ note: null, summary: 'Read it again.' });
  });
});
