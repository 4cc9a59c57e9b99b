import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clustering, clusterMeans, kMeans, settle } from '../../../src/core/topics/k-means.ts';
import type { DenseMatrix } from '../../../src/core/topics/sparse-matrix.ts';
import { dense, rowsOf } from './matrices.ts';

const points = (...values: number[]): DenseMatrix => dense(values.map((value) => [value]));

/** The rows of each cluster. */
function membersOf({ assignments, centroids }: Clustering): number[][] {
  return Array.from({ length: centroids.rows }, (_, cluster) =>
    [...assignments.keys()].filter((row) => assignments[row] === cluster),
  );
}

const someRows = fc.array(
  fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })),
  { minLength: 1, maxLength: 15 },
);

describe('kMeans(rows, k, options)', () => {
  it('finds groups that stand apart, their means and their inertia', () => {
    // Groups {0, 2} and {10, 12} around 1 and 11: four squared distances of 1.
    const clustering = kMeans(points(0, 10, 2, 12), 2, { restarts: 3, seed: 1 });
    expect(membersOf(clustering)).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect([...clustering.centroids.values]).toEqual([1, 11]);
    expect(clustering.inertia).toBe(4);
  });

  it('takes the mean of all rows for one cluster', () => {
    // Mean 4, squared distances 16 + 4 + 36.
    const clustering = kMeans(points(0, 2, 10), 1, { restarts: 1, seed: 1 });
    expect([...clustering.centroids.values]).toEqual([4]);
    expect(clustering.inertia).toBe(56);
  });

  it('gives each of k different rows its own cluster', () => {
    const clustering = kMeans(points(5, 1, 3, 9), 4, { restarts: 2, seed: 1 });
    expect(new Set(clustering.assignments).size).toBe(4);
    expect(clustering.inertia).toBe(0);
  });

  it('drops clusters that end empty', () => {
    const clustering = kMeans(points(7, 7, 7), 2, { restarts: 2, seed: 1 });
    expect(clustering).toEqual({
      assignments: Uint32Array.of(0, 0, 0),
      centroids: points(7),
      inertia: 0,
    });
  });

  it('gives every cluster a row, its mean as centroid, and the sum of squares as inertia', () => {
    fc.assert(
      fc.property(someRows, fc.nat(14), fc.nat(1000), (data, more, seed) => {
        const k = 1 + (more % data.length);
        const rows = dense(data);
        const clustering = kMeans(rows, k, { restarts: 1, seed });
        const members = membersOf(clustering);
        expect(members.length).toBeLessThanOrEqual(k);
        expect(members.flat()).toHaveLength(data.length);
        let inertia = 0;
        members.forEach((cluster, index) => {
          expect(cluster.length).toBeGreaterThan(0);
          const centroid = rowsOf(clustering.centroids)[index]!;
          centroid.forEach((value, col) => {
            const values = cluster.map((row) => data[row]![col]!);
            expect(value).toBeCloseTo(values.reduce((a, b) => a + b) / cluster.length, 5);
            for (const other of values) inertia += (other - value) ** 2;
          });
        });
        expect(clustering.inertia).toBeCloseTo(inertia, 3);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same clustering for the same seed', () => {
    const rows = dense(Array.from({ length: 40 }, (_, i) => [(i * 37) % 41, (i * 53) % 43]));
    const options = { restarts: 2, seed: 9 };
    expect(kMeans(rows, 5, options)).toEqual(kMeans(rows, 5, options));
  });

  it('never has a greater inertia after more restarts', () => {
    const rows = dense(Array.from({ length: 40 }, (_, i) => [(i * 37) % 41, (i * 53) % 43]));
    let last = Infinity;
    for (const restarts of [1, 2, 4, 8]) {
      const { inertia } = kMeans(rows, 6, { restarts, seed: 3 });
      expect(inertia).toBeLessThanOrEqual(last);
      last = inertia;
    }
  });

  it('assigns and averages all rows where it searches a sample of them', () => {
    // Even rows are 0, 2, 4, 6, 8 (mean 4), odd ones 101, 103, … 109 (mean 105): the squared
    // distances of either average (16 + 4 + 0 + 4 + 16) / 5 = 8 over 9,000 rows.
    const values = Array.from({ length: 9000 }, (_, row) => (row % 2) * 100 + (row % 10));
    const { assignments, centroids, inertia } = kMeans(points(...values), 2, {
      restarts: 1,
      seed: 1,
    });
    expect(assignments.every((cluster, row) => cluster === row % 2)).toBe(true);
    expect([...centroids.values]).toEqual([4, 105]);
    expect(inertia).toBe(72_000);
  });

  it.each([0, -1, 4, NaN])('throws RangeError for k = %d of three rows', (k) => {
    expect(() => kMeans(points(1, 2, 3), k, { restarts: 1, seed: 1 })).toThrow(RangeError);
  });
});

describe('settle(rows, centroids, options)', () => {
  it('moves centroids to the means of the rows that are nearest to them', () => {
    // From 1 and 6: {0, 2} and {10, 12}; the means 1 and 11 hold the same rows.
    const clustering = settle(points(0, 10, 2, 12), points(1, 6));
    expect([...clustering.assignments]).toEqual([0, 1, 0, 1]);
    expect([...clustering.centroids.values]).toEqual([1, 11]);
    expect(clustering.inertia).toBe(4);
  });

  it('drops clusters that end empty, and numbers the others by their first rows', () => {
    const clustering = settle(points(9, 1, 3), points(100, 2, 9));
    expect([...clustering.assignments]).toEqual([0, 1, 1]);
    expect([...clustering.centroids.values]).toEqual([9, 2]);
  });

  it('keeps what has settled', () => {
    const rows = dense(Array.from({ length: 60 }, (_, i) => [(i * 37) % 61, (i * 53) % 59]));
    const once = kMeans(rows, 5, { restarts: 1, seed: 2 });
    expect(settle(rows, once.centroids)).toEqual(once);
  });

  it('never raises the inertia from one iteration to the next', () => {
    fc.assert(
      fc.property(someRows, fc.nat(14), (data, more) => {
        const rows = dense(data);
        const start = dense(data.slice(0, 1 + (more % data.length)));
        let last = Infinity;
        for (let maxIterations = 1; maxIterations < 8; maxIterations++) {
          const { inertia } = settle(rows, start, { maxIterations });
          expect(inertia).toBeLessThanOrEqual(last * (1 + 1e-6) + 1e-6);
          last = inertia;
        }
      }),
    );
  });

  it('throws RangeError without rows or centroids, and for centroids of other columns', () => {
    const none: DenseMatrix = { rows: 0, cols: 1, values: new Float32Array(0) };
    expect(() => settle(none, points(1))).toThrow(RangeError);
    expect(() => settle(points(1), none)).toThrow(RangeError);
    expect(() => settle(points(1), dense([[1, 2]]))).toThrow(RangeError);
  });
});

describe('clusterMeans(rows, assignments, k)', () => {
  it('averages the rows of each cluster, and leaves zeros for one without rows', () => {
    const rows = dense([
      [1, 10],
      [3, 20],
      [5, 60],
    ]);
    expect(rowsOf(clusterMeans(rows, Uint32Array.of(2, 2, 0), 3))).toEqual([
      [5, 60],
      [0, 0],
      [2, 15],
    ]);
  });
});

describe('kMeans(rows, k, options) with unusable arguments', () => {
  it('throws RangeError for a broken k, no restart and rows without columns', () => {
    expect(() => kMeans(points(1, 2, 3), 2.5, { restarts: 1, seed: 1 })).toThrow(RangeError);
    expect(() => kMeans(points(1, 2, 3), 2, { restarts: 0, seed: 1 })).toThrow(RangeError);
    const empty: DenseMatrix = { rows: 2, cols: 0, values: new Float32Array(0) };
    expect(() => kMeans(empty, 1, { restarts: 1, seed: 1 })).toThrow(RangeError);
  });
});
