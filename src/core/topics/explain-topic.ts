import { innerProduct } from './inner-products.ts';
import type { PaperVectors } from './embed-papers.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/** A term of a paper, and what it adds to the cosine with a topic's centre; less than 0 if it pulls away. */
export interface TermShare {
  readonly column: number;
  readonly share: number;
}

/** Why a paper stands in its topic. */
export interface TopicReason {
  /** Cosine of the paper and the centre of its topic: the sum of the shares of all its terms. */
  readonly similarity: number;
  /** The other topic of greatest cosine; null where there is no other. */
  readonly runnerUp: { readonly topic: number; readonly similarity: number } | null;
  /** Whether the runner-up is nearly as near. */
  readonly isBetween: boolean;
  /** The terms of greatest share, the greatest first. */
  readonly terms: readonly TermShare[];
}

/** A runner-up with at least this part of the paper's similarity to its topic is nearly as near. */
const NEARLY = 0.9;
const TERMS = 6;

/**
 * Why a paper stands in a topic: how near both are, by which terms, and which other topic is next. Null
 * for a paper without terms.
 */
export function explainTopic(
  vectors: PaperVectors,
  centroids: DenseMatrix,
  paper: number,
  topic: number,
): TopicReason | null {
  const shares = termShares(vectors, centroids, paper, topic);
  if (shares.length === 0) return null;
  const similarity = shares.reduce((sum, { share }) => sum + share, 0);
  const runnerUp = nextTopic(vectors.rows, centroids, paper, topic);
  return {
    similarity,
    runnerUp,
    isBetween: runnerUp !== null && runnerUp.similarity >= NEARLY * similarity,
    terms: shares
      .toSorted((a, b) => b.share - a.share || a.column - b.column)
      .slice(0, TERMS)
      .filter(({ share }) => share > 0),
  };
}

/**
 * What each term of a paper adds to its cosine with a topic's unit centre c: with x the weights of the
 * terms and P the projection, the cosine x P c / |x P| is the sum over the terms t of
 * x_t · (P c)_t / |x P|. None for a paper without terms.
 */
export function termShares(
  { matrix, projection }: PaperVectors,
  centroids: DenseMatrix,
  paper: number,
  topic: number,
): TermShare[] {
  const length = projectedLength(matrix, projection, paper);
  if (length === 0) return [];
  const shares: TermShare[] = [];
  for (let at = matrix.indptr[paper]!; at < matrix.indptr[paper + 1]!; at++) {
    const column = matrix.indices[at]!;
    const pull = innerProduct(projection, column, centroids, topic);
    shares.push({ column, share: (matrix.values[at]! * pull) / length });
  }
  return shares;
}

function projectedLength(
  matrix: PaperVectors['matrix'],
  projection: DenseMatrix,
  paper: number,
): number {
  const { cols, values } = projection;
  const row = new Float64Array(cols);
  for (let at = matrix.indptr[paper]!; at < matrix.indptr[paper + 1]!; at++) {
    const from = matrix.indices[at]! * cols;
    const weight = matrix.values[at]!;
    for (let col = 0; col < cols; col++) row[col]! += weight * values[from + col]!;
  }
  return Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
}

function nextTopic(
  rows: DenseMatrix,
  centroids: DenseMatrix,
  paper: number,
  topic: number,
): TopicReason['runnerUp'] {
  let best: TopicReason['runnerUp'] = null;
  for (let other = 0; other < centroids.rows; other++) {
    if (other === topic) continue;
    const similarity = innerProduct(rows, paper, centroids, other);
    // A topic that was merged into another has a centre of zeros.
    if (similarity === 0) continue;
    if (best === null || similarity > best.similarity) best = { topic: other, similarity };
  }
  return best;
}
