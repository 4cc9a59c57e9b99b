import {
  add,
  addVectors,
  advance,
  assemble,
  type Code,
  get,
  integer,
  loadInteger,
  loadSplat,
  loadVector,
  MOST_PAGES,
  multiplyVectors,
  repeat,
  set,
  shiftLeft,
  storeVector,
  subtract,
  unlessZero,
  vectorZeros,
} from './wasm-module.ts';

// Nearly all time of vectors and clusters goes into the two loops here. JavaScript has no vector
// instructions; with those of WebAssembly (four floats at once) they are several times as fast. The
// results are the same on every machine: the instructions used are exactly specified.

const VECTOR_BYTES = 16;
export const FLOAT_BYTES = 4;
const PAGE_BYTES = 65_536;
const CACHE_LINE_BYTES = 64;

/** Columns of the dense factor in a product by a sparse matrix: one cache line of floats. */
export const SPARSE_PANEL = 16;
/** Rows of a block of a dense product. */
export const BLOCK_ROWS = 4;
/** Columns of such a block. */
export const BLOCK_COLS = 8;

/** The kernels; all pointers and strides are in bytes of `memory`. */
export interface MatrixKernels {
  readonly memory: WebAssembly.Memory;
  /** out (rows × 16) = sparse (rows of CSR) × panel (cols × 16), for at least one row. */
  sparseProduct(
    indptr: number,
    indices: number,
    values: number,
    panel: number,
    out: number,
    rows: number,
  ): void;
  /**
   * out (4 · blocks × 8) += left (4 · blocks × depth) × right (depth × 8), for at least one block and
   * a depth of at least one.
   */
  denseProduct(
    left: number,
    leftRowStride: number,
    leftColStride: number,
    right: number,
    rightStride: number,
    out: number,
    outStride: number,
    depth: number,
    blocks: number,
  ): void;
}

let compiled: WebAssembly.Module | null = null;

/** Memory that threads may share, for so many bytes. */
export function newMemory(bytes: number): WebAssembly.Memory {
  const initial = Math.ceil(bytes / PAGE_BYTES);
  return new WebAssembly.Memory({ initial, maximum: MOST_PAGES, shared: true });
}

/** The kernels on some memory, their own where it is not given: it is freed with them. */
export function newMatrixKernels(memory = newMemory(0)): MatrixKernels {
  compiled ??= new WebAssembly.Module(assemble([sparseProduct(), denseProduct()]));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return { ...(exports as unknown as Omit<MatrixKernels, 'memory'>), memory };
}

/** Places in a memory for arrays of so many floats, and how many bytes they take together. */
export function layOut(lengths: readonly number[]): { places: number[]; bytes: number } {
  let bytes = 0;
  const places = lengths.map((length) => {
    const place = bytes;
    bytes += Math.ceil((length * FLOAT_BYTES) / CACHE_LINE_BYTES) * CACHE_LINE_BYTES;
    return place;
  });
  return { places, bytes };
}

/**
 * Places in the memory of kernels for arrays of so many floats, which may hold anything; views of the
 * memory from before are void.
 */
export function reserve({ memory }: MatrixKernels, lengths: readonly number[]): number[] {
  const { places, bytes } = layOut(lengths);
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  return places;
}

const range = (from: number, length: number): number[] =>
  Array.from({ length }, (_, i) => from + i);

/** sum = sum + a · b */
const accumulate = (sum: number, a: Code, b: Code): Code =>
  set(sum, addVectors(get(sum), multiplyVectors(a, b)));

function sparseProduct() {
  const [indptr, indices, values, panel, out, rows, count, from] = [
    0, 1, 2, 3, 4, 5, 6, 7,
  ] as const;
  const value = 8;
  const sums = range(9, SPARSE_PANEL / 4);
  const floatBytes = integer(FLOAT_BYTES);
  const addEntry: Code = [
    set(value, loadSplat(get(values))),
    // A row of the panel has 16 floats, 2⁶ bytes.
    set(from, add(get(panel), shiftLeft(loadInteger(get(indices)), 6))),
    sums.map((sum, i) => accumulate(sum, get(value), loadVector(get(from), i * VECTOR_BYTES))),
    advance(indices, floatBytes),
    advance(values, floatBytes),
  ];
  const code = repeat(rows, [
    set(count, subtract(loadInteger(get(indptr), FLOAT_BYTES), loadInteger(get(indptr)))),
    sums.map((sum) => set(sum, vectorZeros)),
    unlessZero(count, repeat(count, addEntry)),
    sums.map((sum, i) => storeVector(get(out), i * VECTOR_BYTES, get(sum))),
    advance(out, integer(SPARSE_PANEL * FLOAT_BYTES)),
    advance(indptr, floatBytes),
  ]);
  return { name: 'sparseProduct', parameters: 6, integers: 2, vectors: 1 + sums.length, code };
}

function denseProduct() {
  const [left, leftRowStride, leftColStride, right, rightStride] = [0, 1, 2, 3, 4] as const;
  const [out, outStride, depth, blocks] = [5, 6, 7, 8] as const;
  const [count, from] = [9, 10] as const;
  const rows = range(11, BLOCK_ROWS);
  const value = 11 + BLOCK_ROWS;
  const columns = range(value + 1, BLOCK_COLS / 4);
  const sums = rows.map((_, i) => range(value + 1 + columns.length * (i + 1), columns.length));
  const addStep: Code = [
    columns.map((column, j) => set(column, loadVector(get(from), j * VECTOR_BYTES))),
    rows.map((row, i) => [
      set(value, loadSplat(get(row))),
      columns.map((column, j) => accumulate(sums[i]![j]!, get(value), get(column))),
      advance(row, get(leftColStride)),
    ]),
    advance(from, get(rightStride)),
  ];
  const code = repeat(blocks, [
    rows.map((row) => [set(row, get(left)), advance(left, get(leftRowStride))]),
    set(from, get(out)),
    sums.map((ofRow) => [
      ofRow.map((sum, j) => set(sum, loadVector(get(from), j * VECTOR_BYTES))),
      advance(from, get(outStride)),
    ]),
    set(from, get(right)),
    set(count, get(depth)),
    repeat(count, addStep),
    sums.map((ofRow) => [
      ofRow.map((sum, j) => storeVector(get(out), j * VECTOR_BYTES, get(sum))),
      advance(out, get(outStride)),
    ]),
  ]);
  const vectors = 1 + columns.length * (1 + BLOCK_ROWS);
  return { name: 'denseProduct', parameters: 9, integers: 2 + BLOCK_ROWS, vectors, code };
}
