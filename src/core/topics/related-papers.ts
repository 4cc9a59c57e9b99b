import {
  runParts,
  sharedDoubles,
  sharedFloats,
  sharedIntegers,
  usualThreads,
} from '../run-parts.ts';
import { Greatest } from './greatest.ts';
import { innerProduct } from './inner-products.ts';
import type { NearestRows } from './nearest-rows.ts';
import { type CandidateSources, RelatedCandidates } from './related-candidates.ts';
import { type DenseMatrix, type SparseMatrix, transpose } from './sparse-matrix.ts';

/** A paper near another one. */
export interface RelatedPaper {
  /** Row of the paper. */
  readonly row: number;
  /** 0.65 of the cosine of the TF-IDF rows and 0.35 of that of the reduced rows, 0 to 1. */
  readonly score: number;
  /** Shared terms, those that add most to the cosine of the TF-IDF rows first. */
  readonly shared: readonly SharedTerm[];
}

/** A term of two papers and what it adds to their score: 0.65 of what it adds to the cosine of their TF-IDF rows. */
export interface SharedTerm {
  readonly column: number;
  readonly share: number;
}

/** What is wanted of each paper: related papers and shared terms, at most. */
export interface RelatedPapersOptions {
  readonly most: number;
  readonly sharedMost: number;
  /** Threads at work; if it is not given, as many as pay. */
  readonly threads?: number;
}

/** The related papers of each row: those of row i start at `i * most`, the nearest first. */
export interface RelatedPapers {
  readonly rows: number;
  readonly most: number;
  readonly sharedMost: number;
  /** How many each row has: rows. */
  readonly counts: Uint32Array;
  /** Their rows and scores: rows × most. */
  readonly indices: Uint32Array;
  readonly scores: Float64Array;
  /** How many terms each of them shares, of greatest share: rows × most. */
  readonly sharedCounts: Uint32Array;
  /** Those terms, those of greatest share first, and their shares: rows × most × sharedMost. */
  readonly sharedColumns: Uint32Array;
  readonly shares: Float64Array;
}

/** How many of the nearest reduced rows to give: enough that the true ones are among them. */
export const RELATED_CANDIDATES = 32;
/** How much the shared words count; the rest is the theme. Bare titles need more of it than abstracts do. */
const WORDS = 0.65;
/** Below this a score is a rounding error. */
const LEAST_SCORE = 1e-6;
/** Parts of the rows, far more than there are threads, so that these end together. */
const PARTS = 64;
/** Terms of all papers that pay for starting threads: half a second. */
const WORTH_THREADS = 500_000;

/** What all parts read, and where they write. */
export interface RelatedTask extends CandidateSources {
  readonly rows: DenseMatrix;
  readonly related: RelatedPapers;
}

/**
 * For each paper the `most` others of greatest score: 0.65 of the cosine of the TF-IDF rows, which
 * tells the words that they share, and 0.35 of that of the reduced rows, which tells the theme. Only those are compared
 * that are near in the reduced space (`near`) or share a rare term. Time grows with papers · root of papers.
 */
export function relatedPapers(
  matrix: SparseMatrix,
  rows: DenseMatrix,
  near: NearestRows,
  options: RelatedPapersOptions,
): RelatedPapers {
  const isLong = matrix.values.length > WORTH_THREADS;
  const { threads = isLong ? usualThreads() : 1 } = options;
  const related = emptyLists(matrix.rows, options);
  const task: RelatedTask = { matrix, holders: transpose(matrix), rows, near, related };
  runParts(relatePart, {
    module: import.meta.url,
    input: threads > 1 ? sharedTask(task) : task,
    parts: PARTS,
    threads,
  });
  return related;
}

function emptyLists(rows: number, { most, sharedMost }: RelatedPapersOptions): RelatedPapers {
  return {
    rows,
    most,
    sharedMost,
    counts: sharedIntegers(rows),
    indices: sharedIntegers(rows * most),
    scores: sharedDoubles(rows * most),
    sharedCounts: sharedIntegers(rows * most),
    sharedColumns: sharedIntegers(rows * most * sharedMost),
    shares: sharedDoubles(rows * most * sharedMost),
  };
}

function sharedTask({ matrix, holders, rows, near, related }: RelatedTask): RelatedTask {
  const sharedSparse = (sparse: SparseMatrix): SparseMatrix => ({
    ...sparse,
    indptr: sharedIntegers(sparse.indptr),
    indices: sharedIntegers(sparse.indices),
    values: sharedFloats(sparse.values),
  });
  return {
    matrix: sharedSparse(matrix),
    holders: sharedSparse(holders),
    rows: { ...rows, values: sharedFloats(rows.values) },
    near: {
      most: near.most,
      counts: sharedIntegers(near.counts),
      indices: sharedIntegers(near.indices),
    },
    related,
  };
}

/** The related papers of a row, the nearest first. */
export function relatedTo(related: RelatedPapers, row: number): RelatedPaper[] {
  const { most, sharedMost, counts, indices, scores } = related;
  return Array.from({ length: counts[row]! }, (_, rank) => {
    const at = row * most + rank;
    const shared = Array.from({ length: related.sharedCounts[at]! }, (_, place) => ({
      column: related.sharedColumns[at * sharedMost + place]!,
      share: related.shares[at * sharedMost + place]!,
    }));
    return { row: indices[at]!, score: Math.min(1, scores[at]!), shared };
  });
}

/** Finds the related papers of one of the parts of all rows. */
export function relatePart(task: RelatedTask, part: number): void {
  const { matrix, rows, related } = task;
  const { most, sharedMost } = related;
  const candidates = new RelatedCandidates(task);
  const weights = new Float64Array(matrix.cols);
  const nearest = new Greatest(related.indices, related.scores, most);
  const shared = new Greatest(related.sharedColumns, related.shares, sharedMost);
  const end = Math.floor(((part + 1) * matrix.rows) / PARTS);
  for (let row = Math.floor((part * matrix.rows) / PARTS); row < end; row++) {
    const own = { from: matrix.indptr[row]!, to: matrix.indptr[row + 1]! };
    for (let at = own.from; at < own.to; at++) weights[matrix.indices[at]!] = matrix.values[at]!;
    nearest.begin(row * most);
    for (const other of candidates.of(row)) {
      const score =
        WORDS * sparseProduct(matrix, weights, other) +
        (1 - WORDS) * innerProduct(rows, row, rows, other);
      if (score > LEAST_SCORE) nearest.offer(other, score);
    }
    related.counts[row] = nearest.count;
    for (let at = row * most; at < row * most + nearest.count; at++) {
      shared.begin(at * sharedMost);
      offerShared(matrix, weights, related.indices[at]!, shared);
      related.sharedCounts[at] = shared.count;
    }
    for (let at = own.from; at < own.to; at++) weights[matrix.indices[at]!] = 0;
  }
}

function sparseProduct(matrix: SparseMatrix, weights: Float64Array, row: number): number {
  const { indptr, indices, values } = matrix;
  let sum = 0;
  for (let at = indptr[row]!; at < indptr[row + 1]!; at++) {
    sum += weights[indices[at]!]! * values[at]!;
  }
  return sum;
}

function offerShared(
  { indptr, indices, values }: SparseMatrix,
  weights: Float64Array,
  row: number,
  shared: Greatest,
): void {
  for (let at = indptr[row]!; at < indptr[row + 1]!; at++) {
    const share = WORDS * weights[indices[at]!]! * values[at]!;
    if (share > 0) shared.offer(indices[at]!, share);
  }
}
