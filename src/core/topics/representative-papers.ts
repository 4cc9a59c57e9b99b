import type { DenseMatrix } from './sparse-matrix.ts';
import { membersOf } from './topic-term-counts.ts';

/** How representatives are chosen. */
export interface RepresentativeOptions {
  /** Papers of a topic, at most; 3 where it is not given. */
  readonly most?: number;
  /** Whether a paper can stand for others, as one with an abstract can; others stand in for want of any. */
  readonly isTelling?: (row: number) => boolean;
}

/** How much nearness to the centroid counts, the rest being unlikeness to those that are chosen. */
const NEARNESS = 0.7;

/**
 * For each topic the rows of papers that stand for it, the nearest to its centroid first: near the
 * centroid and unlike each other by maximal marginal relevance (Carbonell and Goldstein 1998) of
 * cosines. `rows` has unit rows (zeros for a paper without terms), `centroids` a row for each topic. Of
 * equals the first row is chosen. A topic without papers has none.
 */
export function representativePapers(
  rows: DenseMatrix,
  topicOf: Uint32Array,
  centroids: DenseMatrix,
  { most = 3, isTelling = () => true }: RepresentativeOptions = {},
): number[][] {
  const members = membersOf(topicOf, centroids.rows);
  return Array.from({ length: centroids.rows }, (_, topic) => {
    const own = members.rows.subarray(members.indptr[topic], members.indptr[topic + 1]);
    const telling = own.filter(isTelling);
    const others = own.filter((row) => !isTelling(row));
    const centroid = rowOf(centroids, topic);
    const chosen = chooseUnlike(rows, telling, centroid, most);
    return [...chosen, ...chooseUnlike(rows, others, centroid, most - chosen.length)];
  });
}

function chooseUnlike(
  rows: DenseMatrix,
  own: Uint32Array,
  centroid: Float32Array,
  most: number,
): number[] {
  const length = Math.sqrt(dot(centroid, centroid)) || 1;
  const nearness = Array.from(own, (row) => dot(rowOf(rows, row), centroid) / length);
  const likeness = new Float64Array(own.length);
  const chosen: number[] = [];
  const left = new Set(own.keys());
  while (left.size > 0 && chosen.length < most) {
    const score = (at: number) => NEARNESS * nearness[at]! - (1 - NEARNESS) * likeness[at]!;
    const next = [...left].reduce((best, at) => (score(at) > score(best) ? at : best));
    left.delete(next);
    chosen.push(own[next]!);
    for (const at of left) {
      const cosine = dot(rowOf(rows, own[at]!), rowOf(rows, own[next]!));
      likeness[at] = Math.max(likeness[at]!, cosine);
    }
  }
  return chosen;
}

function rowOf(matrix: DenseMatrix, row: number): Float32Array {
  return matrix.values.subarray(row * matrix.cols, (row + 1) * matrix.cols);
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += left[i]! * right[i]!;
  return sum;
}
