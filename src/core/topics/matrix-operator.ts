import { type MatrixKernels, newMatrixKernels, reserve, SPARSE_PANEL } from './matrix-kernels.ts';
import { copyRows } from './matrix-products.ts';
import { type DenseMatrix, type SparseMatrix, transpose, zeros } from './sparse-matrix.ts';

const FLOAT_BYTES = 4;

/** Where a sparse matrix stands in the memory of the kernels. */
interface StoredMatrix {
  readonly rows: number;
  readonly places: readonly [indptr: number, indices: number, values: number];
}

/**
 * The products of a sparse n × m matrix A. A and its transpose are copied once to where the kernels
 * work, and dense factors go through them 16 columns at a time.
 */
export class MatrixOperator {
  private readonly kernels: MatrixKernels = newMatrixKernels();
  private readonly matrix: StoredMatrix;
  private readonly transposed: StoredMatrix;
  /** Place of the panels of a factor of n rows, and of one panel of m rows. */
  private readonly factorAt: number;
  private readonly backAt: number;

  /** For dense factors of at most `width` columns. */
  constructor(matrix: SparseMatrix, width: number) {
    const { rows, cols, values } = matrix;
    const sizes = [rows + 1, values.length, values.length, cols + 1, values.length, values.length];
    const panels = Math.ceil(width / SPARSE_PANEL);
    const places = reserve(this.kernels, [
      ...sizes,
      rows * SPARSE_PANEL * panels,
      cols * SPARSE_PANEL,
    ]);
    const [a, b, c, d, e, f, factorAt, backAt] = places as [number, ...number[]] & number[];
    this.matrix = this.store(matrix, [a, b!, c!]);
    this.transposed = this.store(transpose(matrix), [d!, e!, f!]);
    this.factorAt = factorAt!;
    this.backAt = backAt!;
  }

  /** A Aᵀ Y for an n × l matrix Y: n × l. */
  gramTimes(dense: DenseMatrix): DenseMatrix {
    const { rows, cols } = dense;
    const product = zeros(rows, cols);
    const panels = this.storePanels(dense);
    for (let first = 0; first < cols; first += SPARSE_PANEL) {
      this.multiplyBack(first);
      this.multiplyForth(first);
    }
    for (let first = 0; first < cols; first += SPARSE_PANEL) {
      const panel = panels.subarray(first * rows);
      const width = Math.min(SPARSE_PANEL, cols - first);
      copyRows(panel, SPARSE_PANEL, product.values.subarray(first), cols, { rows, width });
    }
    return product;
  }

  /** Aᵀ Y for an n × l matrix Y: m × l. */
  transposeTimes(dense: DenseMatrix): DenseMatrix {
    const { cols } = dense;
    const product = zeros(this.transposed.rows, cols);
    this.storePanels(dense);
    const back = this.floats(this.backAt, product.rows * SPARSE_PANEL);
    for (let first = 0; first < cols; first += SPARSE_PANEL) {
      this.multiplyBack(first);
      const width = Math.min(SPARSE_PANEL, cols - first);
      const to = product.values.subarray(first);
      copyRows(back, SPARSE_PANEL, to, cols, { rows: product.rows, width });
    }
    return product;
  }

  private store(matrix: SparseMatrix, places: StoredMatrix['places']): StoredMatrix {
    const [indptr, indices, values] = places;
    const integers = new Uint32Array(this.kernels.memory.buffer);
    integers.set(matrix.indptr, indptr / FLOAT_BYTES);
    integers.set(matrix.indices, indices / FLOAT_BYTES);
    this.floats(values, matrix.values.length).set(matrix.values);
    return { rows: matrix.rows, places };
  }

  private floats(place: number, length: number): Float32Array {
    return new Float32Array(this.kernels.memory.buffer, place, length);
  }

  /** Stores columns 0 to 15, 16 to 31 and so on as matrices of their own, the last padded with zeros. */
  private storePanels({ rows, cols, values }: DenseMatrix): Float32Array {
    const padded = Math.ceil(cols / SPARSE_PANEL) * SPARSE_PANEL;
    const panels = this.floats(this.factorAt, rows * padded);
    // The rest of the last panel, which no column of the factor fills.
    if (padded > cols) panels.fill(0, (padded - SPARSE_PANEL) * rows);
    for (let first = 0; first < cols; first += SPARSE_PANEL) {
      const panel = panels.subarray(first * rows);
      const width = Math.min(SPARSE_PANEL, cols - first);
      copyRows(values.subarray(first), cols, panel, SPARSE_PANEL, { rows, width });
    }
    return panels;
  }

  /** From the panel with column `first` to its product with the transpose. */
  private multiplyBack(first: number): void {
    const panel = this.factorAt + first * this.matrix.rows * FLOAT_BYTES;
    const { places, rows } = this.transposed;
    this.kernels.sparseProduct(...places, panel, this.backAt, rows);
  }

  /** From there to its product with the matrix, in place of the panel. */
  private multiplyForth(first: number): void {
    const { places, rows } = this.matrix;
    const panel = this.factorAt + first * rows * FLOAT_BYTES;
    this.kernels.sparseProduct(...places, this.backAt, panel, rows);
  }
}
