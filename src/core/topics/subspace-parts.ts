import {
  BLOCK_COLS,
  BLOCK_ROWS,
  FLOAT_BYTES,
  type MatrixKernels,
  newMatrixKernels,
  SPARSE_PANEL,
} from './matrix-kernels.ts';
import { copyRows } from './matrix-products.ts';

// The parts of the work on a `Subspace`, which threads share. How it is cut does not depend on the
// threads, and no part writes where another one does: so the numbers are the same in any number of them.

/** Rows that are multiplied at once: few enough for the cache. */
export const ROWS_AT_ONCE = 512;

const PANEL_BYTES = SPARSE_PANEL * FLOAT_BYTES;

/**
 * A sparse n × m matrix A, a basis Y and its image Z = A Aᵀ Y, both of n rows and of columns that stand
 * 16 by 16 as matrices of their own (panels). Places are in bytes of `memory`.
 */
export interface SubspaceTask {
  readonly memory: WebAssembly.Memory;
  /** n and m. */
  readonly rows: number;
  readonly cols: number;
  /** The rows of Aᵀ. */
  readonly transposed: { indptr: number; indices: number; values: number };
  readonly panels: number;
  /** Rows of a panel: n, and zeros up to whole blocks of the kernels. */
  readonly paddedRows: number;
  /** Two places for Y and Z. */
  readonly bases: readonly [number, number];
  /** What both are multiplied by: (16 · panels)², row-major. */
  readonly rotation: number;
  /** Room of each thread: n × 16 floats, or the rows at once of all panels, if they are more. */
  readonly room: readonly number[];
  /** YᵀY and YᵀZ, of which what is above the diagonal counts: (16 · panels)², row-major. */
  readonly gram: Float64Array;
  readonly projected: Float64Array;
  /** Aᵀ Y for the first columns: m × columns. */
  readonly products: Float32Array;
  /** What is to be done: see below. */
  readonly settings: Float64Array;
}

/** Places of `settings`: which of the bases is Y, a filter's degree and scale, columns of `products`. */
export const [BASIS, DEGREE, SCALE, COLUMNS] = [0, 1, 2, 3];
export const SETTINGS = 4;

/** Z = A Aᵀ Y for the columns of a panel. */
export function applyPanel(task: SubspaceTask, panel: number): void {
  const [basis, image] = panelsAt(task, panel);
  applyGram(task, basis, image);
}

/**
 * Y of a panel becomes T(A Aᵀ) Y with the Chebyshev polynomial T of the degree, at least 2, on the
 * eigenvalues times half the scale, less 1; then Z is as before.
 */
export function filterPanel(task: SubspaceTask, panel: number, thread: number): void {
  const floats = new Float32Array(task.memory.buffer);
  const length = task.rows * SPARSE_PANEL;
  const scale = task.settings[SCALE]!;
  let [before, basis] = panelsAt(task, panel);
  const applied = floatsAt(floats, task.room[thread]!, length);
  combine(floatsAt(floats, basis, length), scale, -1, floatsAt(floats, before, length));
  for (let step = 2; step <= task.settings[DEGREE]!; step++) {
    applyGram(task, basis, task.room[thread]!);
    recur(floatsAt(floats, before, length), applied, scale, floatsAt(floats, basis, length));
    [before, basis] = [basis, before];
  }
  applyGram(task, basis, before);
}

/** YᵀY and YᵀZ for the columns of a panel on the right, and for those up to it on the left. */
export function crossPanel(task: SubspaceTask, part: number, thread: number): void {
  // The longest first, so that no thread is left with it.
  const panel = task.panels - 1 - part;
  const width = task.panels * SPARSE_PANEL;
  const [basis, image] = panelsAt(task, panel);
  for (const [right, product] of [
    [basis, task.gram],
    [image, task.projected],
  ] as const) {
    for (let left = 0; left <= panel; left++) {
      const at = left * SPARSE_PANEL * width + panel * SPARSE_PANEL;
      crossPanels(task, thread, panelsAt(task, left)[0], right, product.subarray(at));
    }
  }
}

/** Multiplies some rows of Y and Z by the rotation, in place. */
export function rotateRows(task: SubspaceTask, part: number, thread: number): void {
  const { panels, paddedRows } = task;
  const first = part * ROWS_AT_ONCE;
  const count = Math.min(ROWS_AT_ONCE, paddedRows - first);
  const length = count * SPARSE_PANEL;
  const floats = new Float32Array(task.memory.buffer);
  for (const basis of task.bases) {
    const at = basis + first * PANEL_BYTES;
    for (let panel = 0; panel < panels; panel++) {
      const rows = floatsAt(floats, at + panel * paddedRows * PANEL_BYTES, length);
      floats.set(rows, (task.room[thread]! + panel * count * PANEL_BYTES) / FLOAT_BYTES);
      rows.fill(0);
    }
    multiplyRows(task, thread, at, count);
  }
}

