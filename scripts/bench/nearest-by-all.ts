import { eachProductRows } from '../../src/core/topics/matrix-products.ts';
import { type DenseMatrix, zeros } from '../../src/core/topics/sparse-matrix.ts';

/** For each query the rows of greatest inner product, by comparing all with all: the truth. */
export function nearestByAll(queries: DenseMatrix, rows: DenseMatrix, most: number): number[][] {
  const nearest: number[][] = [];
  eachProductRows(queries, transposed(rows), (_, count, products, stride) => {
    for (let query = 0; query < count; query++) {
      const scores = products.subarray(query * stride, query * stride + rows.rows);
      nearest.push(greatest(scores, most));
    }
  });
  return nearest;
}

/** Places of the greatest numbers, falling; of equal ones the earlier. */
function greatest(scores: Float32Array, most: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    if (best.length === most && scores[at]! <= scores[best[most - 1]!]!) continue;
    let place = Math.min(best.length, most - 1);
    while (place > 0 && scores[best[place - 1]!]! < scores[at]!) {
      best[place] = best[place - 1]!;
      place -= 1;
    }
    best[place] = at;
  }
  return best;
}

function transposed({ rows, cols, values }: DenseMatrix): DenseMatrix {
  const result = zeros(cols, rows);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++)
      result.values[col * rows + row] = values[row * cols + col]!;
  }
  return result;
}
