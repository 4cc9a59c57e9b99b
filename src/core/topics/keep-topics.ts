import { adjustedMutualInformation } from './adjusted-mutual-information.ts';
import type { PaperClusters } from './cluster-papers.ts';
import { clusterMeans } from './k-means.ts';
import { assignToNearest } from './nearest-centroid.ts';
import { copyRows } from './inverted-file.ts';
import { type DenseMatrix, normalizeRows } from './sparse-matrix.ts';

/** The topics of an earlier build: how many, and that of each paper, -1 for one that was not there. */
export interface EarlierPartition {
  readonly topics: number;
  readonly topicOf: Int32Array;
}

/** A partition of which the topics continue those of an earlier build where they can. */
export interface KeptTopics {
  readonly assignments: Uint32Array;
  /** Centres of the topics, unit rows. */
  readonly centroids: DenseMatrix;
  /** For each topic that of the earlier build that it continues; null for a new one. */
  readonly cameFrom: readonly (number | null)[];
}

/** Papers that were there and may change their topic in one build, as a share of them. */
const MOST_MOVED = 0.025;
/** How surely a theme must come back to become a topic beside those that are there. */
const LEAST_STABILITY = 0.6;
/** A new topic is at least this large in proportion to the median of the fresh ones. */
const LEAST_SIZE = 0.5;
/** A fresh topic that shares less with each earlier one, by the Jaccard index, is a new one. */
const LEAST_LIKENESS = 0.4;

/**
 * Goes on from an earlier partition: papers keep their topics, new ones go to that of the nearest
 * centre, a topic without papers ends. Fresh topics (of the same papers, found from scratch) that are no
 * topic's counterpart, large and sure become new topics, as long as not more than one paper in forty
 * that was there has to move, and there are at most `most` topics. Where no paper is new nothing
 * changes, so that a build can be repeated.
 */
export function keepTopics(
  rows: DenseMatrix,
  fresh: PaperClusters,
  earlier: EarlierPartition,
  most = Infinity,
): KeptTopics {
  const alive = topicsWithPapers(earlier);
  const start = centresOf(rows, earlier, alive);
  const assignments = new Uint32Array(rows.rows);
  assignToNearest(rows, start, assignments);
  alive.forEach((topic, number) => {
    earlier.topicOf.forEach((of, paper) => {
      if (of === topic) assignments[paper] = number;
    });
  });
  const cameFrom: (number | null)[] = [...alive];
  const themes = earlier.topicOf.includes(-1)
    ? newThemes(assignments, alive.length, fresh, earlier)
    : [];
  for (const theme of themes.slice(0, Math.max(0, most - alive.length))) {
    fresh.assignments.forEach((of, paper) => {
      if (of === theme) assignments[paper] = cameFrom.length;
    });
    cameFrom.push(null);
  }
  return { assignments, cameFrom, centroids: unitMeans(rows, assignments, cameFrom.length) };
}

/**
 * The fresh topics, each of which continues the earlier one that is most like it, and no other does: the
 * names of topics outlast a fit from scratch.
 */
export function refitTopics(
  fresh: Pick<PaperClusters, 'assignments' | 'centroids'>,
  earlier: EarlierPartition,
): KeptTopics {
  return { ...fresh, cameFrom: continueGroups(fresh.assignments, fresh.centroids.rows, earlier) };
}

/**
 * The earlier group that each of `count` groups of papers continues: the one that is most like it, by the
 * Jaccard index over the papers that were there, which no other continues; null for a group that is new.
 */
