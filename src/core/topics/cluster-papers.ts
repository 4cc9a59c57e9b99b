import { type ClusterRuns, chooseRows, clusterRuns } from './cluster-runs.ts';
import { copyRows } from './inverted-file.ts';
import { expectedTopics } from './expected-topics.ts';
import { clusterMeans } from './k-means.ts';
import { stabilityOf } from './match-clusters.ts';
import { RandomNumbers } from './random-numbers.ts';
import { coreMeans, recurringClusters, type RecurringCluster } from './recurring-clusters.ts';
import { settleOnSphere } from './settle-on-sphere.ts';
import { type DenseMatrix, normalizeRows } from './sparse-matrix.ts';

/** The topics of a collection, the largest first, and how they were found. */
export interface PaperClusters {
  /** Topic of each paper: that of greatest cosine. */
  readonly assignments: Uint32Array;
  /** Centres of the topics, unit rows: topics × dimensions. */
  readonly centroids: DenseMatrix;
  /** How surely each topic comes back: mean Jaccard index of its best match in the runs, 0 to 1. */
  readonly stability: Float64Array;
  /** The same of the clusters of another partition of the papers. */
  readonly stabilityOf: (assignments: Uint32Array, count: number) => Float64Array;
  /** Runs of k-means that were compared. */
  readonly runs: number;
  /** How surely each candidate comes back, also those behind the last one taken. */
  readonly recurrences: readonly number[];
  /** Candidates that come back less surely are no topics; 0 where the number of topics was given. */
  readonly leastRecurrence: number;
}

/** A candidate that comes back less surely is dissolved rather than found again (Hennig 2007). */
const HALF = 0.5;
/** How far from chance to always a candidate comes back at least, where chance is next to nothing. */
const ABOVE_CHANCE = 0.455;
/** Candidates looked at, as a multiple of the number of clusters in a run. */
const SHOWN = 1.5;

/** Rows that take part in the comparison of runs, at most; all others go to the nearest centre. */
const MOST_ROWS = 100_000;
const MOST_RUNS = 2000;
const LEAST_RUNS = 40;
/** Multiply-adds that all runs together may take, roughly. */
const AFFORDABLE = 1.9e11;
/** Passes over the rows that a run takes, roughly. */
const PASSES = 7;
/** Rows that are looked at to compare all pairs of runs, roughly. */
const COMPARISONS = 2.3e9;

/**
 * Splits unit rows into `topics` clusters, or into those that come back run after run among
 * `steadyRows`, the same papers with less that is due to chance. A number beyond that of the distinct rows
 * is lowered to it. Throws RangeError where there is no row, and for a number
 * that is not whole or below 1.
 */
export function clusterPapers(
  rows: DenseMatrix,
  topics: 'auto' | number,
  seed: number,
  steadyRows = rows,
): PaperClusters {
  if (rows.rows === 0) throw new RangeError('at least one row, got none');
  if (topics !== 'auto' && !(Number.isInteger(topics) && topics >= 1)) {
    throw new RangeError(`a whole number of topics from 1, got ${topics}`);
  }
  const wanted = topics === 'auto' ? expectedTopics(rows.rows) : topics;
  const k = Math.min(wanted, distinctRows(rows, wanted));
  if (k < 2) return oneTopic(rows);
  const random = new RandomNumbers(seed);
  const sampled = chooseRows(rows.rows, Math.min(rows.rows, MOST_ROWS), random);
  const sample = copyRows(steadyRows, sampled);
  const runs = affordableRuns(sample, k);
  const ensemble = clusterRuns(sample, { k, runs, seed: random.getUint32() });
  const least = topics === 'auto' ? leastRecurrence(sample.rows, k) : 0;
  const { taken, recurrences } = takeClusters(ensemble, k, least);
  if (taken.length < 2) return { ...oneTopic(rows), runs, recurrences };
  const start = coreMeans(copyRows(rows, sampled), taken, runs);
  const settled = settleOnSphere(rows, start, topics === 'auto' ? 0 : k);
  const inRuns = (assignments: Uint32Array, count: number) =>
    stabilityOf(chosenOf(assignments, sampled), count, ensemble);
  return {
    ...settled,
    stability: inRuns(settled.assignments, settled.centroids.rows),
    stabilityOf: inRuns,
    runs,
    recurrences,
    leastRecurrence: least,
  };
}

function chosenOf(assignments: Uint32Array, rows: Uint32Array): Uint32Array {
  return rows.map((row) => assignments[row]!);
}

function affordableRuns({ rows, cols }: DenseMatrix, k: number): number {
  const oneRun = rows * cols * k * PASSES;
  // Each run is compared with each other one, row by row.
  const comparable = Math.sqrt((2 * COMPARISONS) / rows);
  return Math.max(LEAST_RUNS, Math.floor(Math.min(MOST_RUNS, comparable, AFFORDABLE / oneRun)));
}

/** The number of rows that differ, counted up to `most`; rows of zeros do not count. */
function distinctRows({ rows, cols, values }: DenseMatrix, most: number): number {
  const seen = new Set<string>();
  for (let row = 0; row < rows && seen.size < most; row++) {
    const vector = values.subarray(row * cols, (row + 1) * cols);
    if (vector.some((value) => value !== 0)) {
      seen.add(Array.from(vector, (value) => value.toFixed(4)).join());
    }
  }
  return seen.size;
}

function oneTopic(rows: DenseMatrix): PaperClusters {
  const assignments = new Uint32Array(rows.rows);
  const centroids = normalizeRows(clusterMeans(rows, assignments, 1));
  const sure = (count: number) => new Float64Array(count).fill(1);
  return {
    assignments,
    centroids,
    stability: sure(1),
    stabilityOf: (_, count) => sure(count),
    runs: 0,
    recurrences: [],
    leastRecurrence: 0,
  };
}

/**
 * The clusters that recur at least so surely, and the recurrences of others to show what was left; k
 * clusters, however sure, where that is 0.
 */
function takeClusters(
  ensemble: ClusterRuns,
  k: number,
  least: number,
): { taken: RecurringCluster[]; recurrences: number[] } {
  const most = least > 0 ? Math.ceil(k * SHOWN) : k;
  const candidates: RecurringCluster[] = [];
  for (const cluster of recurringClusters(ensemble)) {
    // Those that overlap others only fill up a number that is asked for.
    if (least > 0 && !cluster.isApart) break;
    candidates.push(cluster);
    if (candidates.length >= most) break;
  }
  const recurrences = candidates.map(({ recurrence }) => recurrence);
  return { taken: candidates.slice(0, recurringCount(recurrences, least)), recurrences };
}

/** How many candidates, the surest first, come back: those before the first that does so less surely. */
export function recurringCount(recurrences: readonly number[], least: number): number {
  const first = recurrences.findIndex((recurrence) => recurrence < least);
  return first < 0 ? recurrences.length : first;
}

/**
 * The recurrence that takes a candidate for a topic: a half (Hennig 2007, "Cluster-wise assessment of
 * cluster stability"), or less where many clusters make chance agreement rare: c + 0.455 · (1 - c), with c
 * the Jaccard index of the best match of a random cluster among k of n / k rows. Two of them share
 * m = n / k² rows on average, the best of k about m + √(2 m ln k).
 */
export function leastRecurrence(rows: number, k: number): number {
  const size = rows / k;
  const mean = size / k;
  const shared = Math.min(size, mean + Math.sqrt(2 * mean * Math.log(k)));
  const chance = shared / (2 * size - shared);
  return Math.min(HALF, chance + ABOVE_CHANCE * (1 - chance));
}
