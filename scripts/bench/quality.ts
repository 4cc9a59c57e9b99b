import { adjustedMutualInformation } from '../../src/core/topics/adjusted-mutual-information.ts';
import { adjustedRandIndex } from '../../src/core/topics/adjusted-rand-index.ts';

/** Neighbours whose labels vote for that of a paper. */
export const NEIGHBOURS = 10;

/** How well clusters and neighbours fit the labels of papers, and the clusters of seeds one another. */
export interface Quality {
  readonly ami: number;
  readonly ari: number;
  readonly seedAri: number;
  readonly knnAccuracy: number;
}

/** The same measures for the answers of any program: runs by seed (two or more), neighbours by paper. */
export function qualityOf(
  labels: readonly string[],
  runs: readonly (readonly number[])[],
  neighbours: readonly (readonly number[])[],
): Quality {
  const [first] = runs;
  const pairs = runs.flatMap((run, index) =>
    runs.slice(0, index).map((other) => adjustedRandIndex(run, other)),
  );
  return {
    ami: adjustedMutualInformation<number | string>(first!, labels),
    ari: adjustedRandIndex<number | string>(first!, labels),
    seedAri: pairs.reduce((sum, score) => sum + score, 0) / pairs.length,
    knnAccuracy: neighbourAccuracy(labels, neighbours),
  };
}

/** The share of papers whose label is that of most of the ten nearest others; of equal counts the nearer. */
function neighbourAccuracy(
  labels: readonly string[],
  neighbours: readonly (readonly number[])[],
): number {
  const right = labels.filter((label, paper) => {
    const votes = new Map<string, number>();
    const others = neighbours[paper]!.filter((other) => other !== paper).slice(0, NEIGHBOURS);
    for (const other of others) votes.set(labels[other]!, (votes.get(labels[other]!) ?? 0) + 1);
    const most = Math.max(...votes.values());
    return [...votes].find(([, count]) => count === most)?.[0] === label;
  });
  return right.length / labels.length;
}

/** The share of the true neighbours that were found. */
export function recallOf(
  found: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
): number {
  let hits = 0;
  let all = 0;
  expected.forEach((near, index) => {
    const known = new Set(found[index]);
    hits += near.filter((row) => known.has(row)).length;
    all += near.length;
  });
  return all === 0 ? 1 : hits / all;
}
