import { termsOf } from '../text/vocabulary.ts';
import type { WrittenPaper } from '../text/written-forms.ts';
import { adjustedMutualInformation } from './adjusted-mutual-information.ts';
import { adjustedRandIndex } from './adjusted-rand-index.ts';
import { labelTopics } from './label-topics.ts';
import { mapPapers } from './map-papers.ts';
import { modelTopics, type TopicStage } from './model-topics.ts';
import { nearestRows } from './nearest-rows.ts';
import { RELATED_CANDIDATES, type RelatedPapers, relatedPapers } from './related-papers.ts';
import { simplifiedSilhouette } from './silhouette.ts';
import { topicCoherence, topicDiversity } from './topic-coherence.ts';

/** A paper, and the class that someone else put it into. */
export interface LabelledPaper extends WrittenPaper {
  readonly label: string | null;
}

/** What `evaluateTopics` measures; null where no paper has a label to compare with. */
export interface TopicEvaluation {
  readonly papers: number;
  readonly k: number;
  /** Adjusted mutual information and adjusted Rand index of topics and labels, of papers that have one. */
  readonly ami: number | null;
  readonly ari: number | null;
  /** Mean simplified silhouette in the reduced space. */
  readonly silhouette: number;
  /** Mean normalised pointwise mutual information of each topic's terms over the collection. */
  readonly npmi: number;
  /** Share of distinct terms among those of all topics. */
  readonly diversity: number;
  /** Mean adjusted Rand index between runs from different seeds; null for one seed. */
  readonly seedAri: number | null;
  /** Share of papers with a label whose label is that of most of their ten related papers that have one. */
  readonly knnAccuracy: number | null;
}

const NEIGHBOURS = 10;

/**
 * Measures the topics of papers: the model of the build, with the first of `seeds`, compared with the
 * papers' labels and with runs from the other seeds. Throws RangeError for no paper and for no seed.
 */
export function evaluateTopics(
  papers: readonly LabelledPaper[],
  topics: 'auto' | number,
  seeds: readonly number[],
  onStage: (stage: TopicStage) => void = () => undefined,
): TopicEvaluation {
  const [seed] = seeds;
  if (seed === undefined) throw new RangeError('at least one seed, got none');
  const { vectors, assignments, centroids } = modelTopics(papers, { topics, seed }, onStage);
  const named = labelTopics({
    papers,
    vocabulary: vectors.vocabulary,
    topicOf: assignments,
    topicCount: centroids.rows,
  });
  onStage('labels');
  const near = nearestRows(vectors.steadyRows, RELATED_CANDIDATES, { seed });
  const related = relatedPapers(vectors.matrix, vectors.steadyRows, near, {
    most: NEIGHBOURS,
    sharedMost: 0,
  });
  onStage('related');
  mapPapers(vectors.steadyRows, near, { seed });
  onStage('map');
  const terms = named.map((topic) => topic.terms.map(({ stems }) => stems));
  const documents = papers.map(({ title, abstract }) => new Set(termsOf(`${title}.\n${abstract}`)));
  const labels = papers.map(({ label }) => label);
  const labelled = [...labels.keys()].filter((paper) => labels[paper] !== null);
  const groups = labelled.map((paper) => assignments[paper]!);
  const classes = labelled.map((paper) => labels[paper]!);
  const isLabelled = labelled.length > 0;
  return {
    papers: papers.length,
    k: centroids.rows,
    ami: isLabelled ? adjustedMutualInformation<number | string>(groups, classes) : null,
    ari: isLabelled ? adjustedRandIndex<number | string>(groups, classes) : null,
    silhouette: simplifiedSilhouette(vectors.rows, { assignments, centroids }),
    npmi: topicCoherence(terms, documents),
    diversity: topicDiversity(terms),
    seedAri: agreementOfSeeds(papers, topics, seeds, assignments),
    knnAccuracy: isLabelled ? neighbourAccuracy(labels, labelled, related) : null,
  };
}

/** Other seeds project and cluster anew: all chance of the model is theirs. */
function agreementOfSeeds(
  papers: readonly WrittenPaper[],
  topics: 'auto' | number,
  seeds: readonly number[],
  assignments: Uint32Array,
): number | null {
  if (seeds.length < 2) return null;
  const others = seeds.slice(1).map((seed) => modelTopics(papers, { topics, seed }).assignments);
  const runs = [assignments, ...others];
  const scores = runs.flatMap((run, index) =>
    runs.slice(0, index).map((other) => adjustedRandIndex(run, other)),
  );
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function neighbourAccuracy(
  labels: readonly (string | null)[],
  labelled: readonly number[],
  { most, counts, indices }: RelatedPapers,
): number {
  const right = labelled.filter((paper) => {
    const votes = new Map<string, number>();
    for (const other of indices.subarray(paper * most, paper * most + counts[paper]!)) {
      const label = labels[other]!;
      if (label !== null) votes.set(label, (votes.get(label) ?? 0) + 1);
    }
    // Labels stand in the order of their nearest paper, so of equal counts the nearer one wins.
    const winner = [...votes].reduce<[string | null, number]>(
      (best, vote) => (vote[1] > best[1] ? vote : best),
      [null, 0],
    );
    return winner[0] === labels[paper];
  });
  return right.length / labelled.length;
}
