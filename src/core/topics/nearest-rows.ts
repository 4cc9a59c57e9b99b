import { innerProduct, innerProducts } from './inner-products.ts';
import { copyRows, fileRows, type InvertedFile } from './inverted-file.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/** For each row its nearest others, the nearest first: those of row i start at `i * most`. */
export interface NearestRows {
  readonly rows: number;
  readonly most: number;
  /** How many neighbours each row has, at most `most`: rows. The places beyond hold 0. */
  readonly counts: Uint32Array;
  /** The neighbours, never the row itself: rows × most. */
  readonly indices: Uint32Array;
  /** Their cosines, -1 to 1, falling within a row: rows × most. */
  readonly scores: Float64Array;
}

/** Up to so many rows all are compared with all. */
const EXACT_ROWS = 2000;
/** Lists searched for each row, those of the nearest centroids. */
const PROBES = 4;
/** A list is read up to so many times the mean length: equal rows may all share one. */
const LONGEST_READ = 10;
/** Neighbours kept while searching: they lead to neighbours' neighbours. */
const KEPT = 16;
/** Times that each row asks its neighbours for theirs. */
const ROUNDS = 2;

/**
 * For each of some unit rows the `most` others of greatest cosine, of equal ones the earlier; a row
 * of zeros has none and is none. Exact for up to 2,000 rows. Beyond that an inverted file (Jégou,
 * Douze, Schmid 2011, "Product quantization for nearest neighbor search", without the quantization)
 * finds candidates and the neighbours of neighbours complete them (Dong, Moses, Li 2011, "Efficient
 * k-nearest neighbor graph construction"): of 8 neighbours among papers 95 % and more are the true
 * ones. Throws RangeError unless `most` is whole and at least 0.
 */
export function nearestRows(
  rows: DenseMatrix,
  most: number,
  { seed }: { readonly seed: number },
): NearestRows {
  if (!Number.isInteger(most) || most < 0) throw new RangeError(`0 or more rows, got ${most}`);
  const filled = filledRows(rows);
  const reachable = Math.max(0, Math.min(most, filled.length - 1));
  if (filled.length <= EXACT_ROWS || reachable === 0) {
    const search = startSearch(rows, filled, reachable);
    for (const row of filled) compareWith(search, row, 0, filled.length);
    return firstOf(search, most);
  }
  const file = fileRows(rows, filled, { probes: PROBES, seed });
  const kept = Math.min(Math.max(most, KEPT), filled.length - 1);
  const search = startSearch(rows, file.lists.rows, kept);
  readLists(search, file);
  for (let round = 0; round < ROUNDS; round++) askNeighbours(search, file);
  return firstOf(search, most);
}

/** The rows that are not all zeros. */
function filledRows({ rows, cols, values }: DenseMatrix): Uint32Array {
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  return all.filter((row) => values.subarray(row * cols, (row + 1) * cols).some((x) => x !== 0));
}

/** What was found so far; a place without a neighbour has the score -∞. */
interface Search extends NearestRows {
  /** The rows that are compared, in an order that has near ones together. */
  readonly members: Uint32Array;
  readonly vectors: DenseMatrix;
  /** Where a row is among the members: rows. */
  readonly places: Uint32Array;
  /** Room for the scores of one row with all members. */
  readonly products: Float64Array;
}

function startSearch(matrix: DenseMatrix, members: Uint32Array, most: number): Search {
  const { rows } = matrix;
  const places = new Uint32Array(rows);
  members.forEach((row, place) => {
    places[row] = place;
  });
  return {
    rows,
    most,
    counts: new Uint32Array(rows),
    indices: new Uint32Array(rows * most),
    scores: new Float64Array(rows * most).fill(-Infinity),
    members,
    vectors: copyRows(matrix, members),
    places,
    products: new Float64Array(members.length),
  };
}

/** Offers a row and each of the members from `start` to `end` to one another. */
function compareWith(search: Search, row: number, start: number, end: number): void {
  const { members, vectors, places, products } = search;
  innerProducts(vectors, places[row]!, { matrix: vectors, start, end }, products);
  for (let place = start; place < end; place++) {
    const score = products[place - start]!;
    offer(search, row, members[place]!, score);
    offer(search, members[place]!, row, score);
  }
}

/** Takes a neighbour that precedes the last of a row, unless it is the row itself or is there. */
function offer(
  { most, counts, indices, scores }: Search,
  row: number,
  other: number,
  cosine: number,
) {
  const start = row * most;
  const last = start + most - 1;
  if (cosine < scores[last]! || row === other) return;
  const score = Math.min(1, cosine);
  const count = counts[row]!;
  if (count === most && score === scores[last] && other > indices[last]!) return;
  for (let at = start; at < start + count; at++) if (indices[at] === other) return;
  let at = start + Math.min(count, most - 1);
  for (; at > start; at--) {
    const before = scores[at - 1]!;
    if (before > score || (before === score && indices[at - 1]! < other)) break;
    indices[at] = indices[at - 1]!;
    scores[at] = before;
  }
  indices[at] = other;
  scores[at] = score;
  if (count < most) counts[row] = count + 1;
}

/**
 * Compares each row with those in the lists of the nearest centroids, a list at a time, for it then
 * stays in the processor's cache; with all rows, where these are too few.
 */
function readLists(search: Search, { lists, readers }: InvertedFile): void {
  const { members, counts, most } = search;
  const longest = Math.ceil((LONGEST_READ * members.length) / lists.count);
  for (let list = 0; list < lists.count; list++) {
    const start = lists.starts[list]!;
    const end = Math.min(lists.starts[list + 1]!, start + longest);
    for (let at = readers.starts[list]!; at < readers.starts[list + 1]!; at++) {
      compareWith(search, readers.rows[at]!, start, end);
    }
  }
  for (const row of members) {
    if (counts[row]! < most) compareWith(search, row, 0, members.length);
  }
}

/** Compares each row with the neighbours of its neighbours in lists that it has not read. */
function askNeighbours(search: Search, { nearest, probes }: InvertedFile): void {
  const { vectors, places, most, counts, indices } = search;
  const askedBy = new Uint32Array(search.rows).fill(search.rows);
  const wasRead = (row: number, other: number) => {
    const list = nearest[other * probes]!;
    for (let probe = row * probes; probe < (row + 1) * probes; probe++) {
      if (nearest[probe] === list) return true;
    }
    return false;
  };
  for (const row of search.members) {
    for (const neighbour of indices.slice(row * most, row * most + counts[row]!)) {
      for (let at = neighbour * most; at < neighbour * most + counts[neighbour]!; at++) {
        const other = indices[at]!;
        if (askedBy[other] === row) continue;
        askedBy[other] = row;
        if (wasRead(row, other)) continue;
        const score = innerProduct(vectors, places[row]!, vectors, places[other]!);
        offer(search, row, other, score);
        offer(search, other, row, score);
      }
    }
  }
}

/** The first `most` neighbours of each row. */
function firstOf({ rows, most: kept, counts, indices, scores }: Search, most: number): NearestRows {
  const first = {
    rows,
    most,
    counts: counts.map((count) => Math.min(count, most)),
    indices: new Uint32Array(rows * most),
    scores: new Float64Array(rows * most),
  };
  for (let row = 0; row < rows; row++) {
    const end = row * kept + first.counts[row]!;
    first.indices.set(indices.subarray(row * kept, end), row * most);
    first.scores.set(scores.subarray(row * kept, end), row * most);
  }
  return first;
}
