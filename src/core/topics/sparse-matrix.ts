/** A sparse matrix in compressed sparse rows: row i holds entries `indptr[i]` to `indptr[i + 1]`. */
export interface SparseMatrix {
  readonly rows: number;
  readonly cols: number;
  /** Length rows + 1. */
  readonly indptr: Uint32Array;
  /** Column of each entry, ascending within a row. */
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

/** A dense matrix, row-major: `values[row * cols + col]`. */
export interface DenseMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float32Array;
}

/** A dense matrix of zeros. */
export function zeros(rows: number, cols: number): DenseMatrix {
  return { rows, cols, values: new Float32Array(rows * cols) };
}

/** The transpose of a sparse matrix. */
export function transpose({ rows, cols, indptr, indices, values }: SparseMatrix): SparseMatrix {
  const starts = new Uint32Array(cols + 1);
  for (const col of indices) starts[col + 1]! += 1;
  for (let col = 0; col < cols; col++) starts[col + 1]! += starts[col]!;
  const next = starts.slice();
  const transposed = new Uint32Array(indices.length);
  const moved = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let entry = indptr[row]!; entry < indptr[row + 1]!; entry++) {
      const at = next[indices[entry]!]!++;
      transposed[at] = row;
      moved[at] = values[entry]!;
    }
  }
  return { rows: cols, cols: rows, indptr: starts, indices: transposed, values: moved };
}

/** Scales each row of a dense matrix to length 1, in place; a row of zeros stays. */
export function normalizeRows(matrix: DenseMatrix): DenseMatrix {
  for (let row = 0; row < matrix.rows; row++) {
    scaleToUnit(matrix.values.subarray(row * matrix.cols, (row + 1) * matrix.cols));
  }
  return matrix;
}

/** Scales a vector to length 1, in place; a vector of zeros stays. */
export function scaleToUnit(vector: Float32Array | Float64Array): void {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return;
  const scale = 1 / Math.sqrt(square);
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale;
}

/** The transpose of a dense matrix. */
export function transposed({ rows, cols, values }: DenseMatrix): DenseMatrix {
  const result = zeros(cols, rows);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++)
      result.values[col * rows + row] = values[row * cols + col]!;
  }
  return result;
}

/** Multiplies each column of a dense matrix by its factor, in place. */
export function scaleColumns(matrix: DenseMatrix, factors: Float64Array): DenseMatrix {
  const { cols, values } = matrix;
  for (let start = 0; start < values.length; start += cols) {
    for (let col = 0; col < cols; col++) values[start + col]! *= factors[col]!;
  }
  return matrix;
}
