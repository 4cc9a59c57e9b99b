import { InputError, type LocatedProblem, quote } from '../input-error.ts';
import { mergeTopics } from './merge-topics.ts';
import { movePapers } from './move-papers.ts';
import {
  type CuratedPaper,
  nameFinder,
  type RetiredPaper,
  type RetiredTopic,
} from './name-finder.ts';
import { findNamedPapers } from './named-papers.ts';
import type { TopicCuration } from './parse-curation.ts';

/** A partition of papers by the model, and what the operator says of it. */
export interface Curatable {
  /** Topics of the model, before any curation. */
  readonly topics: readonly { readonly slug: string; readonly label: string }[];
  /** Topic of each paper, as the model has it. */
  readonly topicOf: Uint32Array;
  readonly papers: readonly CuratedPaper[];
  /** Topics of earlier builds that are no more. */
  readonly retired: readonly RetiredTopic[];
  /** Ids of papers that lead to others. */
  readonly retiredPapers: readonly RetiredPaper[];
  /** How near a paper is to a topic; greater is nearer. Asked for excluded papers alone. */
  similarity(paper: number, topic: number): number;
  readonly curations: readonly TopicCuration[];
}

/** The operator's words for a topic; null leaves the model's. */
export type TopicWords = Pick<TopicCuration, 'label' | 'terms' | 'introduction'>;

/** The partition as the operator wants it. */
export interface CuratedTopics {
  /** Topic of each paper; none is in a topic of `successorOf`. */
  readonly topicOf: Uint32Array;
  /** Whether a paper is elsewhere than the model and all merges have it. */
  isMoved(paper: number): boolean;
  /** Topics merged into another, by slug, and the slug of that which has their papers. */
  readonly successorOf: ReadonlyMap<string, string>;
  /** By slug; topics of which the operator says nothing are not there. */
  readonly words: ReadonlyMap<string, TopicWords>;
}

/**
 * Applies the operator's curation: first merges, then `include`, then `exclude`, which moves a paper
 * to the nearest topic that neither is merged away nor excludes it. A topic that was merged away may
 * itself have merged others, and nothing else is said of it. Throws InputError with every name that is
 * unknown, every contradiction, and every topic that would be left without a paper.
 */
export function curateTopics(input: Curatable): CuratedTopics {
  const { topics, topicOf, papers, curations } = input;
  const problems: LocatedProblem[] = [];
  const names = nameFinder(topics, papers, input.retired, input.retiredPapers);
  for (const { slug, path } of curations) {
    if (names.topic.has(slug)) continue;
    const problem = names.unknownTopic(slug, (other) => `rename the file to ${other}.md`);
    problems.push({ path, line: 1, ...problem });
  }
  const named = findNamedPapers(curations, names, problems);
  const successorOf = mergeTopics(curations, names, problems);
  const slugOf = (topic: number) => topics[topic]!.slug;
  const successor = (slug: string) => slugOf(successorOf[names.topic.get(slug)!]!);
  const known = curations.filter(({ slug }) => names.topic.has(slug));
  problems.push(...known.flatMap((curation) => idleWords(curation, successor(curation.slug))));
  problems.push(...sharedLabels(known, topics, (slug) => successor(slug) === slug));
  // Where a paper stands is not known before all of that is right.
  if (problems.length > 0) throw new InputError(inOrder(problems));
  const afterMerges = topicOf.map((topic) => successorOf[topic]!);
  const partition = {
    topics,
    topicOf: afterMerges,
    successorOf,
    similarity: (paper: number, topic: number) => input.similarity(paper, topic),
  };
  const moved = movePapers(partition, named, problems);
  if (problems.length > 0) throw new InputError(inOrder(problems));
  return {
    topicOf: moved,
    isMoved: (paper) => moved[paper] !== afterMerges[paper],
    successorOf: new Map(
      topics
        .map(({ slug }): [string, string] => [slug, successor(slug)])
        .filter(([slug, other]) => slug !== other),
    ),
    words: new Map(
      known
        .filter(({ slug }) => successor(slug) === slug)
        .map(({ slug, label, terms, introduction }) => [slug, { label, terms, introduction }]),
    ),
  };
}

/** Labels of the operator that another topic of the site has too. */
function sharedLabels(
  curations: readonly TopicCuration[],
  topics: Curatable['topics'],
  stays: (slug: string) => boolean,
): LocatedProblem[] {
  const given = curations.filter(({ slug, label }) => label !== null && stays(slug));
  const labelOf = new Map([
    ...topics.filter(({ slug }) => stays(slug)).map(({ slug, label }) => [slug, label] as const),
    ...given.map(({ slug, label }) => [slug, label!] as const),
  ]);
  return given.flatMap(({ slug, path, label, lines }) => {
    const key = label!.toLowerCase();
    const other = [...labelOf].find(([of, text]) => of !== slug && text.toLowerCase() === key);
    if (other === undefined) return [];
    return [
      {
        path,
        line: lines.label,
        expected: 'a label that no other topic has',
        got: `${quote(label!)}, the label of ${other[0]}`,
        advice: `Write another one, write another into ${other[0]}.md, or merge: [${other[0]}].`,
      },
    ];
  });
}

function inOrder(problems: readonly LocatedProblem[]): LocatedProblem[] {
  const byPath = Map.groupBy(problems, ({ path }) => path);
  return [...byPath.values()].flatMap((group) => group.sort((a, b) => a.line - b.line));
}

/** All but merges in the file of a topic that has no page of its own any more. */
function idleWords(curation: TopicCuration, successor: string): LocatedProblem[] {
  const { slug, path, lines } = curation;
  if (successor === slug) return [];
  const lineOf = {
    label: curation.label === null ? null : lines.label,
    terms: curation.terms === null ? null : lines.terms,
    include: curation.include[0]?.line ?? null,
    exclude: curation.exclude[0]?.line ?? null,
    'an introduction': curation.introduction === null ? null : lines.introduction,
  };
  return Object.entries(lineOf)
    .filter((entry): entry is [string, number] => entry[1] !== null)
    .map(([got, line]) => ({
      path,
      line,
      expected: `nothing but merge for a topic that is merged into ${successor}`,
      got,
      advice: `Move it into ${successor}.md, or remove it.`,
    }));
}
