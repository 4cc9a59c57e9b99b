import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseTopicCount,
  topicCountCandidates,
} from '../../../src/core/topics/choose-topic-count.ts';
import { zeros } from '../../../src/core/topics/sparse-matrix.ts';
import { dense } from './matrices.ts';

/** Rows on a small lattice around each centre: `each` rows a centre, in turn. */
function blobs(centres: readonly (readonly [number, number])[], each: number) {
  const rows = Array.from({ length: each }, (_, i) =>
    centres.map(([x, y]) => [x + (i % 4) / 10, y + Math.floor(i / 4) / 10]),
  );
  return dense(rows.flat());
}

describe('topicCountCandidates(papers)', () => {
  it('is one topic for fewer than 12 papers, and none for none', () => {
    expect(topicCountCandidates(0)).toEqual([]);
    for (const papers of [1, 2, 3, 11]) expect(topicCountCandidates(papers)).toEqual([1]);
  });

  it.each([
    // √n / 6 but at least 3, and 0.7 √n: √457 = 21.4, √8000 = 89.4, √100000 = 316.2.
    [12, 3, 3],
    [457, 4, 15],
    [8000, 15, 63],
    [100_000, 53, 221],
  ])('are for %i papers from %i to %i', (papers, fewest, most) => {
    const candidates = topicCountCandidates(papers);
    expect(candidates[0]).toBe(fewest);
    expect(candidates.at(-1)).toBe(most);
  });

  it('is ascending, of at most 10 whole numbers, and never more than the papers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (papers) => {
        const candidates = topicCountCandidates(papers);
        expect(candidates.length).toBeGreaterThan(0);
        expect(candidates.length).toBeLessThanOrEqual(10);
        expect(candidates).toEqual([...new Set(candidates)].sort((a, b) => a - b));
        expect(candidates.every((k) => Number.isInteger(k) && k >= 1 && k <= papers)).toBe(true);
      }),
    );
  });
});

describe('chooseTopicCount(rows, restarts, seed)', () => {
  const restarts = () => 4;

  it.each([
    [
      3,
      [
        [0, 0],
        [10, 0],
        [0, 10],
      ],
    ],
    [
      4,
      [
        [0, 0],
        [10, 0],
        [0, 10],
        [10, 10],
      ],
    ],
    [
      5,
      [
        [0, 0],
        [10, 0],
        [0, 10],
        [10, 10],
        [5, 25],
      ],
    ],
  ] as [number, [number, number][]][])('finds %i groups that stand apart', (k, centres) => {
    const rows = blobs(centres, 16);
    const { clustering } = chooseTopicCount(rows, restarts, 1);
    expect(clustering.centroids.rows).toBe(k);
    expect([...clustering.assignments]).toEqual(Array.from({ length: rows.rows }, (_, i) => i % k));
  });

  it('takes, of those within a tenth of the greatest score, the number that suits a reader', () => {
    // The third group is two close ones: four clusters score best, three nearly as well, and three is
    // nearer to √64 / 2.5 = 3.2.
    const rows = blobs(
      [
        [0, 0],
        [100, 0],
        [50, 100],
        [58, 100],
      ],
      16,
    );
    const { trials, clustering } = chooseTopicCount(rows, restarts, 1);
    const best = trials.reduce((a, b) => (b.score > a.score ? b : a));
    expect(best.k).toBe(4);
    expect(trials[0]!.score).toBeGreaterThanOrEqual(0.9 * best.score);
    expect(clustering.centroids.rows).toBe(3);
  });

  it('reports a trial for each candidate, its score the product of the two measures', () => {
    const rows = blobs(
      [
        [0, 0],
        [10, 0],
        [0, 10],
      ],
      20,
    );
    const { trials } = chooseTopicCount(rows, restarts, 1);
    expect(trials.map(({ k }) => k)).toEqual(topicCountCandidates(60));
    for (const { silhouette, agreement, score } of trials) {
      expect(score).toBe(silhouette * agreement);
      expect(Math.abs(silhouette)).toBeLessThanOrEqual(1);
      expect(agreement).toBeLessThanOrEqual(1);
    }
    expect(trials[0]!.agreement).toBe(1);
  });

  it('puts rows that are all alike into one cluster', () => {
    const { clustering } = chooseTopicCount(blobs([[1, 1]], 1), restarts, 1);
    expect([...clustering.assignments]).toEqual([0]);
    const same = dense(Array.from({ length: 30 }, () => [1, 0]));
    expect(chooseTopicCount(same, restarts, 1).clustering.centroids.rows).toBe(1);
  });

  it('gives the same choice for the same seed', () => {
    const rows = blobs(
      [
        [0, 0],
        [3, 0],
        [0, 3],
      ],
      12,
    );
    expect(chooseTopicCount(rows, restarts, 4)).toEqual(chooseTopicCount(rows, restarts, 4));
  });

  it('refuses a matrix without rows', () => {
    expect(() => chooseTopicCount(zeros(0, 2), restarts, 1)).toThrow(RangeError);
  });
});
