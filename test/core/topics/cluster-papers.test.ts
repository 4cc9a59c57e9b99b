import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clusterPapers,
  leastRecurrence,
  type PaperClusters,
  recurringCount,
} from '../../../src/core/topics/cluster-papers.ts';
import type { DenseMatrix } from '../../../src/core/topics/sparse-matrix.ts';
import { dense, rowsOf } from './matrices.ts';
import { noise, plantedRows } from './planted-rows.ts';

/** Every row in the topic of greatest cosine, unit centres, falling sizes, stabilities of 0 to 1. */
function expectClusters(rows: DenseMatrix, clusters: PaperClusters): void {
  const centres = rowsOf(clusters.centroids);
  for (const centre of centres) expect(Math.hypot(...centre)).toBeCloseTo(1, 5);
  rowsOf(rows).forEach((row, paper) => {
    const cosines = centres.map((centre) => row.reduce((sum, x, i) => sum + x * centre[i]!, 0));
    const own = cosines[clusters.assignments[paper]!]!;
    expect(own).toBeGreaterThanOrEqual(Math.max(...cosines) - 1e-6);
  });
  const sizes = centres.map((_, topic) => clusters.assignments.filter((of) => of === topic).length);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(Math.min(...sizes)).toBeGreaterThan(0);
  expect(clusters.stability).toHaveLength(centres.length);
  expect(clusters.stability.every((value) => value >= 0 && value <= 1 + 1e-9)).toBe(true);
}

const pairsOf = (assignments: Uint32Array, themes: number) =>
  new Set([...assignments].map((topic, row) => `${row % themes} ${topic}`));

describe('clusterPapers(rows, topics, seed)', () => {
  it.each([
    [8, 37, 'auto'],
    [5, 40, 5],
    [3, 10, 'auto'],
  ] as const)(
    'finds %i planted themes of %i papers (topics: %s), each sure',
    (themes, each, topics) => {
      const rows = plantedRows(themes, each, { spread: 0.5, seed: 1 });
      const clusters = clusterPapers(rows, topics, 1);
      expectClusters(rows, clusters);
      expect(clusters.centroids.rows).toBe(themes);
      expect(pairsOf(clusters.assignments, themes).size).toBe(themes);
      for (const value of clusters.stability) expect(value).toBeGreaterThanOrEqual(0.9);
    },
  );

  it.each([1, 2, 3])('finds few topics or one in noise (seed %i)', (seed) => {
    const rows = noise(300, 30, seed);
    const clusters = clusterPapers(rows, 'auto', seed);
    expectClusters(rows, clusters);
    expect(clusters.centroids.rows).toBeLessThanOrEqual(2);
  });

  it('gives the same bytes for the same seed', () => {
    const rows = noise(90, 8, 5);
    const { stabilityOf: first, ...once } = clusterPapers(rows, 4, 7);
    const { stabilityOf: second, ...again } = clusterPapers(rows, 4, 7);
    expect(again).toEqual(once);
    expect(second(once.assignments, 4)).toEqual(first(once.assignments, 4));
  });

  it('gives as many topics as are asked for, also where nothing suggests them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.nat(100), (topics, seed) => {
        const rows = noise(20, 6, seed);
        const clusters = clusterPapers(rows, topics, seed);
        expectClusters(rows, clusters);
        expect(clusters.centroids.rows).toBe(topics);
      }),
      { numRuns: 15 },
    );
  });

  it('lowers the number of topics to that of the rows that differ', () => {
    const rows = dense([
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
    const { centroids, assignments } = clusterPapers(rows, 4, 1);
    expect(centroids.rows).toBe(2);
    expect([assignments[0], assignments[1]]).toEqual([assignments[2], assignments[3]]);
    expect(assignments[0]).not.toBe(assignments[1]);
  });

  it('tells the stability of another partition in the same runs', () => {
    const rows = plantedRows(4, 20, { spread: 0.3, seed: 2 });
    const { assignments, stability, stabilityOf } = clusterPapers(rows, 4, 1);
    expect(stabilityOf(assignments, 4)).toEqual(stability);
    // Two themes as one share half with the better one in each run.
    const merged = assignments.map((topic) => Math.max(0, topic - 1));
    const [both, ...others] = stabilityOf(merged, 3);
    expect(both).toBeCloseTo(0.5, 1);
    expect(Math.min(...others)).toBeGreaterThan(0.9);
  });

  it('puts less than twelve papers into one topic, unless more are asked for', () => {
    const rows = plantedRows(2, 5, { spread: 0.2, seed: 1 });
    expect(clusterPapers(rows, 'auto', 1)).toMatchObject({ runs: 0, recurrences: [] });
    expect([...clusterPapers(rows, 'auto', 1).stability]).toEqual([1]);
    expect(pairsOf(clusterPapers(rows, 2, 1).assignments, 2).size).toBe(2);
  });

  it.each([0, -1, 2.5, NaN])('throws RangeError for %d topics', (topics) => {
    expect(() => clusterPapers(noise(5, 3, 1), topics, 1)).toThrow(RangeError);
  });

  it('throws RangeError without rows', () => {
    const none: DenseMatrix = { rows: 0, cols: 3, values: new Float32Array(0) };
    expect(() => clusterPapers(none, 'auto', 1)).toThrow(RangeError);
  });
});

describe('recurringCount(recurrences, least)', () => {
  it.each([
    ['all that come back in half of the runs', [0.9, 0.8, 0.5], 3],
    ['none from the first below a half on', [0.9, 0.6, 0.49, 0.3], 2],
    ['none where none comes back in half of the runs', [0.49, 0.3], 0],
    ['none of none', [], 0],
  ])('takes %s', (_, recurrences, count) => {
    expect(recurringCount(recurrences, 0.5)).toBe(count);
  });
});

describe('leastRecurrence(rows, k)', () => {
  it('is 0.455 of the way from chance to 1', () => {
    // 50 clusters of 160 of 8000 rows share 3.2 rows, the best of 50 by chance 3.2 + √(6.4 ln 50) = 8.20:
    // 8.20 / (320 - 8.20) = 0.02631. 0.02631 + 0.455 · 0.97369 = 0.46934.
    expect(leastRecurrence(8000, 50)).toBeCloseTo(0.46934, 4);
  });

  it('is a half at most, where a few clusters agree by chance', () => {
    for (const [rows, k] of [
      [12, 2],
      [12, 3],
      [460, 10],
    ] as const) {
      expect(leastRecurrence(rows, k)).toBe(0.5);
    }
  });

  it('nears 0.455 where clusters have little in common by chance', () => {
    expect(leastRecurrence(1e8, 1000)).toBeCloseTo(0.455, 2);
  });
});
