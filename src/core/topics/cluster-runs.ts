import { runParts, sharedFloats, sharedIntegers, usualThreads } from '../run-parts.ts';
import { copyRows } from './inverted-file.ts';
import { settle } from './k-means.ts';
import { startingCentroids } from './k-means-plus-plus.ts';
import { assignToNearest } from './nearest-centroid.ts';
import { RandomNumbers } from './random-numbers.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/** Many partitions of the same rows. */
export interface ClusterRuns {
  readonly rows: number;
  /** Cluster of each row, one array a run. */
  readonly runs: readonly Uint32Array[];
  /** Clusters of each run. */
  readonly clusterCounts: readonly number[];
}

/** How many runs, into how many clusters each, and the seed of all of them. */
export interface ClusterRunsOptions {
  readonly k: number;
  readonly runs: number;
  readonly seed: number;
  /** Threads at work; if it is not given, as many as pay. */
  readonly threads?: number;
}

/** The share of the rows on which a run finds its centroids: what depends on a few rows won't recur. */
const SUBSAMPLE = 0.5;
/** The share of those that a run starts from: a third of the time, and no less steady topics. */
const STARTERS = 0.12;
/** At the least, as a multiple of k. */
const LEAST_STARTERS = 4;
/** More of them lead to better runs, but many good ones are steadier than fewer that are better. */
const ITERATIONS = 10;
/** Multiply-adds of an iteration of all runs that pay for starting threads: a quarter of a second. */
const WORTH_THREADS = 1e8;

/** What all runs share, and where each writes. */
export interface ClusterRunsTask {
  readonly rows: DenseMatrix;
  readonly k: number;
  /** Rows of the sample of each run: runs × sample size. */
  readonly samples: Uint32Array;
  /** Of each run. */
  readonly seeds: Uint32Array;
  /** Cluster of each row in each run: runs × rows. */
  readonly assignments: Uint32Array;
  /** Clusters of each run. */
  readonly clusterCounts: Uint32Array;
}

/**
 * Runs a few iterations of k-means many times, each from its own seed on a random half of the rows (on k
 * of them, if that is more), and assigns all rows to the nearest centroids of each run. The runs go to several threads
 * if they are long, and are the same in any number. Throws RangeError unless 1 ≤ k ≤ rows.
 */
export function clusterRuns(rows: DenseMatrix, options: ClusterRunsOptions): ClusterRuns {
  const { k, runs, seed } = options;
  const random = new RandomNumbers(seed);
  const size = Math.max(Math.ceil(rows.rows * SUBSAMPLE), Math.min(k, rows.rows));
  const isLong = runs * size * rows.cols * k > WORTH_THREADS;
  const { threads = isLong ? usualThreads() : 1 } = options;
  const task: ClusterRunsTask = {
    rows: threads > 1 ? { ...rows, values: sharedFloats(rows.values) } : rows,
    k,
    samples: sharedIntegers(runs * size),
    seeds: sharedIntegers(runs),
    assignments: sharedIntegers(runs * rows.rows),
    clusterCounts: sharedIntegers(runs),
  };
  for (let run = 0; run < runs; run++) {
    task.samples.set(chooseRows(rows.rows, size, random), run * size);
    task.seeds[run] = random.getUint32();
  }
  runParts(clusterRun, { module: import.meta.url, input: task, parts: runs, threads });
  return {
    rows: rows.rows,
    runs: Array.from({ length: runs }, (_, run) => ofRun(task.assignments, run, runs)),
    clusterCounts: [...task.clusterCounts],
  };
}

/** Does one of the runs. */
export function clusterRun(task: ClusterRunsTask, run: number): void {
  const { rows, k, seeds, clusterCounts } = task;
  const random = new RandomNumbers(seeds[run]!);
  const sample = copyRows(rows, ofRun(task.samples, run, seeds.length));
  const starters = Math.max(Math.ceil(sample.rows * STARTERS), LEAST_STARTERS * k);
  const first = chooseRows(sample.rows, Math.min(sample.rows, starters), random);
  const start = startingCentroids(copyRows(sample, first), k, random.getUint32());
  const { centroids } = settle(sample, start, { maxIterations: ITERATIONS });
  assignToNearest(rows, centroids, ofRun(task.assignments, run, seeds.length));
  clusterCounts[run] = centroids.rows;
}

function ofRun(values: Uint32Array, run: number, runs: number): Uint32Array {
  const length = values.length / runs;
  return values.subarray(run * length, (run + 1) * length);
}

/** So many of the numbers below `total`, ascending (Fisher and Yates's shuffle, its first part). */
export function chooseRows(total: number, size: number, random: RandomNumbers): Uint32Array {
  const all = Uint32Array.from({ length: total }, (_, row) => row);
  for (let place = 0; place < size; place++) {
    const other = place + Math.floor(random.getFloat() * (total - place));
    [all[place], all[other]] = [all[other]!, all[place]!];
  }
  return all.slice(0, size).sort();
}
