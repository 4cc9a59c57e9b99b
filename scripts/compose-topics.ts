import type { RetiredName } from '../src/core/paper/name-papers.ts';
import type { Paper } from '../src/core/paper/paper.ts';
import { findAcronyms } from '../src/core/text/acronyms.ts';
import type { WrittenPaper } from '../src/core/text/written-forms.ts';
import { assignMarks } from '../src/core/topics/assign-marks.ts';
import { type CuratedTopics, curateTopics } from '../src/core/topics/curate-topics.ts';
import { innerProduct } from '../src/core/topics/inner-products.ts';
import { type EarlierPartition, unitMeans } from '../src/core/topics/keep-topics.ts';
import { labelTopics, proposeLabels, type TopicLabel } from '../src/core/topics/label-topics.ts';
import { modelTopics, type TopicModel, type TopicStage } from '../src/core/topics/model-topics.ts';
import type { TopicCuration } from '../src/core/topics/parse-curation.ts';
import type { DenseMatrix } from '../src/core/topics/sparse-matrix.ts';
import type { RetiredGroup, TopicsLock } from '../src/core/topics/topics-lock.ts';
import { type EarlierAreas, findAreas, type FoundAreas } from './find-areas.ts';
import { type Named, nameGroups } from './name-groups.ts';
import { retireGroups, slugsOf } from './retire-groups.ts';

/** The topics of a site before the operator's curation, and after it. */
export interface NamedTopics {
  readonly model: TopicModel;
  /** As the model has them. */
  readonly topics: readonly Named[];
  readonly areas: readonly Named[];
  /** Area of each topic; empty where there are no areas. */
  readonly areaOf: Uint32Array;
  readonly retired: readonly RetiredGroup[];
  readonly curated: CuratedTopics;
  /** Terms of each topic as curated: of all papers that it has after merges. */
  readonly terms: readonly TopicLabel['terms'][];
  /** Colour and shape of each topic, as `assignMarks` numbers them. */
  readonly marks: readonly number[];
  /** Centres of the topics as curated; of zeros where no paper is left. */
  readonly centroids: DenseMatrix;
}

/** What the topics are made from. */
export interface TopicInput {
  readonly papers: readonly Paper[];
  /** Ids that papers had, and those that they have. */
  readonly retiredPapers: readonly RetiredName[];
  /** What the papers say, less formulas. */
  readonly prose: readonly WrittenPaper[];
  readonly topics: 'auto' | number;
  readonly seed: number;
  readonly curations: readonly TopicCuration[];
  /** What an earlier build left; null for none. */
  readonly lock: TopicsLock | null;
  /** Whether to fit anew and keep only names. */
  readonly refit: boolean;
}

/** What an earlier build left, in numbers. */
interface Earlier {
  readonly lock: TopicsLock;
  readonly topics: EarlierPartition;
  readonly areas: EarlierAreas;
}

/**
 * From papers to named and curated topics, going on from those of an earlier build. Throws InputError
 * for curation that names what is not there.
 */
export function composeTopics(
  input: TopicInput,
  onStage: (stage: TopicStage) => void = () => undefined,
): NamedTopics {
  const { papers, prose, topics: asked, seed, curations, lock, refit } = input;
  const earlier = lock === null ? null : earlierGroups(lock, papers);
  const options = { topics: asked, seed, earlier: earlier?.topics ?? null, refit };
  const model = modelTopics(prose, options, onStage);
  const found = findAreas(model, earlier?.areas ?? null, refit);
  const { topics, areas } = nameAll(input, model, found);
  onStage('labels');
  const retired = earlier === null ? [] : retire(earlier, topics, areas, model, found);
  const curated = curateTopics({
    topics,
    topicOf: model.assignments,
    papers,
    retired: retired.filter(({ kind }) => kind === 'topic'),
    retiredPapers: input.retiredPapers,
    similarity: (paper, topic) => innerProduct(model.vectors.rows, paper, model.centroids, topic),
    curations,
  });
  const centroids =
    curations.length === 0
      ? model.centroids
      : unitMeans(model.vectors.rows, curated.topicOf, topics.length);
  const terms = termsAfterMerges(input, model, topics, curated);
  const kept = model.cameFrom.map((topic) => lock?.topics[topic ?? -1]?.mark ?? null);
  const marks = assignMarks(model.centroids, kept);
  return { model, topics, areas, areaOf: found.areaOf, retired, curated, terms, marks, centroids };
}