/** Some rows of Aᵀ Y. */
export function backRows(task: SubspaceTask, part: number, thread: number): void {
  const { products, transposed, settings, cols } = task;
  const columns = settings[COLUMNS]!;
  const first = part * ROWS_AT_ONCE;
  const rows = Math.min(ROWS_AT_ONCE, cols - first);
  const { indptr, indices, values } = transposed;
  const skipped = new Uint32Array(task.memory.buffer, indptr, cols)[first]! * FLOAT_BYTES;
  const out = task.room[thread]!;
  const from = floatsAt(new Float32Array(task.memory.buffer), out, rows * SPARSE_PANEL);
  for (let col = 0; col < columns; col += SPARSE_PANEL) {
    const [panel] = panelsAt(task, col / SPARSE_PANEL);
    const start = indptr + first * FLOAT_BYTES;
    kernelsOf(task).sparseProduct(start, indices + skipped, values + skipped, panel, out, rows);
    const to = products.subarray(first * columns + col);
    const width = Math.min(SPARSE_PANEL, columns - col);
    copyRows(from, SPARSE_PANEL, to, columns, { rows, width });
  }
}

/** out = A Aᵀ · panel */
function applyGram(task: SubspaceTask, panel: number, out: number): void {
  const { indptr, indices, values } = task.transposed;
  floatsAt(new Float32Array(task.memory.buffer), out, task.rows * SPARSE_PANEL).fill(0);
  kernelsOf(task).gramProduct(indptr, indices, values, panel, out, task.cols);
}

/** leftᵀ right for two panels, into rows of a matrix; summed in 64 bits from some rows at a time. */
function crossPanels(
  task: SubspaceTask,
  thread: number,
  left: number,
  right: number,
  product: Float64Array,
): void {
  const kernels = kernelsOf(task);
  const width = task.panels * SPARSE_PANEL;
  const out = task.room[thread]!;
  const sums = floatsAt(new Float32Array(task.memory.buffer), out, SPARSE_PANEL ** 2);
  for (let row = 0; row < SPARSE_PANEL; row++)
    product.fill(0, row * width, row * width + SPARSE_PANEL);
  for (let first = 0; first < task.rows; first += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, task.rows - first);
    const skipped = first * PANEL_BYTES;
    sums.fill(0);
    for (let col = 0; col < SPARSE_PANEL; col += BLOCK_COLS) {
      kernels.denseProduct(
        left + skipped,
        FLOAT_BYTES,
        PANEL_BYTES,
        right + skipped + col * FLOAT_BYTES,
        PANEL_BYTES,
        out + col * FLOAT_BYTES,
        PANEL_BYTES,
        count,
        SPARSE_PANEL / BLOCK_ROWS,
      );
    }
    for (let at = 0; at < sums.length; at++) {
      product[Math.floor(at / SPARSE_PANEL) * width + (at % SPARSE_PANEL)]! += sums[at]!;
    }
  }
}

/** Adds the products of the rows in a thread's room and the rotation to rows of all panels. */
function multiplyRows(task: SubspaceTask, thread: number, out: number, count: number): void {
  const { panels, paddedRows, rotation } = task;
  const kernels = kernelsOf(task);
  const stride = panels * PANEL_BYTES;
  for (let col = 0; col < panels * SPARSE_PANEL; col += BLOCK_COLS) {
    const panel = Math.floor(col / SPARSE_PANEL);
    for (let depth = 0; depth < panels; depth++) {
      kernels.denseProduct(
        task.room[thread]! + depth * count * PANEL_BYTES,
        PANEL_BYTES,
        FLOAT_BYTES,
        rotation + depth * SPARSE_PANEL * stride + col * FLOAT_BYTES,
        stride,
        out + panel * paddedRows * PANEL_BYTES + (col % SPARSE_PANEL) * FLOAT_BYTES,
        PANEL_BYTES,
        SPARSE_PANEL,
        count / BLOCK_ROWS,
      );
    }
  }
}

/** to = a · to + b · other */
function combine(to: Float32Array, a: number, b: number, other: Float32Array): void {
  for (let i = 0; i < to.length; i++) to[i] = a * to[i]! + b * other[i]!;
}

/** The next polynomial in place of the last but one: before = 2 · (scale · applied - basis) - before. */
function recur(
  before: Float32Array,
  applied: Float32Array,
  scale: number,
  basis: Float32Array,
): void {
  for (let i = 0; i < before.length; i++) {
    before[i] = 2 * (scale * applied[i]! - basis[i]!) - before[i]!;
  }
}

/** Places of a panel of Y and of Z. */
function panelsAt({ bases, paddedRows, settings }: SubspaceTask, panel: number): [number, number] {
  const at = panel * paddedRows * PANEL_BYTES;
  const basis = settings[BASIS]!;
  return [bases[basis]! + at, bases[1 - basis]! + at];
}

function floatsAt(floats: Float32Array, place: number, length: number): Float32Array {
  return floats.subarray(place / FLOAT_BYTES, place / FLOAT_BYTES + length);
}

// The threads have a copy of the task each, with the same memory.
const kernels = new WeakMap<WebAssembly.Memory, MatrixKernels>();

function kernelsOf({ memory }: SubspaceTask): MatrixKernels {
  const known = kernels.get(memory) ?? newMatrixKernels(memory);
  kernels.set(memory, known);
  return known;
}
