import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorLine, excerptOf, hitWords, type Piece } from '../../../src/client/search/excerpt.ts';
import { PART_MARK } from '../../../src/search/search-data.ts';

const textOf = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');
const hitsOf = (pieces: Piece[]) => pieces.filter(({ isHit }) => isHit).map(({ text }) => text);
const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');

const CONTENT = `A Title. ⁂ Ada Lovelace. ⁂ ${numbered('word', 100)}. ⁂ ell_1 ell_2.`;
const ABSTRACT = CONTENT.split(' ').indexOf('word0');

describe('excerptOf(content, hits)', () => {
  it('is the start of the abstract where the hits are in the title, the authors or the formulas', () => {
    const lastWord = CONTENT.split(' ').length - 1;
    for (const hits of [[], [0, 1], [4], [lastWord]]) {
      const pieces = excerptOf(CONTENT, hits);
      expect(textOf(pieces)).toBe(`${numbered('word', 32)} …`);
      expect(hitsOf(pieces)).toEqual([]);
    }
  });

  it('shows the passage with the most different hits, cut with ellipses', () => {
    const pieces = excerptOf(CONTENT, [ABSTRACT, ABSTRACT + 50, ABSTRACT + 55]);
    expect(textOf(pieces)).toMatch(/^… word46 .* word77 …$/);
    expect(hitsOf(pieces)).toEqual(['word50', 'word55']);
  });

  it('has no ellipsis where nothing is cut, and no punctuation in a mark', () => {
    const pieces = excerptOf(CONTENT, [ABSTRACT + 99]);
    expect(textOf(pieces)).toMatch(/^… word68 .* word99\.$/);
    expect(hitsOf(pieces)).toEqual(['word99']);
    expect(textOf(excerptOf('A Title. ⁂ ⁂ Short and sweet.', [4]))).toBe('Short and sweet.');
  });

  it('is empty for a paper without an abstract', () => {
    expect(excerptOf('A Title. ⁂ ⁂.', [0])).toEqual([]);
    expect(excerptOf('A Title. ⁂ ⁂ ⁂ ell_1.', [4])).toEqual([]);
  });

  it('never shows a mark between parts, and marks no more than the hits', () => {
    const words = fc.array(fc.constantFrom('a', 'b.', '(c)', PART_MARK, '...'));
    fc.assert(
      fc.property(words, fc.array(fc.nat(60)), (tail, hits) => {
        const content = ['Title.', PART_MARK, PART_MARK, ...tail].join(' ');
        const pieces = excerptOf(content, hits);
        expect(hitsOf(pieces).length).toBeLessThanOrEqual(new Set(hits).size);
        expect(textOf(pieces)).not.toContain(PART_MARK);
      }),
    );
  });
});

describe('authorLine(content, hits)', () => {
  const authors = ['Ada Lovelace', 'Alan Turing', 'Grace Hopper', 'Emmy Noether', 'Alan Kay'];
  const content = `A Title. ⁂ ${authors.join(' · ')}. ⁂ On Alan. ⁂`;

  it('names three authors, and tells how many more there are', () => {
    const pieces = authorLine(content, []);
    expect(textOf(pieces)).toBe('Ada Lovelace, Alan Turing, Grace Hopper and 2 more');
    expect(hitsOf(pieces)).toEqual([]);
    expect(textOf(authorLine('A Title. ⁂ Ada Lovelace. ⁂ Text. ⁂', []))).toBe('Ada Lovelace');
    expect(authorLine('A Title. ⁂ ⁂ Text. ⁂', [])).toEqual([]);
  });

  it('names those that were found too, and marks them', () => {
    const words = content.split(' ');
    const pieces = authorLine(content, [words.lastIndexOf('Kay.') - 1, words.lastIndexOf('Kay.')]);
    expect(textOf(pieces)).toBe('Ada Lovelace, Alan Turing, Grace Hopper, Alan Kay and 1 more');
    expect(hitsOf(pieces)).toEqual(['Alan', 'Kay']);
  });

  it('marks of many who share a name those of whom most was asked for', () => {
    const words = content.split(' ');
    const alans = words.flatMap((word, index) => (word === 'Alan' ? [index] : []));
    expect(hitsOf(authorLine(content, [...alans, words.indexOf('Turing')]))).toEqual([
      'Alan',
      'Turing',
    ]);
  });
});

describe('hitWords(content, hits)', () => {
  it('has each word that was found once', () => {
    expect(hitWords('a b a c', [0, 2, 3, 9])).toBe('a c ');
  });
});
