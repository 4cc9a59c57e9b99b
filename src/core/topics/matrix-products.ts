import { BLOCK_COLS, BLOCK_ROWS, matrixKernels, SPARSE_PANEL } from './matrix-kernels.ts';
import { type DenseMatrix, type SparseMatrix, zeros } from './sparse-matrix.ts';

const FLOAT_BYTES = 4;
const PAGE_BYTES = 65_536;
const CACHE_LINE_BYTES = 64;
/** Rows that go through the kernels at once: few enough for the cache. */
const ROWS_AT_ONCE = 512;

/** The product of a sparse (n × m) and a dense (m × l) matrix: n × l. Throws RangeError if m differs. */
export function multiply(sparse: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  if (sparse.cols !== dense.rows)
    throw new RangeError(`${sparse.cols} columns by ${dense.rows} rows`);
  const product = zeros(sparse.rows, dense.cols);
  if (sparse.rows === 0) return product;
  const { indptr, indices, values } = sparse;
  const kernels = matrixKernels();
  const panels = Math.ceil(dense.cols / SPARSE_PANEL);
  const panelLength = dense.rows * SPARSE_PANEL;
  const [indptrAt, indicesAt, valuesAt, panelsAt, outAt] = reserve([
    indptr.length,
    indices.length,
    values.length,
    panelLength * panels,
    sparse.rows * SPARSE_PANEL,
  ]) as [number, number, number, number, number];
  const integers = new Uint32Array(kernels.memory.buffer);
  const floats = new Float32Array(kernels.memory.buffer);
  integers.set(indptr, indptrAt / FLOAT_BYTES);
  integers.set(indices, indicesAt / FLOAT_BYTES);
  floats.set(values, valuesAt / FLOAT_BYTES);
  splitIntoPanels(dense, floats.subarray(panelsAt / FLOAT_BYTES));
  const out = floats.subarray(outAt / FLOAT_BYTES);
  for (let panel = 0; panel < panels; panel++) {
    const panelAt = panelsAt + panel * panelLength * FLOAT_BYTES;
    kernels.sparseProduct(indptrAt, indicesAt, valuesAt, panelAt, outAt, sparse.rows);
    const first = panel * SPARSE_PANEL;
    const width = Math.min(SPARSE_PANEL, dense.cols - first);
    copyRows(out, SPARSE_PANEL, product.values.subarray(first), dense.cols, {
      rows: sparse.rows,
      width,
    });
  }
  return product;
}

/** Copies columns 0 to 15, 16 to 31 and so on as matrices of their own; the last may have others behind. */
function splitIntoPanels({ rows, cols, values }: DenseMatrix, panels: Float32Array): void {
  const panelLength = rows * SPARSE_PANEL;
  // By rows, since reading the columns of a large matrix waits for memory at each row.
  for (let row = 0; row < rows; row++) {
    for (let first = 0; first < cols; first += SPARSE_PANEL) {
      const to = (first / SPARSE_PANEL) * panelLength + row * SPARSE_PANEL;
      const width = Math.min(SPARSE_PANEL, cols - first);
      for (let col = 0; col < width; col++) panels[to + col] = values[row * cols + first + col]!;
    }
  }
}

/** The product of two dense matrices, n × m and m × l: n × l. Throws RangeError if m differs. */
export function multiplyDense(left: DenseMatrix, right: DenseMatrix): DenseMatrix {
  const product = zeros(left.rows, right.cols);
  if (left.cols === 0 && right.rows === 0) return product;
  eachProductRows(left, right, (first, rows, values, stride) => {
    const to = product.values.subarray(first * right.cols);
    copyRows(values, stride, to, right.cols, { rows, width: right.cols });
  });
  return product;
}

/** Rows `first` to `first + rows - 1` of a product, each `stride` after the one before. */
export type ProductRows = (
  first: number,
  rows: number,
  values: Float32Array,
  stride: number,
) => void;

/**
 * Visits the rows of the product of two dense matrices, n × m and m × l, some at a time; the values
 * are valid during the visit only. Throws RangeError if m differs or is 0.
 */
