import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allLists, type ListBounds, listAuthors } from '../../src/people/author-lists.ts';
import { type Author, groupAuthors } from '../../src/people/group-authors.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const BOUNDS: ListBounds = { most: 5, least: 3 };

function authorsOf(names: readonly string[]): Author[] {
  return [...groupAuthors([{ ...UNKNOWN, authors: [...names] }]).values()];
}

/** Names as they crowd: few family names, many given ones. */
const crowd = fc.array(
  fc
    .tuple(
      fc.constantFrom('Zhang', 'Zhao', 'Zhou', 'Li', 'Lima', 'van der Berg', '王', ''),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 1, maxLength: 6 }),
    )
    .map(([family, given]) => `${given.trim() || 'Z'} ${family}`.trim()),
  { minLength: 1, maxLength: 150 },
);

describe('listAuthors(authors, bounds)', () => {
  it('has one page an initial while all fit', () => {
    const lists = listAuthors(authorsOf(['Ann Zhou', 'Bo Li', 'Cy Zhang', '王伟']), BOUNDS);
    const shown = lists.map(({ prefix, authors }) => [prefix, authors.map(({ name }) => name)]);
    expect(shown).toEqual([
      ['0', ['王伟']],
      ['l', ['Bo Li']],
      ['z', ['Cy Zhang', 'Ann Zhou']],
    ]);
  });

  it('moves those who are many to pages of one letter more, where they are too many for one', () => {
    const names = ['Al Zhou', 'Bo Zhou', 'Cy Zhou', 'Di Zen', 'Ed Zen', 'Flo Za'];
    const [z] = listAuthors(authorsOf(names), BOUNDS);
    expect(z).toMatchObject({ prefix: 'z', size: 6 });
    expect(z!.authors.map(({ name }) => name)).toEqual(['Flo Za', 'Di Zen', 'Ed Zen']);
    expect(z!.parts.map(({ prefix, size }) => [prefix, size])).toEqual([['zh', 3]]);
  });

  it('lists each author once, on a page whose address begins the key, and never many who could part', () => {
    fc.assert(
      fc.property(crowd, (names) => {
        const authors = authorsOf(names);
        const lists = allLists(listAuthors(authors, BOUNDS));
        const listed = lists.flatMap((list) => list.authors.map(({ slug }) => slug));
        expect(listed.toSorted()).toEqual(authors.map(({ slug }) => slug).toSorted());
        for (const { prefix, authors: own } of lists) {
          expect(own.every(({ key }) => key.startsWith(prefix))).toBe(true);
          const byNext = Map.groupBy(own, ({ key }) => key.slice(prefix.length).slice(0, 2));
          const crowds = [...byNext].filter(([next, { length }]) => next !== '' && length > 3);
          if (own.length > 5) expect(crowds).toEqual([]);
        }
        expect(new Set(lists.map(({ prefix }) => prefix)).size).toBe(lists.length);
      }),
    );
  });

  it('keeps every address of before when others come, and finds who has moved on below it', () => {
    fc.assert(
      fc.property(crowd, crowd, (before, more) => {
        const old = allLists(listAuthors(authorsOf(before), BOUNDS));
        const now = allLists(listAuthors(authorsOf([...before, ...more]), BOUNDS));
        for (const { prefix, authors } of old) {
          const same = now.find((list) => list.prefix === prefix);
          const below = new Set(
            allLists(same ? [same] : []).flatMap((list) => list.authors.map(({ slug }) => slug)),
          );
          expect(authors.every(({ slug }) => below.has(slug))).toBe(true);
        }
      }),
    );
  });
});
