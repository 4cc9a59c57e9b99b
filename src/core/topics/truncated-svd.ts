import { RandomNumbers } from './random-numbers.ts';
import { orthonormalizing, ritz } from './rayleigh-ritz.ts';
import { type DenseMatrix, scaleColumns, type SparseMatrix } from './sparse-matrix.ts';
import { Subspace } from './subspace.ts';

/** The leading part of A = U S Vᵀ. */
export interface TruncatedSvd {
  /** Rows in the reduced space, U S: n × rank. */
  readonly scores: DenseMatrix;
  /** Singular values, descending: rank. */
  readonly singularValues: Float64Array;
  /** V, of orthonormal columns: m × rank. */
  readonly rightVectors: DenseMatrix;
}

/** The seed of the random subspace, and threads at work; if these are not given, as many as pay. */
export interface TruncatedSvdOptions {
  readonly seed: number;
  readonly threads?: number;
}

const OVERSAMPLING = 50;
/** Degrees of the filters, low, since 32 bits do not hold a component that is 10⁷ times weaker. */
const FILTER_DEGREES = [2, 3, 4, 4];
/** The share of the greatest eigenvalue where a filter's growth begins at the least, or 32 bits overflow. */
const LEAST_BOUND = 1e-3;

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
  { seed, threads }: TruncatedSvdOptions,
): TruncatedSvd {
  if (!(rank >= 1)) throw new RangeError(`a rank of at least 1, got ${rank}`);
  if (matrix.rows === 0 || matrix.cols === 0) throw new RangeError('an empty matrix');
  const width = Math.min(rank + OVERSAMPLING, matrix.rows);
  const space = new Subspace(matrix, { width, ...(threads && { threads }) });
  try {
    start(space, width === matrix.rows, seed);
    // A basis of all that there is needs no filter.
    if (width < Math.min(matrix.rows, matrix.cols)) {
      for (const degree of FILTER_DEGREES) filter(space, degree);
    }
    return decompose(space, rank);
  } finally {
    space.close();
  }
}

/** All of the space of columns where the basis may be so wide, a random part of it where not. */
function start(space: Subspace, isWhole: boolean, seed: number): void {
  if (isWhole) {
    space.fill((row, col) => (row === col ? 1 : 0));
  } else {
    const generator = new RandomNumbers(seed);
    space.fill(() => generator.getFloat() * 2 - 1);
    space.advance();
  }
  space.apply();
}

/** Damps what lies below the least eigenvalue that the basis has. */
function filter(space: Subspace, degree: number): void {
  const { gram, projected } = space.crossProducts();
  const { values, vectors } = ritz(gram, projected);
  if (values.length === 0) return;
  space.rotate(vectors);
  space.filter(degree, Math.max(values.at(-1)!, LEAST_BOUND * values[0]!));
}

/** The leading part of A on a basis. */
function decompose(space: Subspace, rank: number): TruncatedSvd {
  // 32-bit sums tell eigenvalues well apart where the columns are orthogonal already.
  space.rotate(orthonormalizing(space.crossProducts().gram));
  const { gram, projected } = space.crossProducts();
  const { values, vectors } = ritz(gram, projected, rank);
  space.rotate(vectors);
  const left = space.basis();
  const signs = signsOfLargest(left);
  const singularValues = Float64Array.from(values, Math.sqrt);
  return {
    scores: scaleColumns(
      left,
      singularValues.map((value, i) => signs[i]! * value),
    ),
    singularValues,
    rightVectors: scaleColumns(
      space.transposeTimes(),
      singularValues.map((value, i) => signs[i]! / value),
    ),
  };
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
