import type { PaperVectors } from './embed-papers.ts';
import { innerProduct, innerProducts } from './inner-products.ts';
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
  /** Whether both are nearly as near. */
  readonly isBetween: boolean;
  /** The terms of greatest share, the greatest first. */
  readonly terms: readonly TermShare[];
}

/** Of two similarities the less is nearly as great if it is at least this part of the other. */
const NEARLY = 0.9;
const TERMS = 6;

/**
 * Why each paper stands in its topic: how near both are, by which terms, and which other topic is next.
 * Null for a paper without terms. What a term adds to the cosine of a paper and a unit centre c is, with
 * x the weights of the paper's terms and P the projection, x_t · (P c)_t / |x P|; so all add up to it.
 */
export function explainTopics(
  vectors: PaperVectors,
  centroids: DenseMatrix,
  topicOf: Uint32Array,
): (TopicReason | null)[] {
  const reasons = new Array<TopicReason | null>(topicOf.length).fill(null);
  const pulls = new TermPulls(vectors.projection, centroids);
  const cosines = new Float64Array(centroids.rows);
  // Topic by topic, since papers of one topic have terms in common.
  for (let topic = 0; topic < centroids.rows; topic++) {
    pulls.turnTo(topic);
    for (
      let paper = topicOf.indexOf(topic);
      paper >= 0;
      paper = topicOf.indexOf(topic, paper + 1)
    ) {
      if (vectors.lengths[paper] === 0) continue;
      const { similarity, terms } = termShares(vectors, paper, pulls);
      const runnerUp = nextTopic(vectors.rows, paper, centroids, topic, cosines);
      const isBetween = runnerUp !== null && isNearly(similarity, runnerUp.similarity);
      reasons[paper] = { similarity, runnerUp, isBetween, terms };
    }
  }
  return reasons;
}

/** A paper that was put into its topic by hand may be far nearer to the runner-up. */
function isNearly(left: number, right: number): boolean {
  return Math.min(left, right) >= NEARLY * Math.max(left, right);
}

/** How far each term draws a paper to the centre of a topic, P c; worked out when first asked for. */
class TermPulls {
  private readonly projection: DenseMatrix;
  private readonly centroids: DenseMatrix;
  private readonly pulls: Float64Array;
  private topic = 0;

  constructor(projection: DenseMatrix, centroids: DenseMatrix) {
    this.projection = projection;
    this.centroids = centroids;
    this.pulls = new Float64Array(projection.rows);
  }

  turnTo(topic: number): void {
    this.topic = topic;
    this.pulls.fill(NaN);
  }

  of(column: number): number {
    const known = this.pulls[column]!;
    if (!Number.isNaN(known)) return known;
    const pull = innerProduct(this.projection, column, this.centroids, this.topic);
    this.pulls[column] = pull;
    return pull;
  }
}

/** The sum of the shares of all terms of a paper, and the greatest of them that are above 0. */
function termShares(
  { matrix, lengths }: PaperVectors,
  paper: number,
  pulls: TermPulls,
): Pick<TopicReason, 'similarity' | 'terms'> {
  let similarity = 0;
  const terms: TermShare[] = [];
  for (let at = matrix.indptr[paper]!; at < matrix.indptr[paper + 1]!; at++) {
    const column = matrix.indices[at]!;
    const share = (matrix.values[at]! * pulls.of(column)) / lengths[paper]!;
    similarity += share;
    if (share > 0 && share > (terms[TERMS - 1]?.share ?? 0)) insert(terms, { column, share });
  }
  return { similarity, terms };
}

/** Puts a share behind those that are as great: columns ascend. */
function insert(terms: TermShare[], added: TermShare): void {
  let place = terms.length;
  while (place > 0 && terms[place - 1]!.share < added.share) place--;
  terms.splice(place, 0, added);
  if (terms.length > TERMS) terms.pop();
}

function nextTopic(
  rows: DenseMatrix,
  paper: number,
  centroids: DenseMatrix,
  topic: number,
  cosines: Float64Array,
): TopicReason['runnerUp'] {
  innerProducts(rows, paper, { matrix: centroids, start: 0, end: centroids.rows }, cosines);
  let best = -1;
  for (let other = 0; other < centroids.rows; other++) {
    // A topic that was merged into another has a centre of zeros.
    if (other === topic || cosines[other] === 0) continue;
    if (best < 0 || cosines[other]! > cosines[best]!) best = other;
  }
  return best < 0 ? null : { topic: best, similarity: cosines[best]! };
}
