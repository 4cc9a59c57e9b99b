import { ClusterSums } from './cluster-sums.ts';
import { startingCentroids } from './k-means-plus-plus.ts';
import { assignToNearest } from './nearest-centroid.ts';
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

/** When Lloyd's iterations end at the latest; 100 of them where it is not given. */
export interface SettleOptions {
  readonly maxIterations?: number;
}

const MAX_ITERATIONS = 100;
/** Iterations end when no greater share of the rows changes its cluster. */
const SETTLED_SHARE = 0.001;

/**
 * k-means (Lloyd 1982, started by k-means++): of many seeded runs the one of least inertia. Clusters
 * that end empty are dropped, so fewer than k may come back. Throws RangeError unless k is whole and
 * 1 ≤ k ≤ rows, for rows without columns, and for no restart.
 */
export function kMeans(rows: DenseMatrix, k: number, options: KMeansOptions): Clustering {
  if (!Number.isInteger(k) || k < 1 || k > rows.rows) {
    throw new RangeError(`k from 1 to ${rows.rows}, got ${k}`);
  }
  if (rows.cols === 0) throw new RangeError('rows of at least one column, got none');
  if (!(options.restarts >= 1)) throw new RangeError(`at least 1 restart, got ${options.restarts}`);
  let best: Clustering | null = null;
  for (let restart = 0; restart < options.restarts; restart++) {
    const clustering = settle(rows, startingCentroids(rows, k, options.seed + restart));
    if (best === null || clustering.inertia < best.inertia) best = clustering;
  }
  return best!;
}

/**
 * Lloyd's iterations from given centroids (k × cols) until at most one row in a thousand changes its
 * cluster. Clusters that end empty are dropped, and the others numbered by their first rows. Throws
 * RangeError where there is no row, no centroid or no column, and for centroids of other columns.
 */
export function settle(
  rows: DenseMatrix,
  centroids: DenseMatrix,
  { maxIterations = MAX_ITERATIONS }: SettleOptions = {},
): Clustering {
  if (rows.rows === 0 || centroids.rows === 0)
    throw new RangeError(`rows and centroids, got ${rows.rows} and ${centroids.rows}`);
  const assignments = new Uint32Array(rows.rows).fill(centroids.rows);
  const before = assignments.slice();
  const sums = new ClusterSums(centroids.rows, rows.cols);
  let current = centroids;
  for (let iteration = 0; iteration < Math.max(1, maxIterations); iteration++) {
    const changed = assignToNearest(rows, current, assignments);
    if (changed === 0) break;
    sums.follow(rows, before, assignments);
    current = sums.means(current);
    if (changed <= SETTLED_SHARE * rows.rows) break;
  }
  const numbered = numberByFirstRow(assignments);
  const means = clusterMeans(rows, numbered.assignments, numbered.clusters);
  const inertia = inertiaOf(rows, numbered.assignments, means);
  return { assignments: numbered.assignments, centroids: means, inertia };
}

/** The mean row of each cluster: k × cols. A cluster without rows has zeros. */
export function clusterMeans(rows: DenseMatrix, assignments: Uint32Array, k: number): DenseMatrix {
  const { cols, values } = rows;
  const sums = new Float64Array(k * cols);
  const sizes = new Uint32Array(k);
  for (let row = 0; row < rows.rows; row++) {
    const cluster = assignments[row]!;
    sizes[cluster]! += 1;
    const [from, to] = [row * cols, cluster * cols];
    for (let col = 0; col < cols; col++) sums[to + col]! += values[from + col]!;
  }
  const means = zeros(k, cols);
  for (let at = 0; at < sums.length; at++) {
    means.values[at] = sums[at]! / Math.max(1, sizes[Math.floor(at / cols)]!);
  }
  return means;
}

/** Numbers the clusters that have rows in the order of their first ones. */
function numberByFirstRow(assignments: Uint32Array): {
  assignments: Uint32Array;
  clusters: number;
} {
  const numbering = new Map<number, number>();
  const numbered = assignments.map((cluster) => {
    const number = numbering.get(cluster) ?? numbering.size;
    numbering.set(cluster, number);
    return number;
  });
  return { assignments: numbered, clusters: numbering.size };
}

function inertiaOf(rows: DenseMatrix, assignments: Uint32Array, centroids: DenseMatrix): number {
  const { cols, values } = rows;
  let inertia = 0;
  for (let row = 0; row < rows.rows; row++) {
    const [from, to] = [row * cols, assignments[row]! * cols];
    for (let col = 0; col < cols; col++) {
      inertia += (values[from + col]! - centroids.values[to + col]!) ** 2;
    }
  }
  return inertia;
}
