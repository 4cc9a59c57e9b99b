import { kmeans as libraryKMeans } from 'ml-kmeans';
import { describe, expect, it } from 'vitest';
import { kMeans } from '../../../src/core/topics/k-means.ts';
import { startingCentroids } from '../../../src/core/topics/k-means-plus-plus.ts';
import type { DenseMatrix } from '../../../src/core/topics/sparse-matrix.ts';
import { dense, rowsOf } from './matrices.ts';
import { noise, plantedRows } from './planted-rows.ts';

describe('startingCentroids(rows, k, seed)', () => {
  it('draws rows of the matrix, the same for the same seed', () => {
    const rows = noise(50, 4, 1);
    const all = rowsOf(rows).map(String);
    const drawn = startingCentroids(rows, 9, 3);
    expect(drawn).toMatchObject({ rows: 9, cols: 4 });
    for (const row of rowsOf(drawn)) expect(all).toContain(String(row));
    expect(startingCentroids(rows, 9, 3)).toEqual(drawn);
    expect(startingCentroids(rows, 9, 4)).not.toEqual(drawn);
  });

  it('draws no row twice as long as another differs from all that are drawn', () => {
    const rows = dense([[1], [1], [1], [5], [5], [9]]);
    for (let seed = 0; seed < 20; seed++) {
      const values = [...startingCentroids(rows, 3, seed).values];
      expect(values.toSorted((a, b) => a - b)).toEqual([1, 5, 9]);
      expect(startingCentroids(rows, 5, seed).rows).toBe(5);
    }
  });

  it('draws one row of each of some groups far apart', () => {
    const rows = plantedRows(6, 30, { spread: 0.02, seed: 4 });
    for (let seed = 0; seed < 10; seed++) {
      const themes = rowsOf(startingCentroids(rows, 6, seed)).map((row) =>
        row.indexOf(Math.max(...row)),
      );
      expect(new Set(themes).size).toBe(6);
    }
  });

  it.each([0, 4, NaN])('throws RangeError for %d of three rows', (k) => {
    expect(() => startingCentroids(dense([[1], [2], [3]]), k, 1)).toThrow(RangeError);
  });
});

/** The sum of squared distances of rows to the means of their clusters. */
function inertiaOf(rows: number[][], clusters: readonly number[], k: number): number {
  let inertia = 0;
  for (let cluster = 0; cluster < k; cluster++) {
    const members = rows.filter((_, row) => clusters[row] === cluster);
    const mean = rows[0]!.map(
      (_, i) => members.reduce((sum, row) => sum + row[i]!, 0) / members.length,
    );
    for (const row of members) row.forEach((value, i) => (inertia += (value - mean[i]!) ** 2));
  }
  return inertia;
}

describe('kMeans(rows, k, options) beside ml-kmeans', () => {
  it.each<[string, DenseMatrix, number]>([
    ['planted themes', plantedRows(8, 40, { spread: 0.8, seed: 1 }), 8],
    ['twice as many clusters as themes', plantedRows(8, 40, { spread: 0.8, seed: 2 }), 16],
    ['noise', noise(300, 10, 3), 10],
    ['noise in many dimensions', noise(200, 40, 4), 12],
  ])('ends with no more than 1.02 times its inertia in %s', (_, rows, k) => {
    const data = rowsOf(rows);
    let ours = 0;
    let theirs = 0;
    for (let seed = 1; seed <= 10; seed++) {
      ours += kMeans(rows, k, { restarts: 1, seed }).inertia;
      const { clusters } = libraryKMeans(data, k, { seed, maxIterations: 100 });
      theirs += inertiaOf(data, clusters, k);
    }
    expect(ours).toBeLessThanOrEqual(1.02 * theirs);
  });
});
