import { multiply } from './matrix-products.ts';
import { type DenseMatrix, type SparseMatrix, transpose } from './sparse-matrix.ts';

/** A matrix, given by its products with dense ones and the products of its transpose. */
export interface MatrixOperator {
  times(dense: DenseMatrix): DenseMatrix;
  transposeTimes(dense: DenseMatrix): DenseMatrix;
}

/** A sparse matrix as it is. */
export function plain(matrix: SparseMatrix): MatrixOperator {
  const transposed = transpose(matrix);
  return {
    times: (dense) => multiply(matrix, dense),
    transposeTimes: (dense) => multiply(transposed, dense),
  };
}

/** A - 1 meanᵀ: its products are those of A less one row, (meanᵀ X), or less mean (1ᵀ Y). */
export function centred(matrix: SparseMatrix, mean: Float64Array): MatrixOperator {
  const { times, transposeTimes } = plain(matrix);
  const ones = new Float64Array(matrix.rows).fill(1);
  return {
    times: (dense) => subtractOuter(times(dense), ones, columnSums(dense, mean)),
    transposeTimes: (dense) => subtractOuter(transposeTimes(dense), mean, columnSums(dense, ones)),
  };
}

/** The sum of rows, each by its weight. */
function columnSums({ rows, cols, values }: DenseMatrix, weights: Float64Array): Float64Array {
  const sums = new Float64Array(cols);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) sums[col]! += weights[row]! * values[row * cols + col]!;
  }
  return sums;
}

/** matrix - left rightᵀ, in place. */
function subtractOuter(matrix: DenseMatrix, left: Float64Array, right: Float64Array): DenseMatrix {
  const { rows, cols, values } = matrix;
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) values[row * cols + col]! -= left[row]! * right[col]!;
  }
  return matrix;
}
