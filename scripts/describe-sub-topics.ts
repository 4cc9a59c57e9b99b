import type { Paper } from '../src/core/paper/paper.ts';
import type { WrittenPaper } from '../src/core/text/written-forms.ts';
import { labelTopics, type TopicLabel } from '../src/core/topics/label-topics.ts';
import { splitTopics } from '../src/core/topics/split-topics.ts';
import type { LockedRetired, TopicsLock } from '../src/core/topics/topics-lock.ts';
import type { TopicPage } from '../src/site-data.ts';
import type { NamedTopics } from './compose-topics.ts';
import { continueParts, earlierParts, type FoundPart, retireParts } from './keep-parts.ts';
import { freeSlug } from './name-groups.ts';

/** The sub-topics of a collection. */
export interface SubTopics {
  /** By topic, the largest first; empty for one without a clear split. */
  readonly ofTopic: readonly TopicPage['subTopics'][];
  /** Whole slug of the sub-topic of each paper: `entropy/heat`; null for none. */
  readonly partOf: readonly (string | null)[];
  /** What the next build goes on from. */
  readonly parts: TopicsLock['parts'];
  readonly retired: readonly LockedRetired[];
}

/** What they are made from beside the topics. */
export interface SubTopicInput {
  readonly papers: readonly Pick<Paper, 'id'>[];
  readonly prose: readonly WrittenPaper[];
  readonly seed: number;
  /** What an earlier build left; null for none. */
  readonly lock: TopicsLock | null;
  /** Whether to split anew and keep only names. */
  readonly refit: boolean;
}

/** A part with its name; `slug` is the whole one, of its topic and its own. */
interface NamedPart extends FoundPart, TopicLabel {
  readonly slug: string;
}

const TERMS = 5;
/** Ends of addresses of a topic's pages that mean something else. */
const RESERVED = /^(?:all|by-.*|with-code|in-\d+|\d+)$/;

/**
 * Splits topics and names their parts, each against all other parts and topics. Those that go on from the
 * build before keep their names and addresses.
 */
export function describeSubTopics(named: NamedTopics, input: SubTopicInput): SubTopics {
  const { papers, seed, lock, refit } = input;
  const { model, topics, curated } = named;
  const ids = papers.map(({ id }) => id);
  const before = earlierParts((paper) => topics[curated.topicOf[paper]!]!.slug, ids, lock);
  const { rows } = model.vectors;
  const kept = refit ? undefined : before;
  const splits = splitTopics(rows, curated.topicOf, topics.length, seed, kept);
  const found = splits.flatMap((split, topic) =>
    (split?.parts ?? []).map((rows): FoundPart => ({ topic: topics[topic]!.slug, rows })),
  );
  const parts = nameParts(found, continueParts(found, before, lock), named, input);
  const partOf: (string | null)[] = ids.map(() => null);
  for (const { slug, rows } of parts) for (const row of rows) partOf[row] = slug;
  const byTopic = Map.groupBy(parts, ({ topic }) => topic);
  return {
    ofTopic: topics.map(({ slug }) => (byTopic.get(slug) ?? []).map(describePart)),
    partOf,
    parts: parts.map(({ slug, label }) => ({ slug, label })),
    retired: retireParts(new Set(parts.map(({ slug }) => slug)), partOf, ids, lock),
  };
}

function describePart({ slug, label, terms }: NamedPart): TopicPage['subTopics'][number] {
  return { id: ownSlug(slug), label, terms: terms.slice(0, TERMS).map(({ term }) => term) };
}

/** The slug of a part within its topic. */
export function ownSlug(slug: string): string {
  return slug.slice(slug.indexOf('/') + 1);
}

function nameParts(
  parts: readonly FoundPart[],
  cameFrom: readonly (TopicsLock['parts'][number] | null)[],
  named: NamedTopics,
  { prose }: SubTopicInput,
): NamedPart[] {
  const labels = labelParts(parts, cameFrom, named, prose);
  const taken = new Set(cameFrom.flatMap((part) => part?.slug ?? []));
  return parts.map((part, at) => {
    const slug = cameFrom[at]?.slug ?? freePartSlug(part.topic, labels[at]!.label, taken);
    taken.add(slug);
    return { ...part, ...labels[at]!, slug };
  });
}

/** One that a part had which is no more may come again: within a topic an address means what its label says. */
function freePartSlug(topic: string, label: string, taken: ReadonlySet<string>): string {
  const siblings = [...taken].filter((slug) => slug.startsWith(`${topic}/`)).map(ownSlug);
  const free = freeSlug(label, new Set(siblings), 'part');
  const own = RESERVED.test(free) ? freeSlug(`${label} papers`, new Set(siblings), 'part') : free;
  return `${topic}/${own}`;
}

function labelParts(
  parts: readonly FoundPart[],
  cameFrom: readonly ({ readonly label: string } | null)[],
  { model, topics, curated }: NamedTopics,
  prose: readonly WrittenPaper[],
): TopicLabel[] {
  if (parts.length === 0) return [];
  const labelOf = new Map(
    topics.map(({ slug, label }) => [slug, curated.words.get(slug)?.label ?? label]),
  );
  // A topic that is not split is a group of its own, with the name that it has.
  const split = new Set(parts.map(({ topic }) => topic));
  const wholes = topics.filter(({ slug }) => !split.has(slug)).map(({ slug }) => slug);
  const numberOf = new Map(wholes.map((slug, at) => [slug, parts.length + at]));
  const groupOf = curated.topicOf.map((topic) => numberOf.get(topics[topic]!.slug) ?? 0);
  parts.forEach(({ rows }, part) => rows.forEach((row) => (groupOf[row] = part)));
  return labelTopics({
    vocabulary: model.vectors.vocabulary,
    papers: prose,
    topicOf: groupOf,
    topicCount: parts.length + wholes.length,
    parents: [...parts.map(({ topic }) => labelOf.get(topic)!), ...wholes.map(() => null)],
    fixed: [
      ...cameFrom.map((part) => part?.label ?? null),
      ...wholes.map((slug) => labelOf.get(slug)!),
    ],
    reserved: [...labelOf.values()],
  }).slice(0, parts.length);
}
