import type { WrittenPaper } from '../text/written-forms.ts';
import { clusterPapers, type PaperClusters } from './cluster-papers.ts';
import { embedPapers, type PaperVectors } from './embed-papers.ts';
import {
  agreementOf,
  type EarlierPartition,
  type KeptTopics,
  keepTopics,
  refitTopics,
  unitMeans,
} from './keep-topics.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/** The number of topics, or `auto` for those that come back; the seed of all chance; what was before. */
export interface TopicOptions {
  readonly topics: 'auto' | number;
  readonly seed: number;
  /** Topics to go on from; null for a first build. */
  readonly earlier?: EarlierPartition | null;
  /** Fits anew: of the earlier topics only the names go on. */
  readonly refit?: boolean;
}

/** The topics of a collection as numbers: vectors and a partition. */
export interface TopicModel extends KeptTopics {
  readonly vectors: PaperVectors;
  /** Mean Jaccard index of each topic's best match in the runs, 0 to 1. */
  readonly stability: Float64Array;
  readonly report: TopicReport;
}

/** The model's own numbers, for the log and the About page. */
export interface TopicReport {
  readonly terms: number;
  readonly dimensions: number;
  readonly runs: number;
  readonly seed: number;
  /** How surely each candidate for a topic comes back, and what it takes to be one. */
  readonly recurrences: readonly number[];
  readonly leastRecurrence: number;
  /** Adjusted mutual information of kept topics and fresh ones; null where the topics are fresh. */
  readonly agreement: number | null;
}

/** The stages of the model, in order. */
export type TopicStage = 'vectors' | 'clusters' | 'labels' | 'related' | 'reasons' | 'map';

/**
 * From the text of papers to topics: vectors → recurring clusters → what is kept of an earlier build.
 * Same papers in the same order, same seed and same earlier topics, same result. `onStage` hears the name
 * of each stage when it has ended. Throws RangeError where there is no paper.
 */
export function modelTopics(
  papers: readonly WrittenPaper[],
  { topics, seed, earlier: before = null, refit = false }: TopicOptions,
  onStage: (stage: TopicStage) => void = () => undefined,
): TopicModel {
  if (papers.length === 0) throw new RangeError('at least one paper, got none');
  const vectors = embedPapers(papers, seed, topics);
  onStage('vectors');
  const fresh = clusterPapers(vectors.rows, topics, seed, vectors.steadyRows);
  // Nothing can go on where no paper is left.
  const earlier = before?.topicOf.some((topic) => topic >= 0) === true ? before : null;
  const most = topics === 'auto' ? Infinity : topics;
  const kept = continueTopics(vectors.rows, fresh, { earlier, refit, most });
  onStage('clusters');
  const isFresh = earlier === null || refit;
  return {
    ...kept,
    vectors,
    stability: isFresh
      ? fresh.stability
      : fresh.stabilityOf(kept.assignments, kept.cameFrom.length),
    report: {
      terms: vectors.vocabulary.terms.length,
      dimensions: vectors.rows.cols,
      runs: fresh.runs,
      seed,
      recurrences: fresh.recurrences,
      leastRecurrence: fresh.leastRecurrence,
      agreement: isFresh ? null : agreementOf(kept, fresh),
    },
  };
}

function continueTopics(
  rows: DenseMatrix,
  fresh: PaperClusters,
  { earlier, refit, most }: { earlier: EarlierPartition | null; refit: boolean; most: number },
): KeptTopics {
  if (earlier !== null && !refit) return keepTopics(rows, fresh, earlier, most);
  const { assignments } = fresh;
  const count = fresh.centroids.rows;
  const { cameFrom } =
    earlier === null
      ? { cameFrom: Array.from({ length: count }, () => null) }
      : refitTopics(fresh, earlier);
  // The means of the papers, as the next build, which goes on from these topics, will have them.
  return { assignments, centroids: unitMeans(rows, assignments, count), cameFrom };
}
