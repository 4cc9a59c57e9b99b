import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../../src/core/topics/layout-graph.ts';
import { dense, rowsOf } from './matrices.ts';

const graph = (...edges: [head: number, tail: number, weight: number][]) => ({
  heads: Uint32Array.from(edges, ([head]) => head),
  tails: Uint32Array.from(edges, ([, tail]) => tail),
  weights: Float64Array.from(edges, ([, , weight]) => weight),
});

describe('layoutGraph(positions, graph, options)', () => {
  it('brings joined rows near each other', () => {
    // Distances of 6 and 8 to begin with; pairs are joined, and nothing else pulls.
    const positions = dense([[0, 0], [6, 0], [0, 8], [6, 8]]); // prettier-ignore
    const mobility = new Float64Array(4).fill(1);
    const repelling = Uint32Array.of(0, 1, 2, 3);
    layoutGraph(positions, graph([0, 1, 1], [2, 3, 1]), { epochs: 300, seed: 1, mobility, repelling }); // prettier-ignore
    const [a, b, c, d] = rowsOf(positions) as [number[], number[], number[], number[]];
    const distance = (p: number[], q: number[]) => Math.hypot(p[0]! - q[0]!, p[1]! - q[1]!);
    expect(distance(a, b)).toBeLessThan(3);
    expect(distance(c, d)).toBeLessThan(3);
    expect(distance(a, c)).toBeGreaterThan(distance(a, b));
  });

  it('takes a first step of 2 d / (1 + d²) at each end, where nothing repels but the two', () => {
    // d = 1: each end goes by 2 · 1 / 2 = 1, past the other; the tail is held, so the head alone.
    const positions = dense([[1, 0], [0, 0]]); // prettier-ignore
    const mobility = Float64Array.of(1, 0);
    layoutGraph(positions, graph([0, 1, 1]), { epochs: 1, seed: 1, mobility, repelling: Uint32Array.of(0) }); // prettier-ignore
    expect(rowsOf(positions)).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('leaves rows without mobility where they are', () => {
    const positions = dense([[1, 2], [3, 4], [9, 9]]); // prettier-ignore
    const mobility = Float64Array.of(0, 0, 1);
    const repelling = Uint32Array.of(0, 1, 2);
    layoutGraph(positions, graph([0, 1, 1], [1, 2, 0.5]), { epochs: 20, seed: 1, mobility, repelling }); // prettier-ignore
    expect(rowsOf(positions).slice(0, 2)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(rowsOf(positions)[2]).not.toEqual([9, 9]);
  });
});