export function continueGroups(
  assignments: Uint32Array,
  count: number,
  earlier: EarlierPartition,
): (number | null)[] {
  const known = assignments.filter((_, paper) => earlier.topicOf[paper]! >= 0);
  const before = Uint32Array.from(earlier.topicOf.filter((topic) => topic >= 0));
  const common = countPairs(known, count, before, earlier.topics);
  const sizes = sizesOf(known, count);
  const sizesBefore = sizesOf(before, earlier.topics);
  const likeness = [...common].map((both, at) => {
    const [topic, other] = [Math.floor(at / earlier.topics), at % earlier.topics];
    return { topic, other, jaccard: both / (sizes[topic]! + sizesBefore[other]! - both || 1) };
  });
  likeness.sort((a, b) => b.jaccard - a.jaccard || a.topic - b.topic);
  const cameFrom = new Array<number | null>(count).fill(null);
  const taken = new Set<number>();
  for (const { topic, other, jaccard } of likeness) {
    if (jaccard < LEAST_LIKENESS) break;
    if (cameFrom[topic] !== null || taken.has(other)) continue;
    cameFrom[topic] = other;
    taken.add(other);
  }
  return cameFrom;
}

/** How far kept topics agree with fresh ones: their adjusted mutual information. */
export function agreementOf(kept: KeptTopics, fresh: PaperClusters): number {
  return adjustedMutualInformation(kept.assignments, fresh.assignments);
}

function topicsWithPapers({ topics, topicOf }: EarlierPartition): number[] {
  const sizes = sizesOf(topicOf, topics);
  return [...sizes.keys()].filter((topic) => sizes[topic]! > 0);
}

function centresOf(
  rows: DenseMatrix,
  { topicOf }: EarlierPartition,
  alive: readonly number[],
): DenseMatrix {
  const papers = Uint32Array.from([...topicOf.keys()].filter((paper) => topicOf[paper]! >= 0));
  const numbers = new Map(alive.map((topic, number) => [topic, number]));
  const numbered = Uint32Array.from(papers, (paper) => numbers.get(topicOf[paper]!)!);
  return unitMeans(copyRows(rows, papers), numbered, alive.length);
}

/** The fresh topics that deserve a place beside the kept ones, the surest first. */
function newThemes(
  assignments: Uint32Array,
  topics: number,
  fresh: PaperClusters,
  earlier: EarlierPartition,
): number[] {
  const count = fresh.centroids.rows;
  // New papers tell nothing about what a topic was: many of them would make it another one.
  const known = [...assignments.keys()].filter((paper) => earlier.topicOf[paper]! >= 0);
  const common = countPairs(
    Uint32Array.from(known, (paper) => assignments[paper]!),
    topics,
    Uint32Array.from(known, (paper) => fresh.assignments[paper]!),
    count,
  );
  const counterparts = new Set(
    Array.from({ length: topics }, (_, topic) =>
      greatestOf(common.subarray(topic * count, (topic + 1) * count)),
    ),
  );
  const sizes = sizesOf(fresh.assignments, count);
  const median = [...sizes].sort((a, b) => a - b)[count >> 1]!;
  const moved = new Uint32Array(count);
  for (const paper of known) moved[fresh.assignments[paper]!]! += 1;
  let left = MOST_MOVED * known.length;
  return [...sizes.keys()]
    .filter((theme) => !counterparts.has(theme) && sizes[theme]! >= LEAST_SIZE * median)
    .filter((theme) => fresh.stability[theme]! >= LEAST_STABILITY)
    .sort((a, b) => fresh.stability[b]! - fresh.stability[a]! || a - b)
    .filter((theme) => {
      if (moved[theme]! > left) return false;
      left -= moved[theme]!;
      return true;
    });
}

function countPairs(
  left: Uint32Array,
  lefts: number,
  right: Uint32Array,
  rights: number,
): Uint32Array {
  const common = new Uint32Array(lefts * rights);
  left.forEach((cluster, item) => {
    common[cluster * rights + right[item]!]! += 1;
  });
  return common;
}

function sizesOf(clusters: Uint32Array | Int32Array, count: number): Uint32Array {
  const sizes = new Uint32Array(count);
  for (const cluster of clusters) if (cluster >= 0) sizes[cluster]! += 1;
  return sizes;
}

function greatestOf(counts: Uint32Array): number {
  return counts.reduce((best, count, at) => (count > counts[best]! ? at : best), 0);
}

/** The centres of clusters: their mean rows, scaled to length 1. */
export function unitMeans(rows: DenseMatrix, assignments: Uint32Array, count: number): DenseMatrix {
  return normalizeRows(clusterMeans(rows, assignments, count));
}
