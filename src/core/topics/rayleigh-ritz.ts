import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { type DenseMatrix, zeros } from './sparse-matrix.ts';

/** Eigenvalues below this share of the greatest are rounding of 32-bit floats. */
const LEAST_SHARE = 1e-6;

/** From here on the quick way to an orthonormal basis loses nothing of the 32 bits. */
const WELL_APART = 1e-3;

/** Eigenvalues, descending, and the eigenvectors as columns in that order. */
export interface RitzPairs {
  readonly values: readonly number[];
  readonly vectors: DenseMatrix;
}

/**
 * The greatest eigenvalues above 0, at most `most`, of A Aᵀ on the span of a basis Y, from YᵀY and
 * Yᵀ A Aᵀ Y (symmetric, row-major): the columns of Y · vectors are its orthonormal eigenvectors (Rayleigh-Ritz).
 */
export function ritz(gram: Float64Array, projected: Float64Array, most = Infinity): RitzPairs {
  const whitening = whiten(gram);
  const size = Math.sqrt(projected.length);
  const middle = Matrix.from1DArray(size, size, projected);
  const inner = whitening.transpose().mmul(middle).mmul(whitening);
  const { values, vectors } = eigen(inner);
  const kept = values.filter((value) => value > LEAST_SHARE * values[0]!).slice(0, most);
  return { values: kept, vectors: toDense(whitening.mmul(vectors), kept.length) };
}

/** W such that the columns of Y W are orthonormal and span what those of Y do, from YᵀY (symmetric, row-major). */
export function orthonormalizing(gram: Float64Array): DenseMatrix {
  const whitening = whiten(gram);
  return toDense(whitening, whitening.columns);
}

/**
 * W such that Y W is orthonormal, from YᵀY: by Cholesky where the columns of Y are well apart, as they
 * nearly always are, and else by the slower way that drops what Y hardly has.
 */
function whiten(gram: Float64Array): Matrix {
  const size = Math.sqrt(gram.length);
  const scales = Array.from({ length: size }, (_, i) => {
    const square = gram[i * size + i]!;
    return square > 0 ? 1 / Math.sqrt(square) : 0;
  });
  const cosines = Matrix.from1DArray(size, size, gram);
  for (let row = 0; row < size; row++) {
    // The product of the two scales first, so that both halves stay equal.
    for (let col = 0; col < size; col++) {
      cosines.set(row, col, cosines.get(row, col) * (scales[row]! * scales[col]!));
    }
  }
  const { lowerTriangularMatrix: lower } = new CholeskyDecomposition(cosines);
  const isWellApart = lower.diagonal().every((value) => value ** 2 > WELL_APART);
  const whitening = isWellApart ? invertLower(lower).transpose() : whitenByEigenvectors(cosines);
  return whitening.mulColumnVector(scales);
}

/**
 * The same from the cosines of the columns (Stathopoulos and Wu 2002, "A block orthogonalization
 * procedure with constant synchronization requirements"). Directions that Y hardly has are dropped,
 * so W may have fewer columns than rows, and none for zeros.
 */
function whitenByEigenvectors(cosines: Matrix): Matrix {
  const { values, vectors } = eigen(cosines);
  const kept = values.filter((value) => value > LEAST_SHARE * values[0]!);
  if (kept.length === 0) return Matrix.zeros(cosines.rows, 0);
  return vectors
    .subMatrixColumn([...kept.keys()])
    .mulRowVector(kept.map((value) => 1 / Math.sqrt(value)));
}

/** The inverse of a lower triangular matrix, by a sixth of the products that one of any matrix takes. */
function invertLower(lower: Matrix): Matrix {
  const size = lower.rows;
  const inverse = Matrix.zeros(size, size);
  for (let row = 0; row < size; row++) {
    const pivot = lower.get(row, row);
    for (let inner = 0; inner < row; inner++) {
      const factor = lower.get(row, inner) / pivot;
      for (let col = 0; col <= inner; col++) {
        inverse.set(row, col, inverse.get(row, col) - factor * inverse.get(inner, col));
      }
    }
    inverse.set(row, row, 1 / pivot);
  }
  return inverse;
}

/** Eigenvalues of a symmetric matrix, descending, and the eigenvectors as columns in that order. */
function eigen(matrix: Matrix): { vectors: Matrix; values: number[] } {
  if (matrix.rows === 0) return { vectors: matrix, values: [] };
  const decomposition = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const order = decomposition.realEigenvalues
    .map((value, index) => ({ value, index }))
    .sort((a, b) => b.value - a.value);
  const vectors = decomposition.eigenvectorMatrix.subMatrixColumn(order.map(({ index }) => index));
  return { vectors, values: order.map(({ value }) => value) };
}

/** The first columns of a matrix, in 32 bits. */
function toDense(matrix: Matrix, cols: number): DenseMatrix {
  const dense = zeros(matrix.rows, cols);
  for (let row = 0; row < matrix.rows; row++) {
    for (let col = 0; col < cols; col++) dense.values[row * cols + col] = matrix.get(row, col);
  }
  return dense;
}