function earlierGroups(lock: TopicsLock, papers: readonly Paper[]): Earlier {
  const numberOf = new Map(lock.topics.map(({ slug }, number) => [slug, number]));
  const topicOf = Int32Array.from(papers, ({ id }) => {
    const paper = lock.papers.get(id);
    return paper === undefined ? -1 : numberOf.get(paper.topic)!;
  });
  const areas = lock.areas.length;
  const areaOf = Int32Array.from(lock.topics, ({ area }) =>
    lock.areas.findIndex(({ slug }) => slug === area),
  );
  const areaOfPaper = topicOf.map((topic) => (topic < 0 ? -1 : areaOf[topic]!));
  return {
    lock,
    topics: { topics: lock.topics.length, topicOf },
    areas: { areas, areaOf, partition: { topics: areas, topicOf: areaOfPaper } },
  };
}

/** Names the areas, and then the topics, which say more than their areas. */
function nameAll(
  { prose, lock, curations }: TopicInput,
  model: TopicModel,
  { areaOf, cameFrom: areasFrom }: FoundAreas,
): Pick<NamedTopics, 'topics' | 'areas'> {
  const corpus = {
    papers: prose,
    vocabulary: model.vectors.vocabulary,
    acronyms: findAcronyms(prose),
  };
  const topicsFrom = model.cameFrom.map((topic) => (topic === null ? null : lock!.topics[topic]!));
  const partition = { topicOf: model.assignments, topicCount: topicsFrom.length };
  const proposals = proposeLabels({ ...corpus, ...partition });
  const areas = nameGroups({
    ...corpus,
    topicOf: areasOfPapers(model, areaOf),
    partOf: model.assignments,
    children: proposals,
    cameFrom: areasFrom.map((area) => (area === null ? null : lock!.areas[area]!)),
    reserved: topicsFrom.flatMap((topic) => topic?.label ?? []),
    taken: slugsOf(lock, 'area'),
    fallback: 'area',
  });
  // No new topic takes what the operator calls another; where all are new, that may be the same.
  const ownLabels = lock === null ? [] : curations.flatMap(({ label }) => label ?? []);
  const topics = nameGroups({
    ...corpus,
    ...partition,
    proposals,
    cameFrom: topicsFrom,
    parents: Array.from(areaOf, (area) => areas[area]!.label),
    reserved: [...areas.map(({ label }) => label), ...ownLabels],
    taken: slugsOf(lock, 'topic'),
    fallback: 'topic',
  });
  return { topics, areas };
}

/** Labels stay, since they are the names that the operator merges by; other terms may set a topic apart. */
function termsAfterMerges(
  { prose }: TopicInput,
  model: TopicModel,
  topics: readonly Named[],
  { topicOf, successorOf }: CuratedTopics,
): NamedTopics['terms'] {
  if (successorOf.size === 0) return topics.map(({ terms }) => terms);
  const labelled = labelTopics({
    vocabulary: model.vectors.vocabulary,
    papers: prose,
    topicOf,
    topicCount: topics.length,
    fixed: topics.map(({ label }) => label),
  });
  return labelled.map(({ terms }) => terms);
}

function areasOfPapers({ assignments }: TopicModel, areaOf: Uint32Array): Uint32Array {
  return assignments.map((topic) => areaOf[topic] ?? 0);
}

function retire(
  earlier: Earlier,
  topics: readonly Named[],
  areas: readonly Named[],
  model: TopicModel,
  { areaOf }: FoundAreas,
): readonly RetiredGroup[] {
  return retireGroups(
    earlier.lock,
    { named: topics, groupOf: model.assignments, earlier: earlier.topics },
    { named: areas, groupOf: areasOfPapers(model, areaOf), earlier: earlier.areas.partition },
  );
}
