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
   * out (cols × 16) += sparseᵀ × sparse × panel (cols × 16), for a sparse matrix of at least one row. Each of
   * its rows is read twice, so that their products need no room, which would not fit into the cache.
   */
  gramProduct(
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
  compiled ??= new WebAssembly.Module(assemble([sparseProduct(), gramProduct(), denseProduct()]));
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

// Locals of both sparse kernels.
const [INDPTR, INDICES, VALUES, PANEL, OUT, ROWS, COUNT, FROM] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
/** For the second reading of a row. */
const [INDICES_AGAIN, VALUES_AGAIN] = [8, 9] as const;
const VALUE = 10;
const SUMS = range(VALUE + 1, SPARSE_PANEL / 4);

/** Visits the entries of the present row, each in `VALUE`, with its row of a panel at `FROM`. */
function eachEntry(indices: number, values: number, panel: number, visit: Code): Code {
  const entry: Code = [
    set(VALUE, loadSplat(get(values))),
    // A row of a panel has 16 floats, 2⁶ bytes.
    set(FROM, add(get(panel), shiftLeft(loadInteger(get(indices)), 6))),
    visit,
    advance(indices, integer(FLOAT_BYTES)),
    advance(values, integer(FLOAT_BYTES)),
  ];
  return [
    set(COUNT, subtract(loadInteger(get(INDPTR), FLOAT_BYTES), loadInteger(get(INDPTR)))),
    unlessZero(COUNT, repeat(COUNT, entry)),
  ];
}

/** The sums of each row of a sparse matrix by a panel, and what becomes of them. */
function sparseKernel(name: string, finish: Code) {
  const part = (i: number) => loadVector(get(FROM), i * VECTOR_BYTES);
  const code: Code = [
    set(INDICES_AGAIN, get(INDICES)),
    set(VALUES_AGAIN, get(VALUES)),
    repeat(ROWS, [
      SUMS.map((sum) => set(sum, vectorZeros)),
      eachEntry(
        INDICES,
        VALUES,
        PANEL,
        SUMS.map((sum, i) => accumulate(sum, get(VALUE), part(i))),
      ),
      finish,
      advance(INDPTR, integer(FLOAT_BYTES)),
    ]),
  ];
  return { name, parameters: 6, integers: 4, vectors: 1 + SUMS.length, code };
}

function sparseProduct() {
  return sparseKernel('sparseProduct', [
    SUMS.map((sum, i) => storeVector(get(OUT), i * VECTOR_BYTES, get(sum))),
    advance(OUT, integer(SPARSE_PANEL * FLOAT_BYTES)),
  ]);
}

function gramProduct() {
  const addSums = SUMS.map((sum, i) => {
    const at = i * VECTOR_BYTES;
    const product = multiplyVectors(get(VALUE), get(sum));
    return storeVector(get(FROM), at, addVectors(loadVector(get(FROM), at), product));
  });
  return sparseKernel('gramProduct', eachEntry(INDICES_AGAIN, VALUES_AGAIN, OUT, addSums));
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
