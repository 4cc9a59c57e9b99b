import type { Paper } from '../src/core/paper/paper.ts';
import { assertSameCollection, isOfCollection } from '../src/core/topics/parse-lock.ts';
import type { TopicsLock } from '../src/core/topics/topics-lock.ts';
import type { Content } from './read-content.ts';

/**
 * What the topics go on from, whether they are fitted anew, and what the operator should know of that.
 * Throws InputError for the lock of another collection, unless a refit was asked for.
 */
export function goingOn(
  { settings, lock: written, lockPath, lockProblems }: Content,
  papers: readonly Paper[],
  refit: boolean,
): { lock: TopicsLock | null; refit: boolean; notes: string[] } {
  const ids = papers.map(({ id }) => id);
  if (written !== null && !refit) assertSameCollection(lockPath, written, ids);
  const lock = written !== null && isOfCollection(written, ids) ? written : null;
  const asked = askedIn(settings);
  const isAskedAnew = lock !== null && lock.asked !== asked;
  const notes = [
    ...lockProblems.map(
      ({ path, line, expected, got }) =>
        `${path}:${line}: passed over, for a refit: expected ${expected}, got ${got}`,
    ),
    ...(written !== lock ? [`${lockPath}: passed over: it is that of another collection`] : []),
    ...(isAskedAnew && !refit ? [describeChange(lock.asked, asked)] : []),
  ];
  return { lock, refit: refit || isAskedAnew, notes };
}

/** The number of topics that the operator set; null where it is left to the data. */
export function askedIn({ topics }: Content['settings']): number | null {
  return topics === 'auto' ? null : topics;
}

function describeChange(before: number | null, asked: number | null): string {
  const [from, to] = [before ?? 'auto', asked ?? 'auto'];
  return `topics were fitted anew, because site.yaml has topics: ${to}, and had ${from}; names go on`;
}
