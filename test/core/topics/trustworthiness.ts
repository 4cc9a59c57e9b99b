import type { DenseMatrix } from '../../../src/core/topics/sparse-matrix.ts';

/**
 * How far the `neighbours` nearest of each row on a map are near it among the vectors too, 0 to 1
 * (Venna and Kaski 2001, "Neighborhood preservation in nonlinear projection methods"): 1 minus the
 * ranks beyond `neighbours` of those that are not, scaled by the greatest sum there can be. Euclidean
 * distances, which order unit rows as cosines do; a rank counts the rows that are nearer, and of rows
 * equally near on the map the earlier is taken. Compares all with all. Throws RangeError unless
 * `neighbours` is whole and 1 ≤ `neighbours` < rows / 2, and for matrices of different heights.
 */
export function trustworthiness(
  vectors: DenseMatrix,
  map: DenseMatrix,
  neighbours: number,
): number {
  const { rows } = vectors;
  if (map.rows !== rows) throw new RangeError(`${rows} vectors, but ${map.rows} on the map`);
  if (!Number.isInteger(neighbours) || neighbours < 1 || neighbours >= rows / 2) {
    throw new RangeError(`from 1 to fewer than ${rows / 2} neighbours, got ${neighbours}`);
  }
  let penalty = 0;
  for (let row = 0; row < rows; row++) {
    const among = squaredDistances(vectors, row);
    for (const other of leastOf(squaredDistances(map, row), neighbours)) {
      penalty += Math.max(0, rankOf(among, other) - neighbours);
    }
  }
  const most = (rows * neighbours * (2 * rows - 3 * neighbours - 1)) / 2;
  return 1 - penalty / most;
}

/** The squared distances of a row to all; infinite to itself. */
function squaredDistances({ rows, cols, values }: DenseMatrix, row: number): Float64Array {
  const distances = new Float64Array(rows);
  for (let other = 0; other < rows; other++) {
    let sum = 0;
    for (let col = 0; col < cols; col++) {
      const difference = values[row * cols + col]! - values[other * cols + col]!;
      sum += difference * difference;
    }
    distances[other] = sum;
  }
  distances[row] = Infinity;
  return distances;
}

/** The places of the least values, of equal ones the earlier. */
function leastOf(values: Float64Array, count: number): number[] {
  const least: number[] = [];
  for (let at = 0; at < values.length; at++) {
    if (least.length === count && values[at]! >= values[least[count - 1]!]!) continue;
    if (least.length === count) least.pop();
    let rank = least.length;
    while (rank > 0 && values[at]! < values[least[rank - 1]!]!) rank--;
    least.splice(rank, 0, at);
  }
  return least;
}

/** 1 for the least value, 2 for the next. */
function rankOf(values: Float64Array, at: number): number {
  const value = values[at]!;
  let rank = 1;
  for (let other = 0; other < values.length; other++) if (values[other]! < value) rank++;
  return rank;
}
