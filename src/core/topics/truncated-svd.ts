import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { RandomNumbers } from './random-numbers.ts';
import {
  type DenseMatrix,
  multiply,
  multiplyTransposed,
  type SparseMatrix,
  zeros,
} from './sparse-matrix.ts';

/** The leading part of A = U S Vᵀ. */
export interface TruncatedSvd {
  /** Rows in the reduced space, U S: n × rank. */
  readonly scores: DenseMatrix;
  /** Singular values, descending: rank. */
  readonly singularValues: Float64Array;
}

const OVERSAMPLING = 10;
const POWER_ITERATIONS = 6;

/**
 * The truncated singular value decomposition of a sparse n × m matrix by randomised subspace
 * iteration (Halko, Martinsson, Tropp 2011, "Finding structure with randomness", algorithm 4.4).
 * The rank ends up smaller than asked for where the matrix has no more. The sign of each component
 * is such that its largest score by magnitude is positive. Throws RangeError for a rank below 1
 * and for an empty matrix.
 */
export function truncatedSvd(matrix: SparseMatrix, rank: number, seed: number): TruncatedSvd {
  if (!(rank >= 1)) throw new RangeError(`a rank of at least 1, got ${rank}`);
  if (matrix.rows === 0 || matrix.cols === 0) throw new RangeError('an empty matrix');
  const width = Math.min(rank + OVERSAMPLING, matrix.rows, matrix.cols);
  let basis = orthonormalize(multiply(matrix, randomMatrix(matrix.cols, width, seed)));
  for (let iteration = 0; iteration < POWER_ITERATIONS; iteration++) {
    const back = orthonormalize(multiplyTransposed(matrix, basis));
    basis = orthonormalize(multiply(matrix, back));
  }
  // With B = QᵀA and BBᵀ = W Λ Wᵀ: U = Q W and S = √Λ.
  const projected = multiplyTransposed(matrix, basis);
  const { vectors, values } = eigen(gram(projected));
  const kept = Math.min(rank, values.filter((value) => value > 1e-12 * (values[0] ?? 0)).length);
  const singularValues = Float64Array.from(values.slice(0, kept), Math.sqrt);
  return { scores: rotate(basis, vectors, singularValues), singularValues };
}

function randomMatrix(rows: number, cols: number, seed: number): DenseMatrix {
  const generator = new RandomNumbers(seed);
  const matrix = zeros(rows, cols);
  for (let i = 0; i < matrix.values.length; i++) matrix.values[i] = generator.getFloat() * 2 - 1;
  return matrix;
}

/** Gram-Schmidt, each column twice ("twice is enough"); a dependent column becomes zeros. */
function orthonormalize(matrix: DenseMatrix): DenseMatrix {
  const { rows, cols } = matrix;
  const columns = Array.from({ length: cols }, (_, col) => column(matrix, col));
  columns.forEach((current, col) => {
    const before = length(current);
    for (let pass = 0; pass < 2; pass++) {
      for (let other = 0; other < col; other++) subtractProjection(current, columns[other]!);
    }
    const after = length(current);
    const scale = after > 1e-10 * before && after > 0 ? 1 / after : 0;
    for (let row = 0; row < rows; row++) current[row]! *= scale;
  });
  const result = zeros(rows, cols);
  columns.forEach((current, col) => {
    for (let row = 0; row < rows; row++) result.values[row * cols + col] = current[row]!;
  });
  return result;
}

function column(matrix: DenseMatrix, col: number): Float64Array {
  return Float64Array.from(
    { length: matrix.rows },
    (_, row) => matrix.values[row * matrix.cols + col]!,
  );
}

function length(vector: Float64Array): number {
  let square = 0;
  for (const value of vector) square += value * value;
  return Math.sqrt(square);
}

function subtractProjection(vector: Float64Array, unit: Float64Array): void {
  let dot = 0;
  for (let i = 0; i < vector.length; i++) dot += vector[i]! * unit[i]!;
  for (let i = 0; i < vector.length; i++) vector[i]! -= dot * unit[i]!;
}

/** The cols × cols matrix of inner products of columns. */
function gram({ rows, cols, values }: DenseMatrix): Matrix {
  const product = Matrix.zeros(cols, cols);
  for (let row = 0; row < rows; row++) {
    const start = row * cols;
    for (let i = 0; i < cols; i++) {
      const left = values[start + i]!;
      if (left === 0) continue;
      for (let j = i; j < cols; j++) {
        product.set(i, j, product.get(i, j) + left * values[start + j]!);
      }
    }
  }
  for (let i = 0; i < cols; i++) for (let j = 0; j < i; j++) product.set(i, j, product.get(j, i));
  return product;
}

/** Eigenvalues of a symmetric matrix, descending, and the eigenvectors as columns in that order. */
function eigen(symmetric: Matrix): { vectors: Matrix; values: number[] } {
  const decomposition = new EigenvalueDecomposition(symmetric, { assumeSymmetric: true });
  const order = decomposition.realEigenvalues
    .map((value, index) => ({ value, index }))
    .sort((a, b) => b.value - a.value);
  const vectors = decomposition.eigenvectorMatrix.subMatrixColumn(order.map(({ index }) => index));
  return { vectors, values: order.map(({ value }) => value) };
}

/** basis · vectors · diag(singularValues), each column's largest entry made positive. */
function rotate(basis: DenseMatrix, vectors: Matrix, singularValues: Float64Array): DenseMatrix {
  const scores = zeros(basis.rows, singularValues.length);
  for (let component = 0; component < scores.cols; component++) {
    let largest = 0;
    for (let row = 0; row < basis.rows; row++) {
      let sum = 0;
      for (let i = 0; i < basis.cols; i++) {
        sum += basis.values[row * basis.cols + i]! * vectors.get(i, component);
      }
      scores.values[row * scores.cols + component] = sum * singularValues[component]!;
      if (Math.abs(sum) > Math.abs(largest)) largest = sum;
    }
    if (largest >= 0) continue;
    for (let row = 0; row < basis.rows; row++) scores.values[row * scores.cols + component]! *= -1;
  }
  return scores;
}
