import {
  BLOCK_COLS,
  BLOCK_ROWS,
  type MatrixKernels,
  newMatrixKernels,
  reserve,
} from './matrix-kernels.ts';
import { type DenseMatrix, zeros } from './sparse-matrix.ts';

const FLOAT_BYTES = 4;
/** Rows that go through the kernels at once: few enough for the cache. */
const ROWS_AT_ONCE = 512;

// These work block by block in a small memory, so that one set of kernels serves all.
let shared: MatrixKernels | null = null;

function sharedKernels(): MatrixKernels {
  shared ??= newMatrixKernels();
  return shared;
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
  const kernels = sharedKernels();
  const [leftAt, rightAt, outAt] = reserve(kernels, [
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
  const kernels = sharedKernels();
  const [leftAt, rightAt, outAt] = reserve(kernels, [
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
    addRows(floats.subarray(outAt / FLOAT_BYTES), rightStride, product, right.cols);
  }
  return product;
}

/** Adds rows, of which the first `cols` numbers count, to a dense matrix. */
function addRows(from: Float32Array, stride: number, to: Float64Array, cols: number): void {
  for (let at = 0; at < to.length; at += cols) {
    const start = (at / cols) * stride;
    for (let col = 0; col < cols; col++) to[at + col]! += from[start + col]!;
  }
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}

/** Copies rows, each so many numbers after the one before, to places that are so many apart. */
export function copyRows(
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
