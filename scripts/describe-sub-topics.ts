import { labelTopics } from '../src/core/topics/label-topics.ts';
import { splitTopics } from '../src/core/topics/split-topics.ts';
import type { WrittenPaper } from '../src/core/text/written-forms.ts';
import type { TopicPage } from '../src/site-data.ts';
import type { NamedTopics } from './compose-topics.ts';
import { freeSlug } from './name-groups.ts';

/** The sub-topics of a collection. */
export interface SubTopics {
  /** By topic, the largest first; empty for one without a clear split. */
  readonly ofTopic: readonly TopicPage['subTopics'][];
  /** Slug of the sub-topic of each paper within its topic; null for none. */
  readonly ofPaper: readonly (string | null)[];
}

const TERMS = 5;
/** Ends of addresses of a topic's pages that mean something else. */
const RESERVED = /^(?:by-.*|with-code|in-\d+|\d+)$/;

/** Splits topics and names their parts, each against all other parts and topics. */
export function describeSubTopics(
  { model, topics, curated }: NamedTopics,
  prose: readonly WrittenPaper[],
  seed: number,
): SubTopics {
  const splits = splitTopics(model.vectors.rows, curated.topicOf, topics.length, seed);
  const labelOf = (topic: number) =>
    curated.words.get(topics[topic]!.slug)?.label ?? topics[topic]!.label;
  // A topic that is not split is a group of its own, with the name that it has.
  const groups = splits.flatMap((split, topic) =>
    (split?.parts ?? [null]).map((rows) => ({ topic, rows })),
  );
  const ofPaper: (string | null)[] = prose.map(() => null);
  const ofTopic: TopicPage['subTopics'][number][][] = topics.map(() => []);
  if (groups.every(({ rows }) => rows === null)) return { ofTopic, ofPaper };
  const wholes = new Map(groups.flatMap(({ topic, rows }, at) => (rows ? [] : [[topic, at]])));
  const groupOf = curated.topicOf.map((topic) => wholes.get(topic) ?? 0);
  groups.forEach(({ rows }, group) => rows?.forEach((row) => (groupOf[row] = group)));
  const labels = labelTopics({
    vocabulary: model.vectors.vocabulary,
    papers: prose,
    topicOf: groupOf,
    topicCount: groups.length,
    parents: groups.map(({ topic }) => labelOf(topic)),
    fixed: groups.map(({ topic, rows }) => (rows === null ? labelOf(topic) : null)),
    reserved: topics.map((_, topic) => labelOf(topic)),
  });
  groups.forEach(({ topic, rows }, group) => {
    if (rows === null) return;
    const { label, terms } = labels[group]!;
    const taken = new Set(ofTopic[topic]!.map(({ id }) => id));
    const id = freeSlug(RESERVED.test(label) ? `${label} papers` : label, taken, 'part');
    for (const row of rows) ofPaper[row] = id;
    ofTopic[topic]!.push({ id, label, terms: terms.slice(0, TERMS).map(({ term }) => term) });
  });
  return { ofTopic, ofPaper };
}
