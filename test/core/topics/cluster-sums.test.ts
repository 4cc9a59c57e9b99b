import { describe, expect, it } from 'vitest';
import { ClusterSums } from '../../../src/core/topics/cluster-sums.ts';

const ROWS = { rows: 3, cols: 2, values: Float32Array.of(1, 0, 3, 0, 0, 4) };
const START = { rows: 3, cols: 2, values: Float32Array.of(9, 9, 8, 8, 7, 7) };
/** A cluster that does not exist: rows begin in none. */
const NONE = 3;

describe('ClusterSums', () => {
  it('has the means of the rows of each cluster, and leaves empty ones where they were', () => {
    const sums = new ClusterSums(3, 2);
    const before = new Uint32Array(3).fill(NONE);
    sums.follow(ROWS, before, Uint32Array.of(0, 0, 2));
    expect([...sums.means(START).values]).toEqual([2, 0, 8, 8, 0, 4]);
    expect([...before]).toEqual([0, 0, 2]);
  });

  it('follows rows that change their cluster', () => {
    const sums = new ClusterSums(3, 2);
    const before = new Uint32Array(3).fill(NONE);
    sums.follow(ROWS, before, Uint32Array.of(0, 0, 2));
    sums.follow(ROWS, before, Uint32Array.of(0, 1, 1));
    expect([...sums.means(START).values]).toEqual([1, 0, 1.5, 2, 7, 7]);
  });
});
