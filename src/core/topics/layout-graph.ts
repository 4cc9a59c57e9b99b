import type { WeightedGraph } from './fuzzy-graph.ts';
import { RandomNumbers } from './random-numbers.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/** How a layout is found. */
export interface LayoutOptions {
  /** Passes over the edges; an edge of the greatest weight counts in each. */
  readonly epochs: number;
  readonly seed: number;
  /** The part of each step that a row takes, 0 to 1: rows. */
  readonly mobility: Float64Array;
  /** The rows that push others away. */
  readonly repelling: Uint32Array;
}

const NEGATIVE_SAMPLES = 5;
const LONGEST_STEP = 4;
/** Keeps rows that coincide from pushing each other infinitely far. */
const LEAST_SQUARE = 0.001;

/**
 * Moves positions (rows × 2, in place) so that joined rows come near each other and others apart:
 * the stochastic gradient descent of UMAP (McInnes, Healy, Melville 2018, section 3.2 and algorithm
 * 5) with negative samples and the kernel 1 / (1 + distance²).
 */
export function layoutGraph(
  positions: DenseMatrix,
  graph: WeightedGraph,
  { epochs, seed, mobility, repelling }: LayoutOptions,
): void {
  const { values } = positions;
  const { heads, tails, weights } = graph;
  const generator = new RandomNumbers(seed);
  const greatest = weights.reduce((a, b) => Math.max(a, b), 0);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = 1 - epoch / epochs;
    for (let edge = 0; edge < weights.length; edge++) {
      const share = weights[edge]! / greatest;
      if (Math.floor((epoch + 1) * share) === Math.floor(epoch * share)) continue;
      const turned = epoch % 2 === 1;
      const head = turned ? tails[edge]! : heads[edge]!;
      const tail = turned ? heads[edge]! : tails[edge]!;
      attract(values, head, tail, rate, mobility);
      if (mobility[head] === 0) continue;
      for (let sample = 0; sample < NEGATIVE_SAMPLES; sample++) {
        const other = repelling[generator.getUint32() % repelling.length]!;
        if (other !== head) repel(values, head, other, rate * mobility[head]!);
      }
    }
  }
}

function attract(
  values: DenseMatrix['values'],
  head: number,
  tail: number,
  rate: number,
  mobility: Float64Array,
): void {
  const x = values[head * 2]! - values[tail * 2]!;
  const y = values[head * 2 + 1]! - values[tail * 2 + 1]!;
  const pull = -2 / (1 + x * x + y * y);
  const [stepX, stepY] = [rate * clip(pull * x), rate * clip(pull * y)];
  values[head * 2]! += stepX * mobility[head]!;
  values[head * 2 + 1]! += stepY * mobility[head]!;
  values[tail * 2]! -= stepX * mobility[tail]!;
  values[tail * 2 + 1]! -= stepY * mobility[tail]!;
}

function repel(values: DenseMatrix['values'], row: number, other: number, rate: number): void {
  const x = values[row * 2]! - values[other * 2]!;
  const y = values[row * 2 + 1]! - values[other * 2 + 1]!;
  const square = x * x + y * y;
  const push = 2 / ((LEAST_SQUARE + square) * (1 + square));
  values[row * 2]! += rate * clip(push * x);
  values[row * 2 + 1]! += rate * clip(push * y);
}

function clip(step: number): number {
  return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
}
