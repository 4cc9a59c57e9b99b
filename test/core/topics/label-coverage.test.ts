import { describe, expect, it } from 'vitest';
import { coverageOf, evennessOf, fitOf, unionOf } from '../../../src/core/topics/label-coverage.ts';

function mentions(members: number[], outside: number, apart = { inside: 0, outside: 0 }) {
  return { members: Float32Array.from(members), outside, apart };
}

describe('coverageOf(mentions)', () => {
  it('adds the papers that have the words apart', () => {
    const { inside, outside } = coverageOf(mentions([1, 0.5], 3, { inside: 0.5, outside: 4 }));
    expect([inside, outside]).toEqual([2, 7]);
  });

  it('counts words apart at most as much as the term', () => {
    const { inside, outside } = coverageOf(mentions([0.5, 0], 1, { inside: 2, outside: 4 }));
    expect([inside, outside]).toEqual([1, 2]);
  });
});

describe('unionOf(left, right)', () => {
  it('counts a paper that has both as the one that has more of them', () => {
    const left = coverageOf(mentions([1, 0.5, 0], 2, { inside: 0.25, outside: 0 }));
    const right = coverageOf(mentions([0.5, 0.5, 0.5], 1));
    expect(unionOf(left, right)).toEqual({ inside: 2.25, outside: 3 });
  });
});

describe('fitOf(coverage, papers)', () => {
  it('is 1 for all papers of the topic and no others, 0 for none', () => {
    expect(fitOf({ inside: 8, outside: 0 }, 8)).toBe(1);
    expect(fitOf({ inside: 0, outside: 5 }, 8)).toBe(0);
  });

  it('is the F measure with β² = ¾', () => {
    // Precision 2 / 4, recall 2 / 8: 1.75 · P · R / (0.75 · P + R).
    expect(fitOf({ inside: 2, outside: 2 }, 8)).toBeCloseTo(1.75 / 8 / (0.375 + 0.25), 12);
  });
});

describe('evennessOf(members, parts)', () => {
  it('is 1 for the same mean in each part, whatever their sizes, and 1 / count for one part alone', () => {
    const parts = { count: 2, partOf: Uint32Array.of(0, 0, 1) };
    expect(evennessOf(Float32Array.of(1, 0, 0.5), parts)).toBe(1);
    expect(evennessOf(Float32Array.of(0, 0, 1), parts)).toBe(0.5);
    expect(evennessOf(Float32Array.of(0, 0, 0), parts)).toBe(0);
  });
});
