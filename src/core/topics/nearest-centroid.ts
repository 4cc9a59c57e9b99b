import { eachProductRows } from './matrix-products.ts';
import { type DenseMatrix, transposed } from './sparse-matrix.ts';

/**
 * Gives each row the nearest centroid, of equal ones the first, and returns how many rows changed:
 * |x - c|² is least where x · c - |c|² / 2 is greatest. Throws RangeError for centroids of other columns.
 */
export function assignToNearest(
  rows: DenseMatrix,
  centroids: DenseMatrix,
  assignments: Uint32Array,
): number {
  const k = centroids.rows;
  const halfSquares = squaredLengths(centroids).map((square) => square / 2);
  let changed = 0;
  eachProductRows(rows, transposed(centroids), (first, count, products, stride) => {
    for (let row = 0; row < count; row++) {
      const at = row * stride;
      let nearest = 0;
      let greatest = -Infinity;
      for (let cluster = 0; cluster < k; cluster++) {
        const score = products[at + cluster]! - halfSquares[cluster]!;
        if (score > greatest) {
          greatest = score;
          nearest = cluster;
        }
      }
      if (assignments[first + row] === nearest) continue;
      assignments[first + row] = nearest;
      changed += 1;
    }
  });
  return changed;
}

function squaredLengths({ rows, cols, values }: DenseMatrix): Float64Array {
  const squares = new Float64Array(rows);
  for (let at = 0; at < values.length; at++) squares[Math.floor(at / cols)]! += values[at]! ** 2;
  return squares;
}
