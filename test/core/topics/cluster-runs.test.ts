import { describe, expect, it } from 'vitest';
import { chooseRows, clusterRuns } from '../../../src/core/topics/cluster-runs.ts';
import { RandomNumbers } from '../../../src/core/topics/random-numbers.ts';
import { dense } from './matrices.ts';
import { noise, plantedRows } from './planted-rows.ts';

describe('clusterRuns(rows, options)', () => {
  it('gives every row a cluster in every run', () => {
    const ensemble = clusterRuns(noise(40, 5, 1), { k: 4, runs: 7, seed: 1 });
    expect(ensemble.rows).toBe(40);
    expect(ensemble.runs).toHaveLength(7);
    ensemble.runs.forEach((assignments, run) => {
      expect(assignments).toHaveLength(40);
      expect(Math.max(...assignments)).toBeLessThan(ensemble.clusterCounts[run]!);
    });
  });

  it('finds groups that stand apart in every run, also the rows that it did not draw', () => {
    const { runs, clusterCounts } = clusterRuns(plantedRows(3, 20, { spread: 0.1, seed: 2 }), {
      k: 3,
      runs: 20,
      seed: 1,
    });
    expect(clusterCounts).toEqual(Array(20).fill(3));
    for (const run of runs) {
      expect([...run]).toEqual([...run].map((_, row) => run[row % 3]));
      expect(new Set(run).size).toBe(3);
    }
  });

  it('differs from run to run and by seed, and is the same for the same seed', () => {
    const rows = noise(60, 8, 3);
    const options = { k: 6, runs: 4, seed: 5 };
    const ensemble = clusterRuns(rows, options);
    expect(clusterRuns(rows, options)).toEqual(ensemble);
    expect(ensemble.runs[1]).not.toEqual(ensemble.runs[0]);
    expect(clusterRuns(rows, { ...options, seed: 6 }).runs[0]).not.toEqual(ensemble.runs[0]);
  });

  it('gives the same in any number of threads', () => {
    const rows = noise(3000, 20, 7);
    const options = { k: 12, runs: 9, seed: 2 };
    const alone = clusterRuns(rows, { ...options, threads: 1 });
    for (const threads of [2, 3]) {
      expect(clusterRuns(rows, { ...options, threads })).toEqual(alone);
    }
  });

  it('draws as many rows as there are clusters where half of them are fewer', () => {
    const { runs } = clusterRuns(dense([[0], [1], [2], [3]]), { k: 4, runs: 3, seed: 1 });
    for (const run of runs) expect(new Set(run).size).toBe(4);
  });

  it.each([0, 5])('throws RangeError for %i clusters of 4 rows', (k) => {
    expect(() => clusterRuns(noise(4, 2, 1), { k, runs: 1, seed: 1 })).toThrow(RangeError);
  });
});

describe('chooseRows(total, size, random)', () => {
  it('draws different rows in ascending order, all where it is to draw all', () => {
    const random = new RandomNumbers(1);
    for (const size of [0, 1, 5, 20]) {
      const chosen = [...chooseRows(20, size, random)];
      expect(chosen).toHaveLength(size);
      expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
      expect(chosen.every((row) => row < 20)).toBe(true);
    }
  });

  it('draws every row about equally often', () => {
    const random = new RandomNumbers(2);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 2000; draw++) {
      for (const row of chooseRows(10, 3, random)) counts[row]! += 1;
    }
    // 600 expected of each, with a standard deviation of √(2000 · 0.3 · 0.7) = 20.5.
    for (const count of counts) expect(Math.abs(count - 600)).toBeLessThan(5 * 20.5);
  });
});
