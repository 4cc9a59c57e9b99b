import { describe, expect, it } from 'vitest';
import { fuzzyGraph } from '../../../src/core/topics/fuzzy-graph.ts';
import { nearestRows } from '../../../src/core/topics/nearest-rows.ts';
import { normalizeRows } from '../../../src/core/topics/sparse-matrix.ts';
import { dense } from './matrices.ts';

const neighboursOf = (rows: number[][], most: number) =>
  nearestRows(normalizeRows(dense(rows)), most, { seed: 1 });

describe('fuzzyGraph(neighbours)', () => {
  it('joins what two rows give each other as a + b - ab', () => {
    // One neighbour each: 0 and 1 have each other (1 + 1 - 1 = 1), 2 has 1, which has it not (1).
    const { heads, tails, weights } = fuzzyGraph(neighboursOf([[5, 1], [5, 2], [1, 1]], 1)); // prettier-ignore
    expect([...heads]).toEqual([0, 2]);
    expect([...tails]).toEqual([1, 1]);
    expect([...weights]).toEqual([1, 1]);
  });

  it('gives the nearest the weight 1 and all together log₂(1 + number)', () => {
    // Row 0 is no one's neighbour's neighbour: its three get 1, e^(-d₁/w), e^(-d₂/w), in sum 2.
    const found = neighboursOf([[1, 0], [3, 1], [2, 1], [1, 1]], 3); // prettier-ignore
    const own = { ...found, counts: Uint32Array.of(3, 0, 0, 0) };
    const { weights } = fuzzyGraph(own);
    expect(weights[0]).toBe(1);
    expect(weights.reduce((a, b) => a + b)).toBeCloseTo(2, 9);
    expect(Math.log(weights[1]!) / Math.log(weights[2]!)).toBeCloseTo(
      (found.scores[0]! - found.scores[1]!) / (found.scores[0]! - found.scores[2]!),
      9,
    );
  });

  it('gives all neighbours that are equally near the weight 1', () => {
    const { weights } = fuzzyGraph(neighboursOf([[1], [1], [1]], 2)); // prettier-ignore
    expect([...weights]).toEqual([1, 1, 1]);
  });

  it('has no edge of weight 0, to a neighbour that is too far away beside the others', () => {
    const rows = [...Array<number[]>(12).fill([1, 0]), ...Array<number[]>(14).fill([1, 1])];
    const { weights, heads, tails } = fuzzyGraph(neighboursOf(rows, 12));
    expect(weights.every((weight) => weight > 0)).toBe(true);
    expect(heads.every((head, edge) => head < 12 === tails[edge]! < 12)).toBe(true);
  });

  it('has no edges without neighbours', () => {
    expect(fuzzyGraph(neighboursOf([[0], [1]], 2)).weights).toHaveLength(0);
  });
});
