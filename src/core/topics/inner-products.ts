import type { DenseMatrix } from './sparse-matrix.ts';

/** The inner product of a row of one matrix and a row of another with as many columns. */
export function innerProduct(
  left: DenseMatrix,
  leftRow: number,
  right: DenseMatrix,
  rightRow: number,
): number {
  const { cols } = left;
  const [a, b] = [left.values, right.values];
  const [from, to] = [leftRow * cols, rightRow * cols];
  let sum = 0;
  for (let col = 0; col < cols; col++) sum += a[from + col]! * b[to + col]!;
  return sum;
}

/** The rows `start` to `end` of a matrix. */
export interface RowRange {
  readonly matrix: DenseMatrix;
  readonly start: number;
  readonly end: number;
}

/**
 * The inner products of a row and of the rows of a range, into `products`: end - start. Each sum runs
 * in the order of the columns, so that a pair has the same bits here as in `innerProduct`; four sums
 * run side by side, for an addition waits for the one before.
 */
export function innerProducts(
  left: DenseMatrix,
  row: number,
  { matrix, start, end }: RowRange,
  products: Float64Array,
): void {
  const { cols } = left;
  const [a, b] = [left.values, matrix.values];
  const from = row * cols;
  let other = start;
  for (; other + 4 <= end; other += 4) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    const to = other * cols;
    const to2 = to + cols;
    const to3 = to2 + cols;
    const to4 = to3 + cols;
    for (let col = 0; col < cols; col++) {
      const value = a[from + col]!;
      first += value * b[to + col]!;
      second += value * b[to2 + col]!;
      third += value * b[to3 + col]!;
      fourth += value * b[to4 + col]!;
    }
    products[other - start] = first;
    products[other - start + 1] = second;
    products[other - start + 2] = third;
    products[other - start + 3] = fourth;
  }
  for (; other < end; other++) products[other - start] = innerProduct(left, row, matrix, other);
}
