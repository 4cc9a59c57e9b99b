import { runParts, sharedDoubles, sharedShorts, usualThreads } from '../run-parts.ts';
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

/** What all parts read, and where each writes. */
export interface MatchTask {
  readonly ensemble: ClusterRuns;
  readonly offsets: readonly number[];
  readonly sizes: Uint32Array;
  readonly best: Uint16Array;
  /** Sums of Jaccard indices: parts × clusters. */
  readonly sums: Float64Array;
}

/** Into so many parts the comparisons are divided, in any number of threads: sums keep their order. */
const PARTS = 8;
/** Pairs of rows to look at that pay for starting threads: about a quarter of a second. */
const WORTH_THREADS = 1e8;

/** Finds for each cluster of each run the one of greatest Jaccard index in each other run. */
export function matchClusters(
  ensemble: ClusterRuns,
  threads = threadsFor(ensemble),
): ClusterMatches {
  const { runs, clusterCounts } = ensemble;
  const offsets = [0];
  for (const count of clusterCounts) offsets.push(offsets.at(-1)! + count);
  const total = offsets.at(-1)!;
  const sizes = clusterSizes(runs, offsets);
  const best = sharedShorts(total * runs.length);
  const task: MatchTask = { ensemble, offsets, sizes, best, sums: sharedDoubles(PARTS * total) };
  runParts(matchPart, { module: import.meta.url, input: task, parts: PARTS, threads });
  const recurrences = new Float64Array(total);
  for (let cluster = 0; cluster < total; cluster++) {
    for (let part = 0; part < PARTS; part++) {
      recurrences[cluster]! += task.sums[part * total + cluster]!;
    }
  }
  return { offsets, sizes, recurrences, best };
}

function threadsFor({ rows, runs }: ClusterRuns): number {
  return (rows * runs.length ** 2) / 2 > WORTH_THREADS ? usualThreads() : 1;
}

/** Compares each eighth run with those before it. */
export function matchPart({ ensemble, offsets, sizes, best, sums }: MatchTask, part: number): void {
  const { rows, runs, clusterCounts } = ensemble;
  const total = sizes.length;
  const recurrences = sums.subarray(part * total, (part + 1) * total);
  const matches: ClusterMatches = { offsets, sizes, best, recurrences };
  const most = Math.max(...clusterCounts);
  const common = new Uint32Array(most * most);
  for (let run = part; run < runs.length; run += PARTS) {
    const lefts = runs[run]!;
    const count = clusterCounts[run]!;
    for (let cluster = 0; cluster < count; cluster++) {
      best[(offsets[run]! + cluster) * runs.length + run] = cluster;
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
  }
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
