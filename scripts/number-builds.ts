import { lastJoined, type TopicsLock } from '../src/core/topics/topics-lock.ts';

/**
 * The number of the build in which each paper joined the collection, by id: 1 for the first, and one
 * more for each that brought new papers. It needs no clock, and a build without news changes nothing.
 */
export function numberBuilds(ids: readonly string[], lock: TopicsLock | null): Map<string, number> {
  const next = lock === null ? 1 : lastJoined(lock) + 1;
  return new Map(
    ids.map((id) => {
      const before = lock?.papers.get(id);
      return [id, before ? (before.joined ?? 1) : next];
    }),
  );
}

/** The day of each build that brought papers: those that the lock knows, and `today` for one beyond them. */
export function dateBuilds(
  joined: ReadonlyMap<string, number>,
  lock: TopicsLock | null,
  today: string,
): string[] {
  const before = lock?.builds ?? [];
  const last = joined.values().reduce((most, number) => Math.max(most, number), before.length);
  return Array.from({ length: last }, (_, index) => before[index] ?? today);
}
