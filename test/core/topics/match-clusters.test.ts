import { describe, expect, it } from 'vitest';
import type { ClusterRuns } from '../../../src/core/topics/cluster-runs.ts';
import { matchClusters, stabilityOf } from '../../../src/core/topics/match-clusters.ts';

function ensemble(...runs: number[][]): ClusterRuns {
  return {
    rows: runs[0]!.length,
    runs: runs.map((run) => Uint32Array.from(run)),
    clusterCounts: runs.map((run) => Math.max(...run) + 1),
  };
}

const PAIRS = [0, 0, 1, 1];
const THREE_AND_ONE = [0, 0, 0, 1];

describe('matchClusters(ensemble)', () => {
  it('finds the greatest Jaccard index of each cluster in the other run', () => {
    // {0, 1} and {0, 1, 2}: 2/3. {2, 3} and {0, 1, 2}: 1/4, but {2, 3} and {3}: 1/2.
    const { offsets, sizes, recurrences, best } = matchClusters(ensemble(PAIRS, THREE_AND_ONE));
    expect(offsets).toEqual([0, 2, 4]);
    expect([...sizes]).toEqual([2, 2, 3, 1]);
    [2 / 3, 1 / 2, 2 / 3, 1 / 2].forEach((value, cluster) => {
      expect(recurrences[cluster]).toBeCloseTo(value, 12);
    });
    // By cluster its number in its own run, and its match in the other.
    expect([...best]).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
  });

  it('takes the mean over all other runs', () => {
    const { recurrences } = matchClusters(ensemble(PAIRS, THREE_AND_ONE, PAIRS));
    // The pairs match themselves in the third run: (2/3 + 1) / 2 and (1/2 + 1) / 2.
    [5 / 6, 3 / 4, 2 / 3, 1 / 2, 5 / 6, 3 / 4].forEach((value, cluster) => {
      expect(recurrences[cluster]).toBeCloseTo(value, 12);
    });
  });

  it('takes the first of clusters that match equally well', () => {
    const { best, recurrences } = matchClusters(ensemble([0, 0, 0, 0], PAIRS));
    expect(best[1]).toBe(0);
    expect(recurrences[0]).toBe(0.5);
  });

  it('compares runs of different numbers of clusters', () => {
    const { recurrences, best } = matchClusters(ensemble([0, 1, 2, 3], [0, 0, 1, 1], [0, 0, 0, 0]));
    // A single row is half of a pair and a quarter of all: (1/2 + 1/4) / 2.
    expect(recurrences[3]).toBeCloseTo(3 / 8, 12);
    expect([...best.subarray(3 * 3, 4 * 3)]).toEqual([3, 1, 0]);
  });

  it('gives the same in any number of threads', () => {
    const runs = Array.from({ length: 20 }, (_, run) =>
      Array.from({ length: 30 }, (_, row) => (row + run * Math.floor(row / 7)) % 4),
    );
    const alone = matchClusters(ensemble(...runs), 1);
    expect(alone.recurrences.every((recurrence) => recurrence > 0)).toBe(true);
    for (const threads of [2, 3]) expect(matchClusters(ensemble(...runs), threads)).toEqual(alone);
  });

  it('says that nothing comes back where there is one run', () => {
    expect([...matchClusters(ensemble(PAIRS)).recurrences]).toEqual([0, 0]);
  });
});

describe('stabilityOf(assignments, clusterCount, ensemble)', () => {
  it('is the mean Jaccard index of the best match in the runs', () => {
    const stability = stabilityOf(Uint32Array.from(PAIRS), 2, ensemble(PAIRS, THREE_AND_ONE));
    expect(stability[0]).toBeCloseTo(5 / 6, 12);
    expect(stability[1]).toBeCloseTo(3 / 4, 12);
  });

  it('is 0 for a cluster without rows', () => {
    expect([...stabilityOf(Uint32Array.of(0, 0, 0, 0), 2, ensemble(PAIRS))]).toEqual([0.5, 0]);
  });
});
