import slugify from '@sindresorhus/slugify';
import type { Paper } from '../src/core/paper/paper.ts';
import type { WrittenPaper } from '../src/core/text/written-forms.ts';
import { type CuratedTopics, curateTopics } from '../src/core/topics/curate-topics.ts';
import { groupTopics, MOST_WITHOUT_AREAS } from '../src/core/topics/group-topics.ts';
import { innerProduct } from '../src/core/topics/inner-products.ts';
import { type EarlierPartition, refitTopics, unitMeans } from '../src/core/topics/keep-topics.ts';
import { labelTopics, type TopicLabel } from '../src/core/topics/label-topics.ts';
import { modelTopics, type TopicModel, type TopicStage } from '../src/core/topics/model-topics.ts';
import type { TopicCuration } from '../src/core/topics/parse-curation.ts';
import type { DenseMatrix } from '../src/core/topics/sparse-matrix.ts';
import type { LockedRetired, TopicsLock } from '../src/core/topics/topics-lock.ts';

/** A topic or an area with its name. */
export interface Named extends TopicLabel {
  readonly slug: string;
}

/** The topics of a site before the operator's curation, and after it. */
export interface NamedTopics {
  readonly model: TopicModel;
  /** As the model has them. */
  readonly topics: readonly Named[];
  readonly areas: readonly Named[];
  /** Area of each topic; empty where there are no areas. */
  readonly areaOf: Uint32Array;
  readonly retired: readonly LockedRetired[];
  readonly curated: CuratedTopics;
  /** Centres of the topics as curated; of zeros where no paper is left. */
  readonly centroids: DenseMatrix;
}

