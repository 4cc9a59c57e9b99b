import { copyRows } from './inverted-file.ts';
import { kMeans } from './k-means.ts';
import { assignToNearest } from './nearest-centroid.ts';
import { RandomNumbers } from './random-numbers.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/** Many partitions of the same rows. */
export interface ClusterRuns {
  readonly rows: number;
  /** Cluster of each row, one array a run. */
  readonly runs: readonly Uint32Array[];
  /** Clusters of each run. */
  readonly clusterCounts: readonly number[];
}

/** How many runs, into how many clusters each, and the seed of all of them. */
export interface ClusterRunsOptions {
  readonly k: number;
  readonly runs: number;
  readonly seed: number;
}

/** The share of the rows on which a run finds its centroids: what depends on a few rows won't recur. */
const SUBSAMPLE = 0.5;

/**
 * Runs k-means many times, each from its own seed on a random half of the rows (on k of them, if that
 * is more), and assigns all rows to the nearest centroids of each run. Throws RangeError unless 1 ≤ k ≤ rows.
 */
export function clusterRuns(rows: DenseMatrix, { k, runs, seed }: ClusterRunsOptions): ClusterRuns {
  const random = new RandomNumbers(seed);
  const size = Math.max(Math.ceil(rows.rows * SUBSAMPLE), Math.min(k, rows.rows));
  const clusterCounts: number[] = [];
  const partitions = Array.from({ length: runs }, () => {
    const sample = copyRows(rows, chooseRows(rows.rows, size, random));
    const { centroids } = kMeans(sample, k, { restarts: 1, seed: random.getUint32() });
    const assignments = new Uint32Array(rows.rows);
    assignToNearest(rows, centroids, assignments);
    clusterCounts.push(centroids.rows);
    return assignments;
  });
  return { rows: rows.rows, runs: partitions, clusterCounts };
}

/** So many of the numbers below `total`, ascending (Fisher and Yates's shuffle, its first part). */
export function chooseRows(total: number, size: number, random: RandomNumbers): Uint32Array {
  const all = Uint32Array.from({ length: total }, (_, row) => row);
  for (let place = 0; place < size; place++) {
    const other = place + Math.floor(random.getFloat() * (total - place));
    [all[place], all[other]] = [all[other]!, all[place]!];
  }
  return all.slice(0, size).sort();
}
