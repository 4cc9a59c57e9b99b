import { kmeans } from 'ml-kmeans';
import { type DenseMatrix, zeros } from './sparse-matrix.ts';

/** A partition of the rows of a matrix around centroids. */
export interface Clustering {
  /** Cluster of each row; every cluster has at least one row. */
  readonly assignments: Uint32Array;
  /** Mean of the rows of each cluster: k × cols. */
  readonly centroids: DenseMatrix;
  /** Sum of squared distances of the rows to their centroids. */
  readonly inertia: number;
}

/** How k-means searches: the best of `restarts` runs, seeded `seed`, `seed` + 1 and so on. */
export interface KMeansOptions {
  readonly restarts: number;
  readonly seed: number;
}

/** ml-kmeans is dense and slow: beyond so many rows it fits a sample and the rest is assigned. */
const SAMPLE_ROWS = 4000;
const MAX_ITERATIONS = 100;

/**
 * k-means (Lloyd 1982, started by k-means++ of Arthur and Vassilvitskii 2007): of many seeded runs
 * the one of least inertia. Clusters that end empty are dropped, so fewer than k may come back.
 * Throws RangeError unless k is whole and 1 ≤ k ≤ rows, for rows without columns, and for no restart.
 */
export function kMeans(rows: DenseMatrix, k: number, options: KMeansOptions): Clustering {
  if (!Number.isInteger(k) || k < 1 || k > rows.rows) {
    throw new RangeError(`k from 1 to ${rows.rows}, got ${k}`);
  }
  if (rows.cols === 0) throw new RangeError('rows of at least one column, got none');
  if (!(options.restarts >= 1)) throw new RangeError(`at least 1 restart, got ${options.restarts}`);
  const data = sampleRows(rows, Math.max(SAMPLE_ROWS, k));
  let best: Clustering | null = null;
  for (let restart = 0; restart < options.restarts; restart++) {
    const { centroids } = kmeans(data, k, {
      seed: options.seed + restart,
      maxIterations: MAX_ITERATIONS,
    });
    const clustering = settle(rows, centroids);
    if (best === null || clustering.inertia < best.inertia) best = clustering;
  }
  return best!;
}

/** Every row, or every nth where there are more than `most`. */
function sampleRows(matrix: DenseMatrix, most: number): number[][] {
  const step = Math.max(1, matrix.rows / most);
  const sample: number[][] = [];
  for (let at = 0; at < matrix.rows; at += step) {
    const row = Math.floor(at);
    sample.push([...matrix.values.subarray(row * matrix.cols, (row + 1) * matrix.cols)]);
  }
  return sample;
}

/** Assigns all rows to the nearest of the centroids, and takes the means of what each then holds. */
function settle(rows: DenseMatrix, centroids: readonly (readonly number[])[]): Clustering {
  const nearest = assignToNearest(rows, centroids);
  const numbering = new Map<number, number>();
  const assignments = nearest.map((cluster) => {
    if (!numbering.has(cluster)) numbering.set(cluster, numbering.size);
    return numbering.get(cluster)!;
  });
  const means = clusterMeans(rows, assignments, numbering.size);
  return { assignments, centroids: means, inertia: inertiaOf(rows, assignments, means) };
}

function assignToNearest(
  { rows, cols, values }: DenseMatrix,
  centroids: readonly (readonly number[])[],
): Uint32Array {
  const flat = Float64Array.from(centroids.flat());
  const nearest = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    let least = Infinity;
    for (let cluster = 0; cluster < centroids.length; cluster++) {
      let distance = 0;
      for (let col = 0; col < cols; col++) {
        const difference = values[row * cols + col]! - flat[cluster * cols + col]!;
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        nearest[row] = cluster;
      }
    }
  }
  return nearest;
}

/** The mean row of each cluster: k × cols. A cluster without rows has zeros. */
export function clusterMeans(rows: DenseMatrix, assignments: Uint32Array, k: number): DenseMatrix {
  const means = zeros(k, rows.cols);
  const sizes = new Uint32Array(k);
  assignments.forEach((cluster, row) => {
    sizes[cluster]! += 1;
    for (let col = 0; col < rows.cols; col++) {
      means.values[cluster * rows.cols + col]! += rows.values[row * rows.cols + col]!;
    }
  });
  sizes.forEach((size, cluster) => {
    if (size === 0) return;
    for (let col = 0; col < rows.cols; col++) means.values[cluster * rows.cols + col]! /= size;
  });
  return means;
}

function inertiaOf(rows: DenseMatrix, assignments: Uint32Array, centroids: DenseMatrix): number {
  let inertia = 0;
  assignments.forEach((cluster, row) => {
    for (let col = 0; col < rows.cols; col++) {
      const difference =
        rows.values[row * rows.cols + col]! - centroids.values[cluster * rows.cols + col]!;
      inertia += difference * difference;
    }
  });
  return inertia;
}
