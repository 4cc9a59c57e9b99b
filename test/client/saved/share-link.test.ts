import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWholeKey, shareLink, sharedKeys } from '../../../src/client/saved/share-link.ts';
import { lookupKey } from '../../../src/paper/paper-lookup.ts';

const PAGE = 'https://example.org/saved/';

describe('shareLink(page, ids)', () => {
  it('holds a list that sharedKeys reads again', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,80}$/), { maxLength: 50 });
    fc.assert(
      fc.property(ids, (list) => {
        const { hash, search } = new URL(shareLink(PAGE, list));
        expect(search).toBe('');
        expect(sharedKeys(hash || '#list=')).toEqual(list.map(lookupKey));
      }),
    );
  });

  it('is short: a hundred papers fit into what messengers let through', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `${'a-long-title-'.repeat(5)}${index}`);
    expect(shareLink(PAGE, ids).length).toBeLessThan(1_000);
  });
});

describe('sharedKeys(fragment)', () => {
  it('finds no list in other fragments', () => {
    for (const fragment of ['', '#', '#content', '#lists=abcdefgh'])
      expect(sharedKeys(fragment)).toBeNull();
  });

  it('takes anything for a list without throwing, and tells a key that was cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const key of sharedKeys(`#list=${text}`)!) expect(key).toMatch(/^[\w-]{1,8}$/);
      }),
    );
    expect(sharedKeys('#list=abcdefghij')!.map(isWholeKey)).toEqual([true, false]);
  });
});
