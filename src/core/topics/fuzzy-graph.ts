import type { NearestRows } from './nearest-rows.ts';

/** An undirected graph with weighted edges, each once: edge e joins `heads[e]` and `tails[e]`. */
export interface WeightedGraph {
  readonly heads: Uint32Array;
  readonly tails: Uint32Array;
  /** Above 0, at most 1. */
  readonly weights: Float64Array;
}

const BISECTIONS = 48;

/**
 * The fuzzy graph of neighbours (McInnes, Healy, Melville 2018, "UMAP", section 3.1): each row gives
 * the nearest of its neighbours the weight 1 and all together log₂(1 + their number); what two rows
 * give each other is joined as a + b - ab. Distances are 1 - cosine.
 */
export function fuzzyGraph(neighbours: NearestRows): WeightedGraph {
  const { rows, most, counts, indices } = neighbours;
  const memberships = membershipsOf(neighbours);
  const heads: number[] = [];
  const tails: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let at = row * most; at < row * most + counts[row]!; at++) {
      const other = indices[at]!;
      const back = indices.subarray(other * most, other * most + counts[other]!).indexOf(row);
      if (back >= 0 && other < row) continue;
      const given = memberships[at]!;
      const returned = back < 0 ? 0 : memberships[other * most + back]!;
      // One that is too far away beside the others is none.
      if (given === 0 && returned === 0) continue;
      heads.push(row);
      tails.push(other);
      weights.push(given + returned - given * returned);
    }
  }
  return {
    heads: Uint32Array.from(heads),
    tails: Uint32Array.from(tails),
    weights: Float64Array.from(weights),
  };
}

/** What each row gives its neighbours: rows × most. */
function membershipsOf({ rows, most, counts, scores }: NearestRows): Float64Array {
  const memberships = new Float64Array(rows * most);
  for (let row = 0; row < rows; row++) {
    const start = row * most;
    const beyond = Float64Array.from(
      scores.subarray(start, start + counts[row]!),
      (score) => scores[start]! - score,
    );
    const width = widthFor(beyond, Math.log2(1 + beyond.length));
    beyond.forEach((distance, rank) => {
      memberships[start + rank] = distance === 0 ? 1 : Math.exp(-distance / width);
    });
  }
  return memberships;
}

/** The width for which exp(-distance / width) adds up to a sum; the least there is for a small one. */
function widthFor(distances: Float64Array, sum: number): number {
  let low = 0;
  let high = 4;
  for (let step = 0; step < BISECTIONS; step++) {
    const width = (low + high) / 2;
    let sumAtWidth = 0;
    for (const distance of distances) sumAtWidth += Math.exp(-distance / width);
    if (sumAtWidth > sum) high = width;
    else low = width;
  }
  // Not so narrow that one neighbour alone counts.
  const mean = distances.reduce((total, distance) => total + distance, 0) / distances.length;
  return Math.max(high, 1e-3 * mean, Number.MIN_VALUE);
}
