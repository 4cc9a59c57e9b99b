import { type SparseMatrix, transpose } from './sparse-matrix.ts';

/** A paper near another one. */
export interface RelatedPaper {
  /** Row of the paper. */
  readonly row: number;
  /** Cosine of the TF-IDF rows, 0 to 1. */
  readonly score: number;
  /** Columns of the shared terms, those that add most to the cosine first. */
  readonly sharedColumns: readonly number[];
}

/** Below this a score is a rounding error. */
const LEAST_SCORE = 1e-9;

/**
 * For each row of a matrix with unit rows the `most` others of greatest cosine above 0; of equal
 * ones the earlier row. Exact, by an inverted index: time grows with the sum of the squared document
 * frequencies.
 */
export function relatedPapers(
  matrix: SparseMatrix,
  most: number,
  sharedMost: number,
): RelatedPaper[][] {
  const postings = transpose(matrix);
  const scores = new Float64Array(matrix.rows);
  return Array.from({ length: matrix.rows }, (_, row) => {
    const touched = accumulate(matrix, postings, row, scores);
    scores[row] = 0;
    const nearest = greatest(touched, scores, most).map((other) => ({
      row: other,
      score: Math.min(1, scores[other]!),
      sharedColumns: sharedColumns(matrix, row, other, sharedMost),
    }));
    for (const other of touched) scores[other] = 0;
    return nearest;
  });
}

/** Adds the cosines of all rows with one into `scores`, and names the rows that it touched. */
function accumulate(
  matrix: SparseMatrix,
  postings: SparseMatrix,
  row: number,
  scores: Float64Array,
): number[] {
  const touched: number[] = [];
  for (let entry = matrix.indptr[row]!; entry < matrix.indptr[row + 1]!; entry++) {
    const value = matrix.values[entry]!;
    const col = matrix.indices[entry]!;
    for (let posting = postings.indptr[col]!; posting < postings.indptr[col + 1]!; posting++) {
      const other = postings.indices[posting]!;
      if (scores[other] === 0) touched.push(other);
      scores[other]! += value * postings.values[posting]!;
    }
  }
  return touched;
}

/** The `most` rows of greatest score above 0, by falling score; of equal ones the earlier row. */
function greatest(rows: readonly number[], scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  const precedes = (a: number, b: number) =>
    scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b);
  for (const row of rows) {
    if (scores[row]! <= LEAST_SCORE) continue;
    if (best.length === most && !precedes(row, best[most - 1]!)) continue;
    if (best.length === most) best.pop();
    const at = best.findIndex((other) => precedes(row, other));
    best.splice(at < 0 ? best.length : at, 0, row);
  }
  return best;
}

function sharedColumns(matrix: SparseMatrix, row: number, other: number, most: number): number[] {
  const weights = new Map<number, number>();
  for (let entry = matrix.indptr[row]!; entry < matrix.indptr[row + 1]!; entry++) {
    weights.set(matrix.indices[entry]!, matrix.values[entry]!);
  }
  const shared: { column: number; share: number }[] = [];
  for (let entry = matrix.indptr[other]!; entry < matrix.indptr[other + 1]!; entry++) {
    const column = matrix.indices[entry]!;
    const weight = weights.get(column);
    if (weight !== undefined) shared.push({ column, share: weight * matrix.values[entry]! });
  }
  shared.sort((a, b) => b.share - a.share || a.column - b.column);
  return shared.slice(0, most).map(({ column }) => column);
}
