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
