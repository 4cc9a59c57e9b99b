import type { DenseMatrix } from './sparse-matrix.ts';

/** Topics of up to this number need no areas above them. */
export const MOST_WITHOUT_AREAS = 25;

/**
 * Groups topics into areas by Ward's linkage of their centres (Ward 1963; merged by the update formula
 * of Lance and Williams 1967), each centre with the weight of its papers. Returns the area of each topic,
 * numbered by size of their papers, the largest first. The tree is cut where the next merge would cost
 * most in proportion to the one before, between 1.2 and 1.7 times the root of the number of topics,
 * at least 2 and at most 25.
 */
export function groupTopics(centroids: DenseMatrix, sizes: ArrayLike<number>): Uint32Array {
  const topics = centroids.rows;
  const root = Math.sqrt(topics);
  const fewest = Math.min(topics, Math.max(2, Math.min(20, Math.round(1.2 * root))));
  const most = Math.min(topics, Math.max(fewest, Math.min(25, Math.round(1.7 * root))));
  const merges = wardMerges(centroids, sizes);
  let areas = most;
  let steepest = 0;
  for (let count = most; count >= fewest; count--) {
    // After topics - count merges so many areas are left; the next merge is at that index.
    const next = merges[topics - count]?.cost ?? Infinity;
    const before = merges[topics - count - 1]?.cost ?? 0;
    const rise = before === 0 ? 0 : next / before;
    if (rise <= steepest) continue;
    steepest = rise;
    areas = count;
  }
  return numberAreas(topics, merges.slice(0, topics - areas), sizes);
}

/** Two groups that become one, named by their first topics, and the rise of the sum of squares. */
interface Merge {
  readonly kept: number;
  readonly gone: number;
  readonly cost: number;
}

function wardMerges(centroids: DenseMatrix, sizes: ArrayLike<number>): Merge[] {
  const count = centroids.rows;
  const weights = Float64Array.from({ length: count }, (_, topic) => sizes[topic]!);
  const costs = wardCosts(centroids, weights);
  const alive = Array.from({ length: count }, (_, topic) => topic);
  const merges: Merge[] = [];
  while (alive.length > 1) {
    const { kept, gone, cost } = cheapest(alive, costs, count);
    alive.splice(alive.indexOf(gone), 1);
    const [a, b] = [weights[kept]!, weights[gone]!];
    for (const other of alive) {
      if (other === kept) continue;
      const c = weights[other]!;
      const merged =
        ((a + c) * costs[kept * count + other]! +
          (b + c) * costs[gone * count + other]! -
          c * cost) /
        (a + b + c);
      costs[kept * count + other] = merged;
      costs[other * count + kept] = merged;
    }
    weights[kept] = a + b;
    merges.push({ kept, gone, cost });
  }
  return merges;
}

/** What it costs to merge each two topics: a · b / (a + b) · |x - y|². */
function wardCosts({ rows, cols, values }: DenseMatrix, weights: Float64Array): Float64Array {
  const costs = new Float64Array(rows * rows);
  for (let left = 0; left < rows; left++) {
    for (let right = 0; right < left; right++) {
      let square = 0;
      for (let col = 0; col < cols; col++) {
        square += (values[left * cols + col]! - values[right * cols + col]!) ** 2;
      }
      const [a, b] = [weights[left]!, weights[right]!];
      const cost = ((a * b) / (a + b)) * square;
      costs[left * rows + right] = cost;
      costs[right * rows + left] = cost;
    }
  }
  return costs;
}

function cheapest(alive: readonly number[], costs: Float64Array, stride: number): Merge {
  let best: Merge = { kept: alive[0]!, gone: alive[1]!, cost: Infinity };
  alive.forEach((kept, place) => {
    for (const gone of alive.slice(place + 1)) {
      const cost = costs[kept * stride + gone]!;
      if (cost < best.cost) best = { kept, gone, cost };
    }
  });
  return best;
}

/** The area of each topic after some merges; the area of most papers is number 0. */
function numberAreas(
  topics: number,
  merges: readonly Merge[],
  sizes: ArrayLike<number>,
): Uint32Array {
  const group = Array.from({ length: topics }, (_, topic) => topic);
  for (const { kept, gone } of merges) {
    group.forEach((of, topic) => {
      if (of === gone) group[topic] = kept;
    });
  }
  const papers = new Map<number, number>();
  group.forEach((of, topic) => papers.set(of, (papers.get(of) ?? 0) + sizes[topic]!));
  const order = [...papers.keys()].sort((a, b) => papers.get(b)! - papers.get(a)! || a - b);
  return Uint32Array.from(group, (of) => order.indexOf(of));
}
