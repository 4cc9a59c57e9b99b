import { copyRows } from './inverted-file.ts';
import { eachProductRows } from './matrix-products.ts';
import { RandomNumbers } from './random-numbers.ts';
import { type DenseMatrix, transposed } from './sparse-matrix.ts';

/**
 * k rows to start k-means from, each drawn with the probability of its squared distance to the nearest
 * one before: greedy k-means++ (Arthur and Vassilvitskii 2007, "k-means++: The advantages of careful
 * seeding", section 6), where the best of 2 + ln k rows drawn is taken. Rows may come twice where
 * fewer than k differ. Throws RangeError unless 1 ≤ k ≤ rows.
 */
export function startingCentroids(rows: DenseMatrix, k: number, seed: number): DenseMatrix {
  if (!(k >= 1 && k <= rows.rows)) throw new RangeError(`k from 1 to ${rows.rows}, got ${k}`);
  const random = new RandomNumbers(seed);
  const draws = 2 + Math.floor(Math.log(k));
  const squares = squaredLengths(rows);
  const chosen = new Uint32Array(k);
  // Room for the distances of each row drawn: new arrays each time would pile up faster than they are freed.
  const rooms = Array.from({ length: draws }, () => new Float64Array(rows.rows));
  let distances = new Float64Array(rows.rows).fill(1);
  let potential = rows.rows;
  for (let place = 0; place < k; place++) {
    const drawn = Array.from({ length: place === 0 ? 1 : draws }, () =>
      drawRow(distances, potential, random),
    );
    const best = bestOf(rows, squares, drawn, place === 0 ? null : distances, rooms);
    chosen[place] = drawn[best.draw]!;
    potential = best.potential;
    [distances, rooms[best.draw]] = [rooms[best.draw]!, distances];
  }
  return copyRows(rows, chosen);
}

/** A row, drawn with the probability of its weight; any row where all weigh nothing. */
function drawRow(weights: Float64Array, total: number, random: RandomNumbers): number {
  if (total <= 0) return Math.floor(random.getFloat() * weights.length);
  let left = random.getFloat() * total;
  for (let row = 0; row < weights.length; row++) {
    left -= weights[row]!;
    if (left < 0) return row;
  }
  return weights.length - 1;
}

interface Candidate {
  /** Which of the rows drawn. */
  readonly draw: number;
  /** Sum of the squared distances of all rows to the nearest one chosen, with this one. */
  readonly potential: number;
}

/**
 * Of the rows drawn that which leaves the least sum of squared distances; these go to `distances`, one
 * array for each row drawn.
 */
function bestOf(
  rows: DenseMatrix,
  squares: Float64Array,
  drawn: readonly number[],
  before: Float64Array | null,
  distances: readonly Float64Array[],
): Candidate {
  const potentials = drawn.map(() => 0);
  const points = transposed(copyRows(rows, Uint32Array.from(drawn)));
  eachProductRows(rows, points, (first, count, products, stride) => {
    drawn.forEach((row, draw) => {
      const own = distances[draw]!;
      for (let i = 0; i < count; i++) {
        const at = first + i;
        const distance = Math.max(
          0,
          squares[at]! + squares[row]! - 2 * products[i * stride + draw]!,
        );
        own[at] = before === null ? distance : Math.min(distance, before[at]!);
        potentials[draw]! += own[at];
      }
    });
  });
  const draw = potentials.indexOf(Math.min(...potentials));
  return { draw, potential: potentials[draw]! };
}

function squaredLengths({ rows, cols, values }: DenseMatrix): Float64Array {
  const squares = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let at = row * cols; at < (row + 1) * cols; at++) squares[row]! += values[at]! ** 2;
  }
  return squares;
}
