import { innerProduct } from './inner-products.ts';
import { copyRows } from './inverted-file.ts';
import { clusterMeans } from './k-means.ts';
import { assignToNearest } from './nearest-centroid.ts';
import { type DenseMatrix, normalizeRows, zeros } from './sparse-matrix.ts';

/** A partition of unit rows around unit centroids. */
export interface SphereClusters {
  /** Cluster of each row: that of greatest cosine. */
  readonly assignments: Uint32Array;
  /** Unit rows, the one of most rows first: clusters × columns. */
  readonly centroids: DenseMatrix;
}

const STEPS = 3;
/** A farthest row can take the last row of another cluster: then one more is added. */
const REFILLS = 10;

/**
 * A few steps of spherical k-means (Dhillon and Modha 2001) from given centroids, of which those of
 * zeros and those that end empty are dropped. Where fewer than `least` are left, the rows farthest from
 * all become centroids and it settles again. The clusters are numbered by size, the largest first.
 */
export function settleOnSphere(rows: DenseMatrix, start: DenseMatrix, least = 0): SphereClusters {
  let settled = settle(rows, withoutEmpty(start));
  for (let refill = 0; settled.centroids.rows < least && refill < REFILLS; refill++) {
    settled = settle(rows, withFarthest(rows, settled, least));
  }
  return settled;
}

function settle(rows: DenseMatrix, start: DenseMatrix): SphereClusters {
  const assignments = new Uint32Array(rows.rows);
  let centroids = start;
  for (let step = 1; ; step++) {
    assignToNearest(rows, centroids, assignments);
    if (step === STEPS) return largestFirst({ assignments, centroids });
    centroids = withoutEmpty(normalizeRows(clusterMeans(rows, assignments, centroids.rows)));
  }
}

function withoutEmpty(centroids: DenseMatrix): DenseMatrix {
  const all = Uint32Array.from({ length: centroids.rows }, (_, row) => row);
  return copyRows(
    centroids,
    all.filter((row) => !isEmpty(centroids, row)),
  );
}

/** The centroids, and up to `count` one by one the row that is farthest from all of them. */
function withFarthest(
  rows: DenseMatrix,
  { assignments, centroids }: SphereClusters,
  count: number,
): DenseMatrix {
  const nearest = Float64Array.from(assignments, (cluster, row) =>
    isEmpty(rows, row) ? Infinity : innerProduct(rows, row, centroids, cluster),
  );
  const filled = zeros(count, rows.cols);
  filled.values.set(centroids.values);
  for (let cluster = centroids.rows; cluster < count; cluster++) {
    const farthest = leastOf(nearest);
    filled.values.set(rowOf(rows, farthest), cluster * rows.cols);
    for (let row = 0; row < rows.rows; row++) {
      nearest[row] = Math.max(nearest[row]!, innerProduct(rows, row, rows, farthest));
    }
  }
  return filled;
}

function isEmpty(matrix: DenseMatrix, row: number): boolean {
  return rowOf(matrix, row).every((value) => value === 0);
}

function rowOf({ cols, values }: DenseMatrix, row: number): Float32Array {
  return values.subarray(row * cols, (row + 1) * cols);
}

function leastOf(values: Float64Array): number {
  return values.reduce((best, value, at) => (value < values[best]! ? at : best), 0);
}

/** Numbers the clusters by size, so that the first is the largest; those without rows are dropped. */
function largestFirst({ assignments, centroids }: SphereClusters): SphereClusters {
  const sizes = new Uint32Array(centroids.rows);
  for (const cluster of assignments) sizes[cluster]! += 1;
  const order = [...sizes.keys()]
    .filter((cluster) => sizes[cluster]! > 0)
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const numberOf = new Uint32Array(centroids.rows);
  order.forEach((cluster, number) => {
    numberOf[cluster] = number;
  });
  return {
    assignments: assignments.map((cluster) => numberOf[cluster]!),
    centroids: copyRows(centroids, Uint32Array.from(order)),
  };
}