export function eachProductRows(left: DenseMatrix, right: DenseMatrix, visit: ProductRows): void {
  if (left.cols !== right.rows) throw new RangeError(`${left.cols} columns by ${right.rows} rows`);
  const depth = left.cols;
  const stride = roundUp(right.cols, BLOCK_COLS);
  if (depth === 0) throw new RangeError('factors without a common dimension');
  const kernels = matrixKernels();
  const [leftAt, rightAt, outAt] = reserve([
    ROWS_AT_ONCE * depth,
    stride * depth,
    ROWS_AT_ONCE * stride,
  ]) as [number, number, number];
  const floats = new Float32Array(kernels.memory.buffer);
  const factor = floats.subarray(rightAt / FLOAT_BYTES);
  copyRows(right.values, right.cols, factor, stride, { rows: depth, width: right.cols });
  const out = floats.subarray(outAt / FLOAT_BYTES);
  for (let first = 0; first < left.rows; first += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, left.rows - first);
    floats.set(left.values.subarray(first * depth, (first + rows) * depth), leftAt / FLOAT_BYTES);
    for (let col = 0; col < stride; col += BLOCK_COLS) {
      kernels.denseProduct(
        leftAt,
        depth * FLOAT_BYTES,
        FLOAT_BYTES,
        rightAt + col * FLOAT_BYTES,
        stride * FLOAT_BYTES,
        outAt + col * FLOAT_BYTES,
        stride * FLOAT_BYTES,
        depth,
        Math.ceil(rows / BLOCK_ROWS),
      );
    }
    visit(first, rows, out, stride);
  }
}

/**
 * The inner products of the columns of two dense matrices, n × l and n × m: l × m, row-major, summed
 * in 64 bits from some rows at a time. Throws RangeError if n differs.
 */
export function crossProduct(left: DenseMatrix, right: DenseMatrix): Float64Array {
  if (left.rows !== right.rows) throw new RangeError(`${left.rows} rows by ${right.rows} rows`);
  const leftStride = roundUp(left.cols, BLOCK_ROWS);
  const rightStride = roundUp(right.cols, BLOCK_COLS);
  const kernels = matrixKernels();
  const [leftAt, rightAt, outAt] = reserve([
    ROWS_AT_ONCE * leftStride,
    ROWS_AT_ONCE * rightStride,
    leftStride * rightStride,
  ]) as [number, number, number];
  const floats = new Float32Array(kernels.memory.buffer);
  const product = new Float64Array(left.cols * right.cols);
  if (product.length === 0) return product;
  for (let first = 0; first < left.rows; first += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, left.rows - first);
    for (const [{ cols, values }, stride, at] of [
      [left, leftStride, leftAt],
      [right, rightStride, rightAt],
    ] as const) {
      const to = floats.subarray(at / FLOAT_BYTES);
      copyRows(values.subarray(first * cols), cols, to, stride, { rows, width: cols });
    }
    for (let col = 0; col < rightStride; col += BLOCK_COLS) {
      kernels.denseProduct(
        leftAt,
        FLOAT_BYTES,
        leftStride * FLOAT_BYTES,
        rightAt + col * FLOAT_BYTES,
        rightStride * FLOAT_BYTES,
        outAt + col * FLOAT_BYTES,
        rightStride * FLOAT_BYTES,
        rows,
        leftStride / BLOCK_ROWS,
      );
    }
    const out = floats.subarray(outAt / FLOAT_BYTES);
    for (let i = 0; i < left.cols; i++) {
      for (let j = 0; j < right.cols; j++)
        product[i * right.cols + j]! += out[i * rightStride + j]!;
    }
  }
  return product;
}

/** Places in the memory of the kernels for arrays of so many floats, which may hold anything. */
function reserve(lengths: readonly number[]): number[] {
  let end = 0;
  const places = lengths.map((length) => {
    const place = end;
    end += roundUp(length * FLOAT_BYTES, CACHE_LINE_BYTES);
    return place;
  });
  const { memory } = matrixKernels();
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  return places;
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}

/** Copies rows, each so many numbers after the one before, to places that are so many apart. */
function copyRows(
  from: Float32Array,
  fromStride: number,
  to: Float32Array,
  toStride: number,
  { rows, width }: { readonly rows: number; readonly width: number },
): void {
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < width; col++) {
      to[row * toStride + col] = from[row * fromStride + col]!;
    }
  }
}
