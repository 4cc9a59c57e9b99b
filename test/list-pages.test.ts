import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPages } from '../src/list-pages.ts';

describe('listPages(items, perPage)', () => {
  it('has all items in their order, so many on each page but the last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (items, perPage) => {
        const pages = listPages(items, perPage);
        expect(pages.flatMap((page) => page.items)).toEqual(items);
        expect(pages.slice(0, -1).every((page) => page.items.length === perPage)).toBe(true);
        expect(pages.map(({ page }) => page)).toEqual(pages.map((_, index) => index + 1));
        expect(pages.every(({ pageCount }) => pageCount === pages.length)).toBe(true);
      }),
    );
  });

  it('is one page where there is nothing to list', () => {
    expect(listPages([], 50)).toEqual([{ page: 1, pageCount: 1, items: [] }]);
  });
});
