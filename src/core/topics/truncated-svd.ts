import { RandomNumbers } from './random-numbers.ts';
import { MatrixOperator } from './matrix-operator.ts';
import { crossProduct, multiplyDense } from './matrix-products.ts';
import { orthonormalizing, ritz } from './rayleigh-ritz.ts';
import { type DenseMatrix, scaleColumns, type SparseMatrix, zeros } from './sparse-matrix.ts';

/** The leading part of A = U S Vᵀ. */
export interface TruncatedSvd {
  /** Rows in the reduced space, U S: n × rank. */
  readonly scores: DenseMatrix;
  /** Singular values, descending: rank. */
  readonly singularValues: Float64Array;
  /** V, of orthonormal columns: m × rank. */
  readonly rightVectors: DenseMatrix;
}

const OVERSAMPLING = 50;
/** Degrees of the filters, low, since 32 bits do not hold a component that is 10⁷ times weaker. */
const FILTER_DEGREES = [2, 3, 4, 4];

/**
 * The truncated singular value decomposition of a sparse n × m matrix A. A random subspace (Halko,
 * Martinsson, Tropp 2011, "Finding structure with randomness") is turned to the leading singular vectors
 * by a Chebyshev polynomial in A Aᵀ that damps what lies below the subspace (Zhou, Saad, Tiago,
 * Chelikowsky 2006, "Self-consistent-field calculations using Chebyshev-filtered subspace iteration"):
 * a few filters of low degree find more than twice as many plain powers do. Cosines of rows in the reduced
 * space are exact to about four digits, so that another seed leads to the same topics; the last of many
 * components that are nearly equal depend on it. The rank ends up smaller
 * than asked for where the matrix has no more (or less than a thousandth of its greatest singular value).
 * The sign of each component is such that its largest score by magnitude is positive. Throws RangeError
 * for a rank below 1 and an empty matrix.
 */
export function truncatedSvd(
  matrix: SparseMatrix,
  rank: number,
  { seed }: { readonly seed: number },
): TruncatedSvd {
  if (!(rank >= 1)) throw new RangeError(`a rank of at least 1, got ${rank}`);
  if (matrix.rows === 0 || matrix.cols === 0) throw new RangeError('an empty matrix');
  const width = Math.min(rank + OVERSAMPLING, matrix.rows);
  const operator = new MatrixOperator(matrix, width);
  let basis = startingBasis(operator, matrix.rows, width, seed);
  // A basis of all that there is needs no filter.
  if (width < Math.min(matrix.rows, matrix.cols)) {
    for (const degree of FILTER_DEGREES) basis = filter(operator, basis, degree);
  }
  // 32-bit sums tell eigenvalues well apart where the columns are orthogonal already.
  basis = multiplyDense(basis, orthonormalizing(crossProduct(basis, basis)));
  const applied = operator.gramTimes(basis);
  const { values, vectors } = ritz(crossProduct(basis, basis), crossProduct(basis, applied), rank);
  const left = multiplyDense(basis, vectors);
  const singularValues = Float64Array.from(values, Math.sqrt);
  const rightVectors = scaleColumns(
    operator.transposeTimes(left),
    singularValues.map((value) => 1 / value),
  );
  const signs = signsOfLargest(left);
  return {
    scores: scaleColumns(
      left,
      singularValues.map((value, i) => signs[i]! * value),
    ),
    singularValues,
    rightVectors: scaleColumns(rightVectors, Float64Array.from(signs)),
  };
}

/**
 * A basis Y of which the leading left singular vectors of A are a larger part: T(A Aᵀ) Y with the
 * Chebyshev polynomial T of a degree of at least 1 that stays within ±1 from 0 to the least eigenvalue
 * that Y has, and grows fast above.
 */
function filter(operator: MatrixOperator, start: DenseMatrix, degree: number): DenseMatrix {
  const applied = operator.gramTimes(start);
  const { values, vectors } = ritz(crossProduct(start, start), crossProduct(start, applied));
  if (values.length === 0) return start;
  const scale = 2 / values.at(-1)!;
  let before = multiplyDense(start, vectors);
  let basis = combine(multiplyDense(applied, vectors), scale, before, -1);
  for (let step = 2; step <= degree; step++) {
    const next = combine(operator.gramTimes(basis), 2 * scale, basis, -2);
    const after = combine(next, 1, before, -1);
    before = basis;
    basis = after;
  }
  return basis;
}

/** a · left + b · right, in place of `left`. */
function combine(left: DenseMatrix, a: number, right: DenseMatrix, b: number): DenseMatrix {
  for (let i = 0; i < left.values.length; i++) {
    left.values[i] = a * left.values[i]! + b * right.values[i]!;
  }
  return left;
}

/** All of the space of columns where the basis may be so wide, a random part of it where not. */
function startingBasis(
  operator: MatrixOperator,
  rows: number,
  width: number,
  seed: number,
): DenseMatrix {
  if (width < rows) return operator.gramTimes(randomMatrix(rows, width, seed));
  const identity = zeros(rows, rows);
  for (let row = 0; row < rows; row++) identity.values[row * rows + row] = 1;
  return identity;
}

function randomMatrix(rows: number, cols: number, seed: number): DenseMatrix {
  const generator = new RandomNumbers(seed);
  const matrix = zeros(rows, cols);
  for (let i = 0; i < matrix.values.length; i++) matrix.values[i] = generator.getFloat() * 2 - 1;
  return matrix;
}

/** 1 for each column of which the entry of greatest magnitude is positive, -1 for others. */
function signsOfLargest({ rows, cols, values }: DenseMatrix): number[] {
  return Array.from({ length: cols }, (_, col) => {
    let largest = 0;
    for (let row = 0; row < rows; row++) {
      const value = values[row * cols + col]!;
      if (Math.abs(value) > Math.abs(largest)) largest = value;
    }
    return largest < 0 ? -1 : 1;
  });
}
