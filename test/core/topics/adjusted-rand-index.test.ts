import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from '../../../src/core/topics/adjusted-rand-index.ts';

const partitions = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 20 });

describe('adjustedRandIndex(left, right)', () => {
  it.each([
    // One pair is together in both, 2 and 1 in either of 6: (1 - 2/6) / (3/2 - 2/6) = 4/7.
    [[0, 0, 1, 1], [0, 0, 1, 2], 4 / 7],
    // Two pairs in both, 6 and 3 in either of 15: (2 - 18/15) / (9/2 - 18/15) = 8/33.
    [[0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2], 8 / 33],
    // No pair in both, 2 and 2 in either of 6: (0 - 4/6) / (2 - 4/6) = -1/2.
    [[0, 0, 1, 1], [0, 1, 0, 1], -1 / 2],
    // One group against four: (0 - 0) / (3 - 0) = 0.
    [[0, 0, 0, 0], [0, 1, 2, 3], 0],
  ])('of %j and %j is as computed by hand', (left, right, expected) => {
    expect(adjustedRandIndex(left, right)).toBeCloseTo(expected, 14);
  });

  it('is 1 for equal partitions, whatever the groups are called', () => {
    fc.assert(
      fc.property(partitions, (pairs) => {
        const left = pairs.map(([group]) => group);
        const renamed = left.map((group) => 100 - group * 7);
        expect(adjustedRandIndex(left, renamed)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is symmetric and at most 1', () => {
    fc.assert(
      fc.property(partitions, (pairs) => {
        const left = Uint32Array.from(pairs, ([group]) => group);
        const right = Uint32Array.from(pairs, ([, group]) => group);
        const index = adjustedRandIndex(left, right);
        expect(index).toBeLessThanOrEqual(1 + 1e-12);
        expect(adjustedRandIndex(right, left)).toBeCloseTo(index, 12);
      }),
    );
  });

  it('is 1 where there is but one partition: no item, one item, all alone, all together', () => {
    expect(adjustedRandIndex([], [])).toBe(1);
    expect(adjustedRandIndex([4], [2])).toBe(1);
    expect(adjustedRandIndex([0, 1, 2], [2, 0, 1])).toBe(1);
    expect(adjustedRandIndex([0, 0, 0], [5, 5, 5])).toBe(1);
  });

  it('throws RangeError for different lengths', () => {
    expect(() => adjustedRandIndex([0, 1], [0])).toThrow(RangeError);
  });
});
