import { type LockedRetired, topicOfPart } from '../src/core/topics/topics-lock.ts';
import type { Site } from '../src/site-data.ts';
import type { NamedTopics } from './compose-topics.ts';

/** What an earlier build had, and what the operator merged into others: each names what is shown. */
export function describeRetired(named: NamedTopics): Site['retired'] {
  const { retired, topics, areas, curated } = named;
  const topicHeir = (slug: string) => curated.successorOf.get(slug) ?? slug;
  const areaHeirs = new Map(areas.map(({ slug }, number) => [slug, areaHeir(named, number)]));
  const earlier = retired.map(({ kind, slug, label, successor }): Site['retired'][number] => {
    const heir = kind === 'topic' ? topicHeir : (area: string) => areaHeirs.get(area)!;
    return { kind, id: slug, label, successor: successor === null ? null : heir(successor) };
  });
  const merged = topics.flatMap(({ slug, label }): Site['retired'] => {
    const successor = topicHeir(slug);
    return successor === slug ? [] : [{ kind: 'topic', id: slug, label, successor }];
  });
  const emptied = areas.flatMap(({ slug, label }): Site['retired'] => {
    const successor = areaHeirs.get(slug)!;
    return successor === slug ? [] : [{ kind: 'area', id: slug, label, successor }];
  });
  return [...earlier, ...merged, ...emptied];
}

/** Parts of topics that are no more, each with the topic that holds its place today. */
export function describeRetiredParts(
  parts: readonly LockedRetired[],
  { topics, retired }: Pick<Site, 'topics' | 'retired'>,
): Site['retired'] {
  const heirOf = new Map([
    ...retired.flatMap(({ kind, id, successor }) =>
      kind === 'topic' && successor !== null ? [[id, successor] as const] : [],
    ),
    ...topics.map(({ id }) => [id, id] as const),
  ]);
  return parts.map(({ kind, slug, label, successor }) => {
    const topic = heirOf.get(topicOfPart(slug));
    return { kind, id: slug, label, successor, ...(topic !== undefined && { topic }) };
  });
}

/** The area itself, or, where all of its topics were merged into those of others, that of the first. */
function areaHeir({ topics, areas, areaOf, curated }: NamedTopics, area: number): string {
  const own = topics.filter((_, topic) => areaOf[topic] === area).map(({ slug }) => slug);
  if (own.some((slug) => !curated.successorOf.has(slug))) return areas[area]!.slug;
  const heir = curated.successorOf.get(own[0]!)!;
  return areas[areaOf[topics.findIndex(({ slug }) => slug === heir)]!]!.slug;
}
