import type { ClusterRuns } from './cluster-runs.ts';

/** The clusters of all runs, numbered through, and what matches each in the other runs. */
export interface ClusterMatches {
  /** Number of the first cluster of each run, and at the end the number of all clusters. */
  readonly offsets: readonly number[];
  /** Rows of each cluster. */
  readonly sizes: Uint32Array;
  /** Mean Jaccard index of the best match in the other runs, 0 to 1; 0 where there is no other. */
  readonly recurrences: Float64Array;
  /** For each cluster the best match in each run, as a number within that run: clusters × runs. */
  readonly best: Uint16Array;
}

/** The clusters of one run beside those of another: which, and where they stand in the table. */
interface Side {
  readonly run: number;
  readonly count: number;
  readonly step: number;
}

/** Finds for each cluster of each run the one of greatest Jaccard index in each other run. */
export function matchClusters({ rows, runs, clusterCounts }: ClusterRuns): ClusterMatches {
  const offsets = [0];
  for (const count of clusterCounts) offsets.push(offsets.at(-1)! + count);
  const total = offsets.at(-1)!;
  const matches: ClusterMatches = {
    offsets,
    sizes: clusterSizes(runs, offsets),
    recurrences: new Float64Array(total),
    best: new Uint16Array(total * runs.length),
  };
  const most = Math.max(...clusterCounts);
  const common = new Uint32Array(most * most);
  runs.forEach((lefts, run) => {
    const count = clusterCounts[run]!;
    for (let cluster = 0; cluster < count; cluster++) {
      matches.best[(offsets[run]! + cluster) * runs.length + run] = cluster;
    }
    for (let other = 0; other < run; other++) {
      const columns = clusterCounts[other]!;
      const rights = runs[other]!;
      common.fill(0, 0, count * columns);
      for (let row = 0; row < rows; row++) common[lefts[row]! * columns + rights[row]!]! += 1;
      const left: Side = { run, count, step: columns };
      const right: Side = { run: other, count: columns, step: 1 };
      noteMatches(matches, common, left, right, runs.length);
      noteMatches(matches, common, right, left, runs.length);
    }
  });
  return matches;
}

function clusterSizes(runs: readonly Uint32Array[], offsets: readonly number[]): Uint32Array {
  const sizes = new Uint32Array(offsets.at(-1)!);
  runs.forEach((assignments, run) => {
    for (const cluster of assignments) sizes[offsets[run]! + cluster]! += 1;
  });
  return sizes;
}

/** Notes the best match in `other` of each cluster of `own`; `common` counts the rows of both. */
function noteMatches(
  { offsets, sizes, recurrences, best }: ClusterMatches,
  common: Uint32Array,
  own: Side,
  other: Side,
  runs: number,
): void {
  for (let cluster = 0; cluster < own.count; cluster++) {
    const number = offsets[own.run]! + cluster;
    let greatest = 0;
    let match = 0;
    for (let candidate = 0; candidate < other.count; candidate++) {
      const both = common[cluster * own.step + candidate * other.step]!;
      if (both === 0) continue;
      const union = sizes[number]! + sizes[offsets[other.run]! + candidate]! - both;
      if (both / union <= greatest) continue;
      greatest = both / union;
      match = candidate;
    }
    best[number * runs + other.run] = match;
    recurrences[number]! += greatest / (runs - 1);
  }
}

/** The stability of each cluster of a partition: the mean Jaccard index of its best match in the runs. */
export function stabilityOf(
  assignments: Uint32Array,
  clusterCount: number,
  { rows, runs, clusterCounts }: ClusterRuns,
): Float64Array {
  const stability = new Float64Array(clusterCount);
  runs.forEach((run, number) => {
    const both: ClusterRuns = {
      rows,
      runs: [assignments, run],
      clusterCounts: [clusterCount, clusterCounts[number]!],
    };
    const { recurrences } = matchClusters(both);
    for (let cluster = 0; cluster < clusterCount; cluster++) {
      stability[cluster]! += recurrences[cluster]! / runs.length;
    }
  });
  return stability;
}
