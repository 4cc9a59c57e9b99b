import {
  BLOCK_COLS,
  BLOCK_ROWS,
  FLOAT_BYTES,
  type MatrixKernels,
  newMatrixKernels,
  reserve,
} from './matrix-kernels.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/** Rows that go through the kernels at once: few enough for the cache. */
const ROWS_AT_ONCE = 512;

// These work block by block in a small memory, so that one set of kernels serves all.
let shared: MatrixKernels | null = null;

function sharedKernels(): MatrixKernels {
  shared ??= newMatrixKernels();
  return shared;
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
  const out = floats.subarray(outAt / FLOAT_BYTES, outAt / FLOAT_BYTES + ROWS_AT_ONCE * stride);
  for (let first = 0; first < left.rows; first += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, left.rows - first);
    floats.set(left.values.subarray(first * depth, (first + rows) * depth), leftAt / FLOAT_BYTES);
    out.fill(0, 0, roundUp(rows, BLOCK_ROWS) * stride);
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
        roundUp(rows, BLOCK_ROWS) / BLOCK_ROWS,
      );
    }
    visit(first, rows, out, stride);
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
