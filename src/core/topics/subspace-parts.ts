import { BLOCK_COLS, BLOCK_ROWS, FLOAT_BYTES } from './matrix-kernels.ts';
import { type MatrixKernels, newMatrixKernels, SPARSE_PANEL } from './matrix-kernels.ts';

// The parts of the work on a `Subspace`, which threads share. How it is cut does not depend on the
// threads, and no part writes where another one does: so the numbers are the same in any number of them.

/** Rows that are multiplied at once: few enough for the cache. */
export const ROWS_AT_ONCE = 512;

const PANEL_BYTES = SPARSE_PANEL * FLOAT_BYTES;

/** A sparse matrix in the memory of the kernels. */
export interface StoredMatrix {
  readonly rows: number;
  readonly places: readonly [indptr: number, indices: number, values: number];
}

/**
 * A sparse n × m matrix A, a basis Y and its image Z = A Aᵀ Y, both of n rows and of columns that stand
 * 16 by 16 as matrices of their own (panels). Places are in bytes of `memory`.
 */
export interface SubspaceTask {
  readonly memory: WebAssembly.Memory;
  readonly matrix: StoredMatrix;
  readonly transposed: StoredMatrix;
  readonly panels: number;
  /** Rows of a panel: n, and zeros up to whole blocks of the kernels. */
  readonly paddedRows: number;
  /** Two places for Y and Z. */
  readonly bases: readonly [number, number];
  /** What both are multiplied by: (16 · panels)², row-major. */
  readonly rotation: number;
  /** Room of each thread: m × 16 floats, and n × 16 or the rows at once of all panels. */
  readonly back: readonly number[];
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
export function applyPanel(task: SubspaceTask, panel: number, thread: number): void {
  const [basis, image] = panelsAt(task, panel);
  applyGram(task, thread, basis, image);
}

/**
 * Y of a panel becomes T(A Aᵀ) Y with the Chebyshev polynomial T of the degree, at least 2, on the
 * eigenvalues times half the scale, less 1; then Z is as before.
 */
export function filterPanel(task: SubspaceTask, panel: number, thread: number): void {
  const floats = new Float32Array(task.memory.buffer);
  const length = task.matrix.rows * SPARSE_PANEL;
  const scale = task.settings[SCALE]!;
  let [before, basis] = panelsAt(task, panel);
  const applied = floatsAt(floats, task.room[thread]!, length);
  combine(floatsAt(floats, basis, length), scale, -1, floatsAt(floats, before, length));
  for (let step = 2; step <= task.settings[DEGREE]!; step++) {
    applyGram(task, thread, basis, task.room[thread]!);
    recur(floatsAt(floats, before, length), applied, scale, floatsAt(floats, basis, length));
    [before, basis] = [basis, before];
  }
  applyGram(task, thread, basis, before);
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

/** Aᵀ Y for the columns of a panel. */
export function backPanel(task: SubspaceTask, panel: number, thread: number): void {
  const { products, transposed, settings } = task;
  const columns = settings[COLUMNS]!;
  const [basis] = panelsAt(task, panel);
  const back = task.back[thread]!;
  kernelsOf(task).sparseProduct(...transposed.places, basis, back, transposed.rows);
  const from = floatsAt(new Float32Array(task.memory.buffer), back, transposed.rows * SPARSE_PANEL);
  const first = panel * SPARSE_PANEL;
  const width = Math.min(SPARSE_PANEL, columns - first);
  for (let row = 0; row < transposed.rows; row++) {
    for (let col = 0; col < width; col++) {
      products[row * columns + first + col] = from[row * SPARSE_PANEL + col]!;
    }
  }
}

/** out = A Aᵀ · panel */
function applyGram(task: SubspaceTask, thread: number, panel: number, out: number): void {
  const { matrix, transposed } = task;
  const kernels = kernelsOf(task);
  const back = task.back[thread]!;
  kernels.sparseProduct(...transposed.places, panel, back, transposed.rows);
  kernels.sparseProduct(...matrix.places, back, out, matrix.rows);
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
  for (let first = 0; first < task.matrix.rows; first += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, task.matrix.rows - first);
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
