import { adjustedRandIndex } from './adjusted-rand-index.ts';
import { type Clustering, kMeans } from './k-means.ts';
import { simplifiedSilhouette } from './silhouette.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/** What was measured at one number of topics. */
export interface TopicCountTrial {
  readonly k: number;
  /** Mean simplified silhouette of the best run. */
  readonly silhouette: number;
  /** Mean adjusted Rand index between runs from different seeds. */
  readonly agreement: number;
  /** silhouette · agreement. */
  readonly score: number;
}

/** The trials, and the clustering of the one that was taken. */
export interface TopicCountChoice {
  readonly trials: readonly TopicCountTrial[];
  readonly clustering: Clustering;
}

const SEARCHES = 4;
const MAX_TRIALS = 10;
const FEWEST_TOPICS = 3;
/** Scores that differ by less than this share are alike: the search itself is that noisy. */
const TOLERANCE = 0.1;
/** Topics of 2.5 √n papers, 53 of 457, are what a reader can look through. */
const READABLE_SIZE = 2.5;

/**
 * Tries numbers of topics. Those count of which the score comes within a tenth of the greatest:
 * clusters that stand apart (silhouette) and are found again from other seeds (agreement). Of these
 * the one nearest, by ratio, to √n / 2.5 is taken. `restarts` is that of each search. Throws
 * RangeError where there is no row.
 */
export function chooseTopicCount(
  rows: DenseMatrix,
  restarts: (k: number) => number,
  seed: number,
): TopicCountChoice {
  if (rows.rows === 0) throw new RangeError('at least one row, got none');
  const tried = topicCountCandidates(rows.rows).map((k) => {
    const runs = Array.from({ length: SEARCHES }, (_, search) =>
      kMeans(rows, k, { restarts: restarts(k), seed: seed + search * 10_000 }),
    );
    const clustering = runs.reduce((a, b) => (b.inertia < a.inertia ? b : a));
    const silhouette = simplifiedSilhouette(rows, clustering);
    const agreement = meanAgreement(runs);
    return { trial: { k, silhouette, agreement, score: silhouette * agreement }, clustering };
  });
  const greatest = Math.max(...tried.map(({ trial }) => trial.score));
  const enough = greatest - Math.abs(greatest) * TOLERANCE;
  const wanted = Math.sqrt(rows.rows) / READABLE_SIZE;
  const ratio = (k: number) => Math.abs(Math.log(k / wanted));
  const taken = tried
    .filter(({ trial }) => trial.score >= enough)
    .reduce((best, next) => (ratio(next.trial.k) < ratio(best.trial.k) ? next : best));
  return { trials: tried.map(({ trial }) => trial), clustering: taken.clustering };
}

/**
 * The numbers of topics worth trying for n papers: at most 10 from √n / 6 (fewer topics would hold
 * more papers than anyone looks through) to 0.7 √n, but not below 3, evenly spaced by ratio. Fewer
 * than 12 papers are one topic.
 */
export function topicCountCandidates(papers: number): number[] {
  if (papers < 12) return [Math.min(1, papers)].filter((k) => k > 0);
  const fewest = Math.max(FEWEST_TOPICS, Math.round(Math.sqrt(papers) / 6));
  const most = Math.max(FEWEST_TOPICS, Math.round(Math.sqrt(papers) * 0.7));
  const steps = Math.min(MAX_TRIALS, most - fewest + 1);
  const ratio = steps > 1 ? (most / fewest) ** (1 / (steps - 1)) : 1;
  const candidates = Array.from({ length: steps }, (_, step) => Math.round(fewest * ratio ** step));
  return [...new Set(candidates)];
}

function meanAgreement(runs: readonly Clustering[]): number {
  let sum = 0;
  let pairs = 0;
  runs.forEach((run, index) => {
    for (const other of runs.slice(0, index)) {
      sum += adjustedRandIndex(run.assignments, other.assignments);
      pairs += 1;
    }
  });
  return pairs === 0 ? 1 : sum / pairs;
}
