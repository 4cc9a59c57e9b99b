import type { Clustering } from './k-means.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/**
 * The mean simplified silhouette of a clustering, -1 to 1: for each row (b - a) / max(a, b) with a
 * the distance to its own centroid and b that to the nearest other one (Vendramin, Campello,
 * Hruschka 2010). Linear in the rows, where the silhouette of Rousseeuw 1987 is quadratic. 0 for a
 * single cluster.
 */
export function simplifiedSilhouette(
  rows: DenseMatrix,
  clustering: Pick<Clustering, 'assignments' | 'centroids'>,
): number {
  const { assignments, centroids } = clustering;
  if (centroids.rows < 2 || rows.rows === 0) return 0;
  let sum = 0;
  assignments.forEach((cluster, row) => {
    let own = 0;
    let other = Infinity;
    for (let candidate = 0; candidate < centroids.rows; candidate++) {
      const distance = rowDistance(rows, row, centroids, candidate);
      if (candidate === cluster) own = distance;
      else other = Math.min(other, distance);
    }
    const larger = Math.max(own, other);
    sum += larger === 0 ? 0 : (other - own) / larger;
  });
  return sum / rows.rows;
}

function rowDistance(left: DenseMatrix, row: number, right: DenseMatrix, other: number): number {
  let square = 0;
  for (let col = 0; col < left.cols; col++) {
    const difference =
      left.values[row * left.cols + col]! - right.values[other * right.cols + col]!;
    square += difference * difference;
  }
  return Math.sqrt(square);
}
