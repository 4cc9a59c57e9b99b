import { continueGroups } from '../src/core/topics/keep-topics.ts';
import {
  type LockedRetired,
  topicOfPart,
  type TopicsLock,
} from '../src/core/topics/topics-lock.ts';

/** A part of a topic before it has a name. */
export interface FoundPart {
  /** Slug of the topic. */
  readonly topic: string;
  /** The papers by index, ascending. */
  readonly rows: readonly number[];
}

type LockedPart = TopicsLock['parts'][number];

/** The part of each paper in the build before, by number, where it is in the same topic still; else -1. */
export function earlierParts(
  topicOf: (paper: number) => string,
  ids: readonly string[],
  lock: TopicsLock | null,
): Int32Array {
  const numberOf = new Map(lock?.parts.map(({ slug }, number) => [slug, number]));
  return Int32Array.from(ids, (id, paper) => {
    const part = lock?.papers.get(id)?.part;
    const isThere = part !== undefined && topicOfPart(part) === topicOf(paper);
    return isThere ? numberOf.get(part)! : -1;
  });
}

/**
 * The part of the build before that each part goes on from, null for one that is new: of the same topic, and
 * most like it by the papers that both builds have. `partOf` is as `earlierParts` gives it.
 */
export function continueParts(
  parts: readonly FoundPart[],
  partOf: Int32Array,
  lock: TopicsLock | null,
): (LockedPart | null)[] {
  const earlier = lock?.parts ?? [];
  const cameFrom = parts.map((): LockedPart | null => null);
  for (const own of Map.groupBy(parts.keys(), (part) => parts[part]!.topic).values()) {
    const members = own.flatMap((part, at) => parts[part]!.rows.map((row) => ({ row, at })));
    const assignments = Uint32Array.from(members, ({ at }) => at);
    const topicOf = Int32Array.from(members, ({ row }) => partOf[row]!);
    const found = continueGroups(assignments, own.length, { topics: earlier.length, topicOf });
    found.forEach((number, at) => (cameFrom[own[at]!] = earlier[number ?? -1] ?? null));
  }
  return cameFrom;
}

/**
 * The parts of earlier builds that are no more, each with that in which most of its papers are today; null
 * where most are in none. `partOf` is the slug of the part of each paper.
 */
export function retireParts(
  living: ReadonlySet<string>,
  partOf: readonly (string | null)[],
  ids: readonly string[],
  lock: TopicsLock | null,
): LockedRetired[] {
  if (lock === null) return [];
  const papersOf = Map.groupBy(ids.keys(), (row) => lock.papers.get(ids[row]!)?.part);
  const ended = lock.parts
    .filter(({ slug }) => !living.has(slug))
    .map(({ slug, label }): LockedRetired => {
      const heirs = (papersOf.get(slug) ?? []).map((row) => partOf[row]!);
      return { kind: 'part', slug, label, successor: mostCommon(heirs) };
    });
  const heirOf = new Map(ended.map(({ slug, successor }) => [slug, successor]));
  const before = lock.retired
    .filter(({ kind, slug }) => kind === 'part' && !living.has(slug))
    .map((entry) => {
      const { successor } = entry;
      if (successor === null || living.has(successor)) return entry;
      return { ...entry, successor: heirOf.get(successor)! };
    });
  return [...before, ...ended];
}

/** Null for none, and where most are null. */
function mostCommon(values: readonly (string | null)[]): string | null {
  const groups = [...Map.groupBy(values, (value) => value)];
  return groups.sort(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? null;
}
