import type { DenseMatrix, SparseMatrix } from '../../../src/core/topics/sparse-matrix.ts';

/** A dense matrix from its rows, of which there is at least one. */
export function dense(rows: readonly (readonly number[])[]): DenseMatrix {
  return { rows: rows.length, cols: rows[0]!.length, values: Float32Array.from(rows.flat()) };
}

/** A sparse matrix from its rows, of which there is at least one; zeros are no entries. */
export function sparse(rows: readonly (readonly number[])[]): SparseMatrix {
  const entries = rows.map((row) =>
    row.map((value, column) => ({ value, column })).filter(({ value }) => value !== 0),
  );
  const indptr = new Uint32Array(rows.length + 1);
  entries.forEach((row, i) => {
    indptr[i + 1] = indptr[i]! + row.length;
  });
  return {
    rows: rows.length,
    cols: rows[0]!.length,
    indptr,
    indices: Uint32Array.from(entries.flat(), ({ column }) => column),
    values: Float32Array.from(entries.flat(), ({ value }) => value),
  };
}

/** The rows of a dense matrix as arrays. */
export function rowsOf({ rows, cols, values }: DenseMatrix): number[][] {
  return Array.from({ length: rows }, (_, row) => [
    ...values.subarray(row * cols, (row + 1) * cols),
  ]);
}

/** The inner products of all rows: rows × rows. */
export function gramOf(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((left) =>
    rows.map((right) => left.reduce((sum, value, i) => sum + value * right[i]!, 0)),
  );
}

/** The product of two matrices by its definition. */
export function productOf(
  left: readonly (readonly number[])[],
  right: readonly (readonly number[])[],
): number[][] {
  return left.map((row) =>
    right[0]!.map((_, col) => row.reduce((sum, value, i) => sum + value * right[i]![col]!, 0)),
  );
}
