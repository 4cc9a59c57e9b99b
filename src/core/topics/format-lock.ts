import { type LockedPaper, lockFaults, type TopicsLock } from './topics-lock.ts';

/** Version of the file's shape. */
export const LOCK_VERSION = 1;

const ABOUT =
  'Written by sheaf build, so that topics keep their papers and addresses. Commit it. To start anew: sheaf build --refit';

/**
 * The text of `topics.lock.json`: JSON with a line for each area, topic and paper, the papers by id, and
 * numbers of four digits behind the point. Same lock, same bytes. Throws RangeError for a lock that
 * could not be read again: a number that is none, a slug twice or for nothing.
 */
export function formatLock(lock: TopicsLock): string {
  const [fault] = lockFaults(lock);
  if (fault) throw new RangeError(`${fault.path.join('.')}: ${fault.expected}, got ${fault.got}`);
  const { asked, areas, topics, parts: topicParts, retired, papers } = lock;
  const parts = [
    `"version": ${LOCK_VERSION}`,
    `"about": ${JSON.stringify(ABOUT)}`,
    `"asked": ${JSON.stringify(asked)}`,
    list(
      'areas',
      areas.map(({ slug, label }) => ({ slug, label })),
    ),
    list(
      'topics',
      topics.map(({ slug, label, area, stability, terms, mark }) => ({
        slug,
        label,
        area,
        stability: stability === null ? null : rounded(stability),
        mark,
        terms: terms.map(({ term, weight }) => [term, rounded(weight)]),
      })),
    ),
    list(
      'parts',
      topicParts.map(({ slug, label }) => ({ slug, label })),
    ),
    list(
      'retired',
      retired.map(({ kind, slug, label, successor, topic, identity }) => ({
        kind,
        slug,
        label,
        successor,
        topic,
        identity,
      })),
    ),
    block('"builds": [', texts(lock.builds), ']'),
    block(
      '"papers": {',
      [...papers]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([id, paper]) => `${JSON.stringify(id)}: ${JSON.stringify(placeOf(paper))}`),
      '}',
    ),
    block('"authors": [', texts(lock.authors), ']'),
    block('"organizations": [', texts(lock.organizations), ']'),
    list(
      'digests',
      lock.digests.map(({ slug, label }) => ({ slug, label })),
    ),
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** A paper as a list: what is not known stands as null, and at the end not at all. */
function placeOf({ topic, position, identity, joined = 1, part }: LockedPaper): unknown[] {
  const more = [identity ?? null, joined === 1 ? null : joined, part ?? null];
  const length = more.findLastIndex((value) => value !== null) + 1;
  return [topic, ...position.map(coordinate), ...more.slice(0, length)];
}

function texts(values: readonly string[]): string[] {
  return values.map((value) => JSON.stringify(value));
}

function list(key: string, items: readonly object[]): string {
  const lines = items.map((item) => JSON.stringify(item));
  return block(`"${key}": [`, lines, ']');
}

function block(start: string, lines: readonly string[], end: string): string {
  return lines.length === 0 ? `${start}${end}` : `${start}\n${lines.join(',\n')}\n${end}`;
}

function coordinate(value: number): number {
  if (value < 0 || value > 1) throw new RangeError(`a place from 0 to 1, got ${value}`);
  return rounded(value);
}

/** Four digits behind the point: enough for the next build, and no noise of the last bit in a diff. */
function rounded(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`a finite number, got ${value}`);
  return Math.round(value * 1e4) / 1e4;
}
