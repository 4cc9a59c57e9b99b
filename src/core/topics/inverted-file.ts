import { innerProducts } from './inner-products.ts';
import { RandomNumbers } from './random-numbers.ts';
import { type DenseMatrix, normalizeRows, zeros } from './sparse-matrix.ts';

/** Rows sorted into lists: list l holds `rows` from `starts[l]` to `starts[l + 1]`. */
export interface RowLists {
  readonly count: number;
  /** Length count + 1. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/** Rows filed by the nearest of some centroids. */
export interface InvertedFile {
  /** How many lists each row is to be looked for in. */
  readonly probes: number;
  /** The lists of the nearest centroids of each filed row, the nearest first: rows × probes. */
  readonly nearest: Uint32Array;
  /** Each filed row in the list of its nearest centroid; ascending within a list. */
  readonly lists: RowLists;
  /** Each filed row in all the lists that it is to be looked for in. */
  readonly readers: RowLists;
}

const SAMPLED_PER_LIST = 16;
const LLOYD_STEPS = 4;

/**
 * Files unit rows by about √n centroids, found by a few steps of spherical k-means (Dhillon and
 * Modha 2001) on a sample. `filed` names the rows to file; each is to be looked for in `probes` lists.
 */
export function fileRows(
  rows: DenseMatrix,
  filed: Uint32Array,
  { probes, seed }: { readonly probes: number; readonly seed: number },
): InvertedFile {
  const lists = Math.max(1, Math.round(Math.sqrt(filed.length)));
  const sample = drawRows(filed, lists * SAMPLED_PER_LIST, seed);
  let centroids = copyRows(rows, sample.subarray(0, lists));
  for (let step = 0; step < LLOYD_STEPS; step++) {
    centroids = meansOf(rows, sample, nearestCentroids(rows, sample, centroids, 1), centroids);
  }
  const most = Math.min(probes, lists);
  const nearest = nearestCentroids(rows, filed, centroids, most);
  return {
    probes: most,
    nearest,
    lists: sortIntoLists(filed, nearest, most, { count: lists, taken: 1 }),
    readers: sortIntoLists(filed, nearest, most, { count: lists, taken: most }),
  };
}

/** So many of the rows, all where there are no more, in random order (Fisher and Yates). */
function drawRows(from: Uint32Array, most: number, seed: number): Uint32Array {
  const generator = new RandomNumbers(seed);
  const drawn = from.slice();
  const count = Math.min(most, drawn.length);
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(generator.getFloat() * (drawn.length - i));
    const row = drawn[i]!;
    drawn[i] = drawn[other]!;
    drawn[other] = row;
  }
  return drawn.subarray(0, count);
}

/** The chosen rows of a matrix, in their order: chosen × cols. */
export function copyRows({ cols, values }: DenseMatrix, chosen: Uint32Array): DenseMatrix {
  const copy = zeros(chosen.length, cols);
  chosen.forEach((row, i) => {
    copy.values.set(values.subarray(row * cols, (row + 1) * cols), i * cols);
  });
  return copy;
}

/** For each chosen row the centroids of greatest inner product, the greatest first: rows × most. */
function nearestCentroids(
  rows: DenseMatrix,
  chosen: Uint32Array,
  centroids: DenseMatrix,
  most: number,
): Uint32Array {
  const nearest = new Uint32Array(rows.rows * most);
  const products = new Float64Array(centroids.rows);
  const all = { matrix: centroids, start: 0, end: centroids.rows };
  for (const row of chosen) {
    innerProducts(rows, row, all, products);
    const first = row * most;
    for (let list = 0; list < centroids.rows; list++) {
      const known = Math.min(list, most);
      let rank = known;
      while (rank > 0 && products[list]! > products[nearest[first + rank - 1]!]!) rank--;
      if (rank === most) continue;
      nearest.copyWithin(first + rank + 1, first + rank, first + Math.min(known, most - 1));
      nearest[first + rank] = list;
    }
  }
  return nearest;
}

/** The directions of the means of the rows nearest to each centroid; one without rows stays. */
function meansOf(
  { cols, values }: DenseMatrix,
  chosen: Uint32Array,
  nearest: Uint32Array,
  previous: DenseMatrix,
): DenseMatrix {
  const sums = zeros(previous.rows, cols);
  const filled = new Uint8Array(previous.rows);
  for (const row of chosen) {
    const list = nearest[row]!;
    filled[list] = 1;
    for (let col = 0; col < cols; col++) {
      sums.values[list * cols + col]! += values[row * cols + col]!;
    }
  }
  filled.forEach((isFilled, list) => {
    if (isFilled) return;
    const start = list * cols;
    sums.values.set(previous.values.subarray(start, start + cols), start);
  });
  return normalizeRows(sums);
}

/** Counting sort of rows by the first `taken` of the lists that are nearest to each. */
function sortIntoLists(
  filed: Uint32Array,
  nearest: Uint32Array,
  probes: number,
  { count, taken }: { readonly count: number; readonly taken: number },
): RowLists {
  const starts = new Uint32Array(count + 1);
  const next = new Uint32Array(count);
  const rows = new Uint32Array(filed.length * taken);
  const each = (visit: (row: number, list: number) => void) => {
    for (const row of filed) {
      for (let rank = 0; rank < taken; rank++) visit(row, nearest[row * probes + rank]!);
    }
  };
  each((_, list) => {
    starts[list + 1]! += 1;
  });
  for (let list = 0; list < count; list++) starts[list + 1]! += starts[list]!;
  next.set(starts.subarray(0, count));
  each((row, list) => {
    rows[next[list]!++] = row;
  });
  return { count, starts, rows };
}