/** What the topics are made from. */
export interface TopicInput {
  readonly papers: readonly Paper[];
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

/**
 * From papers to named and curated topics, going on from those of an earlier build. Throws InputError
 * for curation that names what is not there.
 */
export function composeTopics(
  input: TopicInput,
  onStage: (stage: TopicStage) => void = () => undefined,
): NamedTopics {
  const { papers, prose, topics: asked, seed, curations, lock } = input;
  const refit = input.refit || (lock !== null && lock.asked !== (asked === 'auto' ? null : asked));
  const earlier = lock === null ? null : partitionOf(lock, papers);
  const model = modelTopics(prose, { topics: asked, seed, earlier, refit }, onStage);
  const { areaOf, areasFrom } = findAreas(model, lock, earlier, refit);
  const areas = nameGroups({
    ...labelTask(input, model),
    topicOf: model.assignments.map((topic) => areaOf[topic] ?? 0),
    cameFrom: areasFrom.map((area) => (area === null ? null : lock!.areas[area]!)),
    taken: slugsOf(lock, 'area'),
    fallback: 'area',
  });
  const topics = nameGroups({
    ...labelTask(input, model),
    topicOf: model.assignments,
    cameFrom: model.cameFrom.map((topic) => (topic === null ? null : lock!.topics[topic]!)),
    parents: Array.from(areaOf, (area) => areas[area]!.label),
    reserved: areas.map(({ label }) => label),
    taken: slugsOf(lock, 'topic'),
    fallback: 'topic',
  });
  onStage('labels');
  const retired = lock === null ? [] : retire(lock, { topics, areas, model, earlier: earlier! });
  const curated = curateTopics({
    topics,
    topicOf: model.assignments,
    papers,
    retired: retired.filter(({ kind }) => kind === 'topic'),
    similarity: (paper, topic) => innerProduct(model.vectors.rows, paper, model.centroids, topic),
    curations,
  });
  const centroids =
    curations.length === 0
      ? model.centroids
      : unitMeans(model.vectors.rows, curated.topicOf, topics.length);
  return { model, topics, areas, areaOf, retired, curated, centroids };
}

function partitionOf(
  { topics, papers: locked }: TopicsLock,
  papers: readonly Paper[],
): EarlierPartition {
  const numberOf = new Map(topics.map(({ slug }, number) => [slug, number]));
  const topicOf = Int32Array.from(papers, ({ id }) => {
    const paper = locked.get(id);
    return paper === undefined ? -1 : numberOf.get(paper.topic)!;
  });
  return { topics: topics.length, topicOf };
}

/** The area of each topic, and for each area that of the earlier build which it continues. */
function findAreas(
  model: TopicModel,
  lock: TopicsLock | null,
  earlier: EarlierPartition | null,
  refit: boolean,
): { areaOf: Uint32Array; areasFrom: (number | null)[] } {
  const count = model.centroids.rows;
  const isKept = lock !== null && !refit && lock.areas.length > 0;
  if (!isKept && count <= MOST_WITHOUT_AREAS) return { areaOf: new Uint32Array(0), areasFrom: [] };
  const before = lock === null ? null : areaNumbers(lock);
  if (isKept) return keepAreas(model, before!, lock.areas.length);
  const sizes = new Uint32Array(count);
  for (const topic of model.assignments) sizes[topic]! += 1;
  const areaOf = groupTopics(model.centroids, sizes);
  const areaCount = Math.max(...areaOf) + 1;
  if (lock === null || lock.areas.length === 0) {
    return { areaOf, areasFrom: Array.from({ length: areaCount }, () => null) };
  }
  const assignments = model.assignments.map((topic) => areaOf[topic]!);
  const { cameFrom } = refitTopics(
    { assignments, centroids: unitMeans(model.vectors.rows, assignments, areaCount) },
    {
      topics: lock.areas.length,
      topicOf: earlier!.topicOf.map((topic) => (topic < 0 ? -1 : before![topic]!)),
    },
  );
  return { areaOf, areasFrom: [...cameFrom] };
}

/** The area of each topic of a lock, -1 for none. */
function areaNumbers({ areas, topics }: TopicsLock): Int32Array {
  return Int32Array.from(topics, ({ area }) => areas.findIndex(({ slug }) => slug === area));
}

/** Topics stay in their areas; a new one joins that of the nearest topic. Areas without topics end. */
function keepAreas(
  { cameFrom, centroids }: TopicModel,
  before: Int32Array,
  areaCount: number,
): { areaOf: Uint32Array; areasFrom: number[] } {
  const earlier = Int32Array.from(cameFrom, (topic) => (topic === null ? -1 : before[topic]!));
  const known = [...earlier.keys()].filter((topic) => earlier[topic]! >= 0);
  const areaOf = Uint32Array.from(earlier, (area, topic) => {
    if (area >= 0) return area;
    const nearness = (other: number) => innerProduct(centroids, topic, centroids, other);
    return earlier[
      known.reduce((best, other) => (nearness(other) > nearness(best) ? other : best))
    ]!;
  });
  const areasFrom = Array.from({ length: areaCount }, (_, area) => area).filter((area) =>
    areaOf.includes(area),
  );
  return { areaOf: areaOf.map((area) => areasFrom.indexOf(area)), areasFrom };
}

function labelTask({ prose }: TopicInput, { vectors }: TopicModel) {
  return { papers: prose, vocabulary: vectors.vocabulary };
}

type LabelTask = Parameters<typeof labelTopics>[0];

interface NamingTask extends Omit<LabelTask, 'topicCount' | 'fixed'> {
  /** The names that go on; null for a group that is new. */
  readonly cameFrom: readonly ({ readonly slug: string; readonly label: string } | null)[];
  /** Slugs that something has or had. */
  readonly taken: ReadonlySet<string>;
  readonly fallback: string;
}

/** Groups with an earlier name keep it; others get a label, and a slug that was never taken. */
function nameGroups({ cameFrom, taken, fallback, ...task }: NamingTask): Named[] {
  const labels = labelTopics({
    ...task,
    topicCount: cameFrom.length,
    fixed: cameFrom.map((named) => named?.label ?? null),
  });
  const slugs = new Set(taken);
  return labels.map((label, group) => {
    const slug = cameFrom[group]?.slug ?? freeSlug(label.label, slugs, fallback);
    slugs.add(slug);
    return { ...label, slug };
  });
}

/** A slug of a text that is not yet taken, by a number behind it where it must be. */
export function freeSlug(text: string, taken: ReadonlySet<string>, fallback: string): string {
  const slug = slugify(text, { decamelize: false }) || fallback;
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
  return free;
}

function slugsOf(lock: TopicsLock | null, kind: LockedRetired['kind']): Set<string> {
  if (lock === null) return new Set();
  const living = kind === 'topic' ? lock.topics : lock.areas;
  const gone = lock.retired.filter((entry) => entry.kind === kind);
  return new Set([...living, ...gone].map(({ slug }) => slug));
}

interface Successors {
  readonly topics: readonly Named[];
  readonly areas: readonly Named[];
  readonly model: TopicModel;
  readonly earlier: EarlierPartition;
}

/** What of an earlier build is no more, each with that which holds its place now. */
function retire(lock: TopicsLock, { topics, areas, model, earlier }: Successors): LockedRetired[] {
  const living = { topic: new Set(slugs(topics)), area: new Set(slugs(areas)) };
  const topicSuccessor = (number: number) =>
    topics[mostCommonTopic(model, earlier, number) ?? likest(lock.topics[number]!.terms, topics)]!
      .slug;
  const gone: LockedRetired[] = [
    ...lock.topics.flatMap(({ slug, label }, number): LockedRetired[] =>
      living.topic.has(slug)
        ? []
        : [{ kind: 'topic', slug, label, successor: topicSuccessor(number) }],
    ),
    ...lock.areas
      .filter(({ slug }) => !living.area.has(slug))
      .map(({ slug, label }): LockedRetired => ({ kind: 'area', slug, label, successor: null })),
  ];
  const next = new Map(gone.map(({ kind, slug, successor }) => [`${kind} ${slug}`, successor]));
  const before = lock.retired.map((entry) => {
    const key = `${entry.kind} ${entry.successor ?? ''}`;
    return next.has(key) ? { ...entry, successor: next.get(key)! } : entry;
  });
  return [...before, ...gone];
}

const slugs = (named: readonly Named[]) => named.map(({ slug }) => slug);

/** The topic in which most papers of an earlier one are now; null where none is left. */
function mostCommonTopic(
  { assignments, centroids }: TopicModel,
  earlier: EarlierPartition,
  topic: number,
) {
  const counts = new Uint32Array(centroids.rows);
  earlier.topicOf.forEach((of, paper) => {
    if (of === topic) counts[assignments[paper]!]! += 1;
  });
  const most = counts.reduce((best, count, at) => (count > counts[best]! ? at : best), 0);
  return counts[most] === 0 ? null : most;
}

/** The topic of which the terms are most like some weighted terms. */
function likest(
  terms: readonly { readonly term: string; readonly weight: number }[],
  topics: readonly Named[],
): number {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const likeness = topics.map((topic) =>
    topic.terms.reduce((sum, { term, weight }) => sum + weight * (weights.get(term) ?? 0), 0),
  );
  return likeness.indexOf(Math.max(...likeness));
}
