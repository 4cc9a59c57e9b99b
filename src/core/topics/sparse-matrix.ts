/** A sparse matrix in compressed sparse rows: row i holds entries `indptr[i]` to `indptr[i + 1]`. */
export interface SparseMatrix {
  readonly rows: number;
  readonly cols: number;
  /** Length rows + 1. */
  readonly indptr: Uint32Array;
  /** Column of each entry, ascending within a row. */
  readonly indices: Uint32Array;
  readonly values: Float64Array;
}

/** A dense matrix, row-major: `values[row * cols + col]`. */
export interface DenseMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
}

/** A dense matrix of zeros. */
export function zeros(rows: number, cols: number): DenseMatrix {
  return { rows, cols, values: new Float64Array(rows * cols) };
}

/** The product of a sparse (n × m) and a dense (m × l) matrix: n × l. Throws RangeError if m differs. */
export function multiply(sparse: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  if (sparse.cols !== dense.rows)
    throw new RangeError(`${sparse.cols} columns by ${dense.rows} rows`);
  const product = zeros(sparse.rows, dense.cols);
  const width = dense.cols;
  for (let row = 0; row < sparse.rows; row++) {
    for (let entry = sparse.indptr[row]!; entry < sparse.indptr[row + 1]!; entry++) {
      const value = sparse.values[entry]!;
      const from = sparse.indices[entry]! * width;
      const to = row * width;
      for (let col = 0; col < width; col++) {
        product.values[to + col]! += value * dense.values[from + col]!;
      }
    }
  }
  return product;
}

/**
 * The product of the transpose of a sparse (n × m) and a dense (n × l) matrix: m × l.
 * Throws RangeError if n differs.
 */
export function multiplyTransposed(sparse: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  if (sparse.rows !== dense.rows) throw new RangeError(`${sparse.rows} rows by ${dense.rows} rows`);
  const product = zeros(sparse.cols, dense.cols);
  const width = dense.cols;
  for (let row = 0; row < sparse.rows; row++) {
    const from = row * width;
    for (let entry = sparse.indptr[row]!; entry < sparse.indptr[row + 1]!; entry++) {
      const value = sparse.values[entry]!;
      const to = sparse.indices[entry]! * width;
      for (let col = 0; col < width; col++) {
        product.values[to + col]! += value * dense.values[from + col]!;
      }
    }
  }
  return product;
}

/** Scales each row of a dense matrix to length 1, in place; a row of zeros stays. */
export function normalizeRows(matrix: DenseMatrix): DenseMatrix {
  for (let row = 0; row < matrix.rows; row++) {
    scaleToUnit(matrix.values.subarray(row * matrix.cols, (row + 1) * matrix.cols));
  }
  return matrix;
}

/** Scales a vector to length 1, in place; a vector of zeros stays. */
export function scaleToUnit(vector: Float64Array): void {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return;
  const scale = 1 / Math.sqrt(square);
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale;
}
