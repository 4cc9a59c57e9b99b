import { chooseTopicCount, type TopicCountTrial } from './choose-topic-count.ts';
import { type Clustering, kMeans } from './k-means.ts';
import { type DenseMatrix, zeros } from './sparse-matrix.ts';

/** The clusters of a collection, the largest first, and how they were found. */
export interface PaperClusters extends Clustering {
  /** Runs of k-means of which the best was taken. */
  readonly restarts: number;
  /** What was tried; empty where the number of topics was given. */
  readonly trials: readonly TopicCountTrial[];
}

/**
 * Splits rows into `topics` clusters, or into as many as suit them. A number beyond that of the rows
 * is lowered to it. Throws RangeError where there is no row.
 */
export function clusterPapers(
  rows: DenseMatrix,
  topics: 'auto' | number,
  seed: number,
): PaperClusters {
  const restarts = (k: number) => affordableRestarts(rows, k);
  if (topics === 'auto') {
    const { clustering, trials } = chooseTopicCount(rows, restarts, seed);
    return { ...largestFirst(clustering), restarts: restarts(clustering.centroids.rows), trials };
  }
  const k = Math.min(topics, rows.rows);
  const clustering = kMeans(rows, k, { restarts: restarts(k), seed });
  return { ...largestFirst(clustering), restarts: restarts(k), trials: [] };
}

/** 20 restarts where they cost little, fewer where k-means is long: about 4 · 10⁸ multiply-adds. */
function affordableRestarts(rows: DenseMatrix, k: number): number {
  const iterations = 20;
  const oneRun = Math.min(rows.rows, 4000) * rows.cols * k * iterations;
  return Math.max(2, Math.min(20, Math.floor(4e8 / oneRun)));
}

/** Numbers the clusters by size, so that the first is the largest. */
function largestFirst({ assignments, centroids, inertia }: Clustering): Clustering {
  const sizes = new Array<number>(centroids.rows).fill(0);
  for (const cluster of assignments) sizes[cluster]! += 1;
  const order = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const numberOf = new Uint32Array(order.length);
  const sorted = zeros(centroids.rows, centroids.cols);
  order.forEach((cluster, number) => {
    numberOf[cluster] = number;
    const start = cluster * centroids.cols;
    sorted.values.set(
      centroids.values.subarray(start, start + centroids.cols),
      number * sorted.cols,
    );
  });
  return {
    assignments: assignments.map((cluster) => numberOf[cluster]!),
    centroids: sorted,
    inertia,
  };
}
