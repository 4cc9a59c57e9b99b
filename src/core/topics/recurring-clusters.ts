import type { ClusterRuns } from './cluster-runs.ts';
import { clusterMeans } from './k-means.ts';
import { type ClusterMatches, matchClusters } from './match-clusters.ts';
import { type DenseMatrix, normalizeRows } from './sparse-matrix.ts';

/** A group of rows that run after run puts together. */
export interface RecurringCluster {
  /** Mean Jaccard index of its best match in the other runs, 0 to 1. */
  readonly recurrence: number;
  /** Whether it overlaps none that was taken before it by much. */
  readonly isApart: boolean;
  /** In how many runs each row is in the cluster or its match: rows. */
  readonly membership: Uint16Array;
}

/**
 * A cluster that shares more with one already taken is no other topic: by the Jaccard index, and by
 * the share of the smaller one that lies within the other. Looser bounds follow where they leave too few.
 */
const OVERLAPS = [
  { jaccard: 0.35, contained: 0.6 },
  { jaccard: 0.6, contained: 0.9 },
  { jaccard: 1, contained: 1 },
] as const;

/**
 * The clusters that come back in most runs, the surest first, and none that overlaps a surer one by
 * much, then those that do: the consensus of an ensemble by matching (after Hennig 2007, "Cluster-wise
 * assessment of cluster stability", where a cluster is as stable as its mean Jaccard index over resampled
 * runs). Yields one after the other, as long as more are asked for.
 */
export function* recurringClusters(ensemble: ClusterRuns): Generator<RecurringCluster> {
  const matches = matchClusters(ensemble);
  const order = [...matches.recurrences.keys()].sort(
    (a, b) => matches.recurrences[b]! - matches.recurrences[a]! || a - b,
  );
  const isTaken = new Uint8Array(order.length);
  const jaccard = new Float64Array(order.length);
  const contained = new Float64Array(order.length);
  for (const bound of OVERLAPS) {
    for (const cluster of order) {
      if (isTaken[cluster] || jaccard[cluster]! > bound.jaccard) continue;
      if (contained[cluster]! > bound.contained) continue;
      const membership = membershipOf(ensemble, matches, cluster, isTaken);
      yield {
        recurrence: matches.recurrences[cluster]!,
        isApart: bound === OVERLAPS[0],
        membership,
      };
      noteOverlaps(ensemble, matches, membership, jaccard, contained);
    }
  }
}

/** How often the rows are in a cluster or its matches, which are taken by that. */
function membershipOf(
  { rows, runs }: ClusterRuns,
  { offsets, best }: ClusterMatches,
  cluster: number,
  isTaken: Uint8Array,
): Uint16Array {
  const membership = new Uint16Array(rows);
  runs.forEach((assignments, run) => {
    const match = best[cluster * runs.length + run]!;
    isTaken[offsets[run]! + match] = 1;
    for (let row = 0; row < rows; row++) {
      if (assignments[row] === match) membership[row]! += 1;
    }
  });
  isTaken[cluster] = 1;
  return membership;
}

/** Whether a row is in a recurring cluster in more than half of the runs. */
function isCore(membership: Uint16Array, row: number, runs: number): boolean {
  return membership[row]! * 2 > runs;
}

function noteOverlaps(
  { rows, runs }: ClusterRuns,
  { offsets, sizes }: ClusterMatches,
  membership: Uint16Array,
  jaccard: Float64Array,
  contained: Float64Array,
): void {
  const core: number[] = [];
  for (let row = 0; row < rows; row++) if (isCore(membership, row, runs.length)) core.push(row);
  const common = new Uint32Array(sizes.length);
  runs.forEach((assignments, run) => {
    for (const row of core) common[offsets[run]! + assignments[row]!]! += 1;
  });
  common.forEach((count, cluster) => {
    if (count === 0) return;
    const union = sizes[cluster]! + core.length - count;
    jaccard[cluster] = Math.max(jaccard[cluster]!, count / union);
    const smaller = Math.min(sizes[cluster]!, core.length);
    contained[cluster] = Math.max(contained[cluster]!, count / smaller);
  });
}

/**
 * The unit means of the rows that are in each cluster in most runs; zeros for one that has no row of
 * which others have not more.
 */
export function coreMeans(
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
