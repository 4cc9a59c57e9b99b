import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedMutualInformation } from '../../../src/core/topics/adjusted-mutual-information.ts';

const partition = fc.array(fc.nat(3), { minLength: 1, maxLength: 12 });

describe('adjustedMutualInformation(left, right)', () => {
  it('is by hand 4/7 where one cluster of two is split', () => {
    // I = ln 2, H(left) = ln 2, H(right) = 1.5 ln 2. Chance gives a pair {a, b} in the same cluster
    // of `left` with probability 1/3, and then I = ln 2, else (2/3) I = ½ ln 2: E(I) = ⅔ ln 2.
    // (1 - 2/3) / (1.25 - 2/3) = 4/7.
    expect(adjustedMutualInformation([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(4 / 7, 12);
  });

  it('is by hand -1/2 where two halves cross', () => {
    // I = 0. Of the three ways to halve four items one gives ln 2: E(I) = ⅓ ln 2, H = ln 2.
    expect(adjustedMutualInformation([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-1 / 2, 12);
  });

  it('is 1 for equal partitions, whatever their clusters are called', () => {
    fc.assert(
      fc.property(partition, (left) => {
        const renamed = left.map((cluster) => `cluster ${9 - cluster}`);
        const score = adjustedMutualInformation<number | string>(left, renamed);
        // Every item alone: chance finds nothing else, which scores 0.
        const allAlone = left.length > 1 && new Set(left).size === left.length;
        expect(score).toBeCloseTo(allAlone ? 0 : 1, 9);
      }),
    );
  });

  it('is symmetric', () => {
    const pair = fc.integer({ min: 1, max: 10 }).chain((length) => {
      const side = fc.array(fc.nat(3), { minLength: length, maxLength: length });
      return fc.tuple(side, side);
    });
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const there = adjustedMutualInformation(left, right);
        expect(there).toBeCloseTo(adjustedMutualInformation(right, left), 9);
      }),
    );
  });

  it('is about 0 for partitions that have nothing to do with each other', () => {
    const left = Array.from({ length: 1000 }, (_, item) => item % 10);
    const right = Array.from({ length: 1000 }, (_, item) => Math.floor(item / 100));
    expect(Math.abs(adjustedMutualInformation(left, right))).toBeLessThan(0.05);
  });

  it('refuses partitions of different lengths', () => {
    expect(() => adjustedMutualInformation([0], [0, 1])).toThrow(RangeError);
  });
});
