import type { EarlierPartition } from '../src/core/topics/keep-topics.ts';
import type { RetiredGroup, TopicsLock } from '../src/core/topics/topics-lock.ts';
import type { Named } from './name-groups.ts';

/** The topics or areas of today, and the groups of papers that they and the earlier ones are. */
export interface Groups {
  readonly named: readonly Named[];
  /** Group of each paper today; of no use where there are no groups. */
  readonly groupOf: Uint32Array;
  readonly earlier: EarlierPartition;
}

/**
 * The topics and areas of earlier builds that are no more, each with that which holds its place today: the
 * one in which most of its papers are, else, for a topic, the one of the likest terms.
 */
export function retireGroups(
  lock: TopicsLock,
  topics: Groups,
  areas: Groups,
): readonly RetiredGroup[] {
  const gone = [
    ...retireThose('topic', lock.topics, topics, (number) =>
      likest(lock.topics[number]!.terms, topics.named),
    ),
    ...retireThose('area', lock.areas, areas, () => null),
  ];
  const groupsBefore = lock.retired.filter(
    (entry): entry is RetiredGroup => entry.kind === 'topic' || entry.kind === 'area',
  );
  const next = new Map(gone.map(({ kind, slug, successor }) => [`${kind} ${slug}`, successor]));
  const before = groupsBefore.map((entry) => {
    const key = `${entry.kind} ${entry.successor ?? ''}`;
    return next.has(key) ? { ...entry, successor: next.get(key)! } : entry;
  });
  return [...before, ...gone];
}

/** Slugs of a kind that an earlier build has or had. */
export function slugsOf(lock: TopicsLock | null, kind: RetiredGroup['kind']): Set<string> {
  if (lock === null) return new Set();
  const living = kind === 'topic' ? lock.topics : lock.areas;
  const gone = lock.retired.filter((entry) => entry.kind === kind);
  return new Set([...living, ...gone].map(({ slug }) => slug));
}

function retireThose(
  kind: RetiredGroup['kind'],
  before: readonly { readonly slug: string; readonly label: string }[],
  groups: Groups,
  elsewhere: (number: number) => number | null,
): RetiredGroup[] {
  const living = new Set(groups.named.map(({ slug }) => slug));
  return before.flatMap(({ slug, label }, number) => {
    if (living.has(slug)) return [];
    const heir = mostCommonGroup(groups, number) ?? elsewhere(number);
    return [{ kind, slug, label, successor: heir === null ? null : groups.named[heir]!.slug }];
  });
}

/** The group in which most papers of an earlier one are now; null where none is left. */
function mostCommonGroup({ named, groupOf, earlier }: Groups, group: number): number | null {
  if (named.length === 0) return null;
  const counts = new Uint32Array(named.length);
  earlier.topicOf.forEach((of, paper) => {
    if (of === group) counts[groupOf[paper]!]! += 1;
  });
  const most = counts.indexOf(Math.max(...counts));
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
