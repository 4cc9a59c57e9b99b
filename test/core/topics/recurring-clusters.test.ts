import { describe, expect, it } from 'vitest';
import { clusterRuns } from '../../../src/core/topics/cluster-runs.ts';
import { coreMeans, recurringClusters } from '../../../src/core/topics/recurring-clusters.ts';
import { dense, rowsOf } from './matrices.ts';
import { noise } from './planted-rows.ts';

function clustersOf(...runs: number[][]) {
  const clusters = recurringClusters({
    rows: runs[0]!.length,
    runs: runs.map((run) => Uint32Array.from(run)),
    clusterCounts: runs.map((run) => Math.max(...run) + 1),
  });
  return [...clusters].map(({ membership, ...rest }) => ({ ...rest, membership: [...membership] }));
}

const near = (value: number) => expect.closeTo(value, 12) as number;

describe('recurringClusters(ensemble)', () => {
  it('gives the clusters of most runs, the surest first, and counts the runs of each row', () => {
    // {4, 5} is in all runs; the two other pairs are one cluster in the last: (1 + 1 + 1/2) / 3.
    const pairs = [0, 0, 1, 1, 2, 2];
    expect(clustersOf(pairs, pairs, pairs, [0, 0, 0, 0, 1, 1])).toEqual([
      { recurrence: near(1), isApart: true, membership: [0, 0, 0, 0, 4, 4] },
      { recurrence: near(5 / 6), isApart: true, membership: [4, 4, 1, 1, 0, 0] },
      { recurrence: near(5 / 6), isApart: true, membership: [1, 1, 4, 4, 0, 0] },
    ]);
  });

  it('takes parts of a cluster that is taken last, and says that they are not apart', () => {
    // The first half of {0, 1, 2, 3} is its match in the last run; the second half lies within it.
    const large = [0, 0, 0, 0, 1, 1];
    expect(clustersOf(large, large, large, [0, 0, 2, 2, 1, 1])).toEqual([
      { recurrence: near(1), isApart: true, membership: [0, 0, 0, 0, 4, 4] },
      { recurrence: near(5 / 6), isApart: true, membership: [4, 4, 3, 3, 0, 0] },
      { recurrence: near(1 / 2), isApart: false, membership: [3, 3, 4, 4, 0, 0] },
    ]);
  });

  it('gives falling recurrences as long as the clusters are apart', () => {
    const ensemble = clusterRuns(noise(80, 6, 4), { k: 5, runs: 12, seed: 1 });
    const clusters = [...recurringClusters(ensemble)];
    const apart = clusters.filter(({ isApart }) => isApart);
    expect(clusters.slice(0, apart.length)).toEqual(apart);
    const recurrences = apart.map(({ recurrence }) => recurrence);
    expect(recurrences).toEqual(recurrences.toSorted((a, b) => b - a));
    expect(Math.max(...recurrences)).toBeLessThanOrEqual(1);
  });
});

describe('coreMeans(rows, clusters, runs)', () => {
  const cluster = (...membership: number[]) => ({
    recurrence: 1,
    isApart: true,
    membership: Uint16Array.from(membership),
  });
  const rows = dense([
    [1, 0],
    [0.6, 0.8],
    [0, 1],
    [0, 1],
  ]);

  it('averages the rows that are in a cluster in more than half of the runs', () => {
    // Rows 0 and 1: (0.8, 0.4), of length √0.8. Row 2 is in either in two of four runs.
    const means = rowsOf(coreMeans(rows, [cluster(4, 3, 2, 0), cluster(0, 1, 2, 4)], 4));
    expect(means[0]![0]).toBeCloseTo(2 / Math.sqrt(5), 6);
    expect(means[0]![1]).toBeCloseTo(1 / Math.sqrt(5), 6);
    expect(means[1]).toEqual([0, 1]);
  });

  it('gives a row of two clusters to that of more runs, of equal ones to the first', () => {
    const means = coreMeans(rows, [cluster(4, 0, 3, 4), cluster(4, 0, 4, 0)], 4);
    expect(rowsOf(means)[1]).toEqual([0, 1]);
    // Rows 0 and 3 are the first one's: (1/2, 1/2).
    for (const value of rowsOf(means)[0]!) expect(value).toBeCloseTo(Math.SQRT1_2, 6);
  });

  it('gives zeros for a cluster of which others have all rows', () => {
    const means = coreMeans(rows, [cluster(4, 4, 0, 0), cluster(4, 4, 0, 0)], 4);
    expect(rowsOf(means)[1]).toEqual([0, 0]);
  });
});
