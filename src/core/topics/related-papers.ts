import { innerProduct } from './inner-products.ts';
import type { NearestRows } from './nearest-rows.ts';
import { type DenseMatrix, type SparseMatrix, transpose } from './sparse-matrix.ts';

/** A paper near another one. */
export interface RelatedPaper {
  /** Row of the paper. */
  readonly row: number;
  /** Mean of the cosines of the TF-IDF rows and of the reduced rows, 0 to 1. */
  readonly score: number;
  /** Shared terms, those that add most to the cosine of the TF-IDF rows first. */
  readonly shared: readonly SharedTerm[];
}

/** A term of two papers and what it adds to the cosine of their TF-IDF rows. */
export interface SharedTerm {
  readonly column: number;
  readonly share: number;
}

/** What is wanted of each paper: related papers and shared terms, at most. */
export interface RelatedPapersOptions {
  readonly most: number;
  readonly sharedMost: number;
}

/** How many of the nearest reduced rows to give: enough that the true ones are among them. */
export const RELATED_CANDIDATES = 32;
/** Candidates by words: those that share one of the heaviest terms that few have. */
const RARE_TERMS = 10;
const MOST_HOLDERS = 50;
/** Below this a score is a rounding error. */
const LEAST_SCORE = 1e-6;

/**
 * For each paper the `most` others of greatest score: the mean of the cosines of the TF-IDF rows, which
 * tell the words that they share, and of the reduced rows, which tell the theme. Only those are compared
 * that are near in the reduced space (`near`) or share a rare term. Time grows with papers · root of papers.
 */
export function relatedPapers(
  matrix: SparseMatrix,
  rows: DenseMatrix,
  near: NearestRows,
  { most, sharedMost }: RelatedPapersOptions,
): RelatedPaper[][] {
  const candidatesOf = candidateFinder(matrix, near);
  const weights = new Float64Array(matrix.cols);
  return Array.from({ length: matrix.rows }, (_, row) => {
    const own = { from: matrix.indptr[row]!, to: matrix.indptr[row + 1]! };
    for (let at = own.from; at < own.to; at++) weights[matrix.indices[at]!] = matrix.values[at]!;
    const related = candidatesOf(row)
      .map((other) => ({
        row: other,
        score: (sparseProduct(matrix, weights, other) + innerProduct(rows, row, rows, other)) / 2,
      }))
      .filter(({ score }) => score > LEAST_SCORE)
      .sort((a, b) => b.score - a.score || a.row - b.row)
      .slice(0, most)
      .map(({ row: other, score }) => ({
        row: other,
        score: Math.min(1, score),
        shared: sharedTerms(matrix, weights, other, sharedMost),
      }));
    for (let at = own.from; at < own.to; at++) weights[matrix.indices[at]!] = 0;
    return related;
  });
}

/** Finds the rows to compare a row with, each once: its nearest ones and those of its rare terms. */
function candidateFinder(matrix: SparseMatrix, near: NearestRows): (row: number) => number[] {
  const holders = transpose(matrix);
  const askedBy = new Int32Array(matrix.rows).fill(-1);
  return (row) => {
    const candidates: number[] = [];
    const consider = (other: number) => {
      if (other === row || askedBy[other] === row) return;
      askedBy[other] = row;
      candidates.push(other);
    };
    const first = row * near.most;
    for (let i = 0; i < near.counts[row]!; i++) consider(near.indices[first + i]!);
    for (const column of rarestTerms(matrix, holders, row)) {
      for (let at = holders.indptr[column]!; at < holders.indptr[column + 1]!; at++) {
        consider(holders.indices[at]!);
      }
    }
    return candidates;
  };
}

/** The terms of a row that weigh most, of those that few others have. */
function rarestTerms(matrix: SparseMatrix, holders: SparseMatrix, row: number): number[] {
  const entries: { column: number; weight: number }[] = [];
  for (let at = matrix.indptr[row]!; at < matrix.indptr[row + 1]!; at++) {
    const column = matrix.indices[at]!;
    const count = holders.indptr[column + 1]! - holders.indptr[column]!;
    if (count <= MOST_HOLDERS) entries.push({ column, weight: matrix.values[at]! });
  }
  entries.sort((a, b) => b.weight - a.weight || a.column - b.column);
  return entries.slice(0, RARE_TERMS).map(({ column }) => column);
}

function sparseProduct(matrix: SparseMatrix, weights: Float64Array, row: number): number {
  let sum = 0;
  for (let at = matrix.indptr[row]!; at < matrix.indptr[row + 1]!; at++) {
    sum += weights[matrix.indices[at]!]! * matrix.values[at]!;
  }
  return sum;
}

function sharedTerms(
  matrix: SparseMatrix,
  weights: Float64Array,
  row: number,
  most: number,
): SharedTerm[] {
  const shared: SharedTerm[] = [];
  for (let at = matrix.indptr[row]!; at < matrix.indptr[row + 1]!; at++) {
    const share = weights[matrix.indices[at]!]! * matrix.values[at]!;
    if (share > 0) shared.push({ column: matrix.indices[at]!, share });
  }
  shared.sort((a, b) => b.share - a.share || a.column - b.column);
  return shared.slice(0, most);
}
