import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Greatest } from '../../../src/core/topics/greatest.ts';

describe('Greatest', () => {
  it('keeps what sorting by value, then by key, has first, in its stretch alone', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 });
    const shuffled = values.chain((list) =>
      fc.shuffledSubarray([...list.entries()], { minLength: list.length }),
    );
    fc.assert(
      fc.property(shuffled, fc.nat(5), (entries, most) => {
        const keys = new Uint32Array(most + 2).fill(99);
        const greatest = new Greatest(keys, new Float64Array(most + 2), most);
        greatest.begin(1);
        for (const [key, value] of entries) greatest.offer(key, value);
        const sorted = entries.toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
        const expected = sorted.slice(0, most).map(([key]) => key);
        expect(greatest.count).toBe(expected.length);
        expect([...keys.subarray(1, 1 + greatest.count)]).toEqual(expected);
        expect([keys[0], keys.at(-1)]).toEqual([99, 99]);
      }),
    );
  });
});
