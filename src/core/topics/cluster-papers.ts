import { type ClusterRuns, chooseRows, clusterRuns } from './cluster-runs.ts';
import { copyRows } from './inverted-file.ts';
import { clusterMeans } from './k-means.ts';
import { stabilityOf } from './match-clusters.ts';
import { assignToNearest } from './nearest-centroid.ts';
import { RandomNumbers } from './random-numbers.ts';
import { isCore, recurringClusters, type RecurringCluster } from './recurring-clusters.ts';
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
  /** The recurrence of the last candidate taken; 0 where there was nothing to choose. */
  readonly leastRecurrence: number;
}

/** A partition around unit centroids. */
type Settled = Pick<PaperClusters, 'assignments' | 'centroids'>;

/** Candidates above are topics, those below are none; in between the greatest fall decides. */
export const DOUBTFUL = [0.4, 0.5] as const;
/** Candidates looked at, as a multiple of the number of clusters in a run. */
const SHOWN = 1.5;

/** Rows that take part in the comparison of runs, at most; all others go to the nearest centre. */
const MOST_ROWS = 20_000;
const MOST_RUNS = 600;
const LEAST_RUNS = 40;
/** Multiply-adds that all runs together may take, roughly. */
const AFFORDABLE = 1.2e11;
const ITERATIONS = 15;
/** Rows that are looked at to compare all pairs of runs, roughly. */
const COMPARISONS = 3e8;
/** Fewer papers are one topic. */
const LEAST_PAPERS = 12;
/** Steps of spherical k-means from the recurring clusters on. */
const SETTLING_STEPS = 3;

/**
 * Splits unit rows into `topics` clusters, or into those that come back run after run. A number beyond
 * that of the distinct rows is lowered to it. Throws RangeError where there is no row.
 */
export function clusterPapers(
  rows: DenseMatrix,
  topics: 'auto' | number,
  seed: number,
): PaperClusters {
  if (rows.rows === 0) throw new RangeError('at least one row, got none');
  const wanted = topics === 'auto' ? expectedTopics(rows.rows) : topics;
  const k = Math.min(wanted, distinctRows(rows, wanted));
  if (k < 2) return oneTopic(rows);
  const random = new RandomNumbers(seed);
  const sampled = chooseRows(rows.rows, Math.min(rows.rows, MOST_ROWS), random);
  const sample = copyRows(rows, sampled);
  const ensemble = clusterRuns(sample, {
    k,
    runs: affordableRuns(sample, k),
    seed: random.getUint32(),
  });
  const { taken, recurrences } = takeClusters(ensemble, topics === 'auto' ? 'recurring' : k, k);
  if (taken.length < 2) return { ...oneTopic(rows), runs: ensemble.runs.length, recurrences };
  const settled = settleOnSphere(rows, coreMeans(sample, taken, ensemble.runs.length));
  const sorted = largestFirst(settled);
  const stabilityInRuns = (assignments: Uint32Array, count: number) =>
    stabilityOf(
      Uint32Array.from(sampled, (row) => assignments[row]!),
      count,
      ensemble,
    );
  return {
    ...sorted,
    stability: stabilityInRuns(sorted.assignments, sorted.centroids.rows),
    stabilityOf: stabilityInRuns,
    runs: ensemble.runs.length,
    recurrences,
    leastRecurrence: recurrences[taken.length - 1] ?? 0,
  };
}

/**
 * How many topics a reader expects of n papers: 0.13 · n^0.67, 8 of 457, 54 of 8,000 and 291 of
 * 100,000. Of so many candidates a run those are taken that come back.
 */
export function expectedTopics(papers: number): number {
  return papers < LEAST_PAPERS ? 1 : Math.max(3, Math.round(0.13 * papers ** 0.67));
}

function affordableRuns({ rows, cols }: DenseMatrix, k: number): number {
  const oneRun = rows * cols * k * ITERATIONS;
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

/** The recurring clusters, and the recurrences of others to show what was left. */
function takeClusters(
  ensemble: ClusterRuns,
  wanted: 'recurring' | number,
  k: number,
): { taken: RecurringCluster[]; recurrences: number[] } {
  const most = wanted === 'recurring' ? Math.ceil(k * SHOWN) : wanted;
  const candidates: RecurringCluster[] = [];
  for (const cluster of recurringClusters(ensemble)) {
    candidates.push(cluster);
    if (candidates.length >= most) break;
  }
  const recurrences = candidates.map(({ recurrence }) => recurrence);
  const count = wanted === 'recurring' ? recurringCount(recurrences) : wanted;
  return { taken: candidates.slice(0, count), recurrences };
}

/**
 * How many candidates come back: those before the greatest fall of recurrence within the doubtful
 * range, where a bound alone would cut between two that are alike.
 */
export function recurringCount(recurrences: readonly number[]): number {
  const [low, high] = DOUBTFUL;
  let count = recurrences.filter((recurrence) => recurrence >= high).length;
  let greatest = 0;
  let cut = count;
  for (; count < recurrences.length && recurrences[count - 1]! >= low; count++) {
    const fall = (recurrences[count - 1] ?? 1) - recurrences[count]!;
    if (fall <= greatest) continue;
    greatest = fall;
    cut = count;
  }
  return cut;
}

/** The unit means of the rows that are in each cluster in most runs. */
function coreMeans(
  rows: DenseMatrix,
  clusters: readonly RecurringCluster[],
  runs: number,
): DenseMatrix {
  const outside = clusters.length;
  const assignments = new Uint32Array(rows.rows).fill(outside);
  for (let row = 0; row < rows.rows; row++) {
    clusters.forEach(({ membership }, cluster) => {
      const current = assignments[row]!;
      const best = current === outside ? 0 : clusters[current]!.membership[row]!;
      if (isCore(membership, row, runs) && membership[row]! > best) assignments[row] = cluster;
    });
  }
  const means = clusterMeans(rows, assignments, clusters.length + 1);
  return normalizeRows({
    ...means,
    rows: outside,
    values: means.values.slice(0, outside * means.cols),
  });
}

/** Steps of spherical k-means (Dhillon and Modha 2001); clusters that end empty are dropped. */
export function settleOnSphere(rows: DenseMatrix, start: DenseMatrix): Settled {
  const assignments = new Uint32Array(rows.rows);
  let centroids = start;
  for (let step = 1; ; step++) {
    assignToNearest(rows, centroids, assignments);
    if (step === SETTLING_STEPS) return { assignments, centroids };
    centroids = withoutEmpty(normalizeRows(clusterMeans(rows, assignments, centroids.rows)));
  }
}

function withoutEmpty(centroids: DenseMatrix): DenseMatrix {
  const all = Uint32Array.from({ length: centroids.rows }, (_, row) => row);
  const { cols, values } = centroids;
  const filled = all.filter((row) =>
    values.subarray(row * cols, (row + 1) * cols).some((value) => value !== 0),
  );
  return copyRows(centroids, filled);
}

/** Numbers the clusters by size, so that the first is the largest; those without rows are dropped. */
function largestFirst({ assignments, centroids }: Settled): Settled {
  const sizes = new Uint32Array(centroids.rows);
  for (const cluster of assignments) sizes[cluster]! += 1;
  const order = [...sizes.keys()]
    .filter((cluster) => sizes[cluster]! > 0)
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const numberOf = new Uint32Array(centroids.rows);
  order.forEach((cluster, number) => {
    numberOf[cluster] = number;
  });
  return {
    assignments: assignments.map((cluster) => numberOf[cluster]!),
    centroids: copyRows(centroids, Uint32Array.from(order)),
  };
}
