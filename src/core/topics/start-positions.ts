import type { WeightedGraph } from './fuzzy-graph.ts';
import { innerProduct } from './inner-products.ts';
import { principalPlane } from './principal-plane.ts';
import { RandomNumbers } from './random-numbers.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/** How far the start of a layout reaches to each side, in units of the layout. */
const REACH = 10;
/** Keeps equal rows from starting at one point, from which nothing could part them. */
const JITTER = 0.01;

/** Where rows start a layout of their own: on their principal plane, -10 to 10. */
export function startOnPlane(rows: DenseMatrix, seed: number): DenseMatrix {
  const plane = principalPlane(rows, seed);
  const generator = new RandomNumbers(seed);
  const widest = plane.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = widest > 0 ? REACH / widest : 0;
  for (let at = 0; at < plane.values.length; at++) {
    plane.values[at] = plane.values[at]! * scale + JITTER * (generator.getFloat() - 0.5);
  }
  return plane;
}

/** What a map is laid out from. */
export interface LayoutTask {
  readonly rows: DenseMatrix;
  readonly graph: WeightedGraph;
  /** The rows that have neighbours. */
  readonly joined: Uint32Array;
  readonly seed: number;
}

/**
 * Places the joined rows that are not yet placed (`isPlaced` is 1 for those that are; both arrays
 * change) at the mean of their placed neighbours, the neighbours first and theirs next; rows that no
 * path joins to a placed one, at the placed row of greatest cosine to one of them.
 */
export function placeByNeighbours(
  positions: DenseMatrix,
  isPlaced: Uint8Array,
  { rows, graph, joined, seed }: LayoutTask,
): void {
  const generator = new RandomNumbers(seed);
  const placeAt = (row: number, x: number, y: number) => {
    positions.values[row * 2] = x + JITTER * (generator.getFloat() - 0.5);
    positions.values[row * 2 + 1] = y + JITTER * (generator.getFloat() - 0.5);
    isPlaced[row] = 1;
  };
  for (;;) {
    const means = meansOfPlaced(positions, isPlaced, graph);
    means.forEach(([x, y, weight], row) => placeAt(row, x / weight, y / weight));
    if (means.size > 0) continue;
    const apart = joined.find((row) => !isPlaced[row]);
    if (apart === undefined) return;
    const like = mostAlike(rows, apart, isPlaced);
    placeAt(apart, positions.values[like * 2]!, positions.values[like * 2 + 1]!);
  }
}

/** For each row to place that has placed neighbours: the sums of x, of y and of the weights. */
function meansOfPlaced(
  { values }: DenseMatrix,
  isPlaced: Uint8Array,
  { heads, tails, weights }: WeightedGraph,
): Map<number, [number, number, number]> {
  const sums = new Map<number, [number, number, number]>();
  const add = (row: number, neighbour: number, weight: number) => {
    if (isPlaced[row] || !isPlaced[neighbour]) return;
    const sum = sums.get(row) ?? [0, 0, 0];
    sum[0] += weight * values[neighbour * 2]!;
    sum[1] += weight * values[neighbour * 2 + 1]!;
    sum[2] += weight;
    sums.set(row, sum);
  };
  for (let edge = 0; edge < weights.length; edge++) {
    add(heads[edge]!, tails[edge]!, weights[edge]!);
    add(tails[edge]!, heads[edge]!, weights[edge]!);
  }
  return sums;
}

/** The placed row of greatest cosine to a row. */
function mostAlike(rows: DenseMatrix, row: number, isPlaced: Uint8Array): number {
  let best = -1;
  let greatest = -Infinity;
  isPlaced.forEach((placed, other) => {
    const cosine = placed ? innerProduct(rows, row, rows, other) : -Infinity;
    if (cosine <= greatest) return;
    greatest = cosine;
    best = other;
  });
  return best;
}
