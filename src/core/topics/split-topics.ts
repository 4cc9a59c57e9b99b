import { adjustedRandIndex } from './adjusted-rand-index.ts';
import { chooseRows } from './cluster-runs.ts';
import { copyRows } from './inverted-file.ts';
import { clusterMeans, kMeans } from './k-means.ts';
import { assignToNearest } from './nearest-centroid.ts';
import { RandomNumbers } from './random-numbers.ts';
import { type DenseMatrix, normalizeRows } from './sparse-matrix.ts';
import { type TopicMembers, membersOf } from './topic-term-counts.ts';

/** The parts into which a topic falls. */
export interface TopicSplit {
  /** Rows of each part, ascending; the largest part first. */
  readonly parts: readonly (readonly number[])[];
  /** How surely the split comes back: mean adjusted Rand index with runs on random halves, 0 to 1. */
  readonly agreement: number;
}

/** Fewer papers are read at a glance, and chance makes groups of them. */
const LEAST_PAPERS = 60;
/** A part of fewer papers is no sub-topic. */
const LEAST_PART = 12;
const MOST_PARTS = 5;
/** A split is clear when the runs agree as much. */
const LEAST_AGREEMENT = 0.75;
/** That of an earlier build stays while the runs agree as much with it: parts should not come and go. */
const LEAST_KEPT_AGREEMENT = 0.5;
/** Of splits that agree nearly as well the one into more parts says more. */
const NEARLY = 0.1;
const RUNS = 5;
const RESTARTS = 3;
const FINAL_RESTARTS = 8;

/**
 * Splits each topic into as many parts, two to five, as come back: k-means, run
 * again and again on random halves of the topic's rows, must put them together in the same way. The
 * topic's own mean is taken from its rows first, since only what differs within it can part it. Null
 * for a topic of fewer than sixty rows, and for one without a clear split. Same input, same result.
 *
 * A topic that an earlier build has split (`partOf`: any numbers, -1 for a row that was in no part) stays
 * so, new rows beside the nearest centre, while its parts come back well enough.
 */
export function splitTopics(
  rows: DenseMatrix,
  topicOf: Uint32Array,
  topicCount: number,
  seed: number,
  partOf: Int32Array = new Int32Array(rows.rows).fill(-1),
): (TopicSplit | null)[] {
  const members = membersOf(topicOf, topicCount);
  return Array.from({ length: topicCount }, (_, topic) => {
    const own = rowsOfTopic(members, topic);
    if (own.length < LEAST_PAPERS) return null;
    const inner = centred(copyRows(rows, own));
    const earlier = Int32Array.from(own, (row) => partOf[row]!);
    return keepSplit(inner, own, earlier, seed) ?? splitRows(inner, own, seed);
  });
}

function rowsOfTopic({ indptr, rows }: TopicMembers, topic: number): Uint32Array {
  return rows.subarray(indptr[topic], indptr[topic + 1]);
}

/** Rows less their mean, of length 1 again. */
function centred(rows: DenseMatrix): DenseMatrix {
  const mean = clusterMeans(rows, new Uint32Array(rows.rows), 1).values;
  for (let at = 0; at < rows.values.length; at++) rows.values[at]! -= mean[at % rows.cols]!;
  return normalizeRows(rows);
}

function splitRows(rows: DenseMatrix, names: Uint32Array, seed: number): TopicSplit | null {
  const agreements = Array.from({ length: MOST_PARTS - 1 }, (_, at) =>
    agreementAt(rows, at + 2, seed),
  );
  const least = Math.max(LEAST_AGREEMENT, Math.max(...agreements) - NEARLY);
  for (let k = MOST_PARTS; k >= 2; k--) {
    const agreement = agreements[k - 2]!;
    if (agreement < least) continue;
    const { assignments } = kMeans(rows, k, { restarts: FINAL_RESTARTS, seed });
    const parts = partsOf(assignments, k, names);
    if (parts.every((part) => part.length >= LEAST_PART)) return { parts, agreement };
  }
  return null;
}

/** The earlier split with the new rows, if it still holds. */
function keepSplit(
  rows: DenseMatrix,
  names: Uint32Array,
  earlier: Int32Array,
  seed: number,
): TopicSplit | null {
  const numbers = [...new Set(earlier.filter((part) => part >= 0))];
  const k = numbers.length;
  if (k < 2) return null;
  const known = Uint32Array.from([...earlier.keys()].filter((row) => earlier[row]! >= 0));
  const assignmentOf = (row: number) => numbers.indexOf(earlier[row]!);
  const before = Uint32Array.from(known, assignmentOf);
  const centres = normalizeRows(clusterMeans(copyRows(rows, known), before, k));
  const assignments = new Uint32Array(rows.rows).fill(k);
  assignToNearest(rows, centres, assignments);
  for (const row of known) assignments[row] = assignmentOf(row);
  const parts = partsOf(assignments, k, names);
  if (parts.some((part) => part.length < LEAST_PART)) return null;
  const agreement = mean(
    runsOnHalves(rows, k, seed).map((run) => adjustedRandIndex(run, assignments)),
  );
  return agreement < LEAST_KEPT_AGREEMENT ? null : { parts, agreement };
}

/** The rows of each part by their names, the largest part first. */
function partsOf(assignments: Uint32Array, k: number, names: Uint32Array): number[][] {
  return Array.from({ length: k }, (_, part) =>
    Array.from(names.filter((_name, row) => assignments[row] === part)),
  ).sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** How well runs of k-means on random halves agree on all rows: the mean over each two of them. */
function agreementAt(rows: DenseMatrix, k: number, seed: number): number {
  const runs = runsOnHalves(rows, k, seed);
  return mean(
    runs.flatMap((left, at) => runs.slice(at + 1).map((right) => adjustedRandIndex(left, right))),
  );
}

function runsOnHalves(rows: DenseMatrix, k: number, seed: number): Uint32Array[] {
  return Array.from({ length: RUNS }, (_, run) => {
    const half = chooseRows(rows.rows, rows.rows >> 1, new RandomNumbers(seed + run));
    const { centroids } = kMeans(copyRows(rows, half), k, { restarts: RESTARTS, seed: seed + run });
    const assignments = new Uint32Array(rows.rows).fill(k);
    assignToNearest(rows, centroids, assignments);
    return assignments;
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
