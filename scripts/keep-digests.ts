import type { TopicsLock } from '../src/core/topics/topics-lock.ts';
import type { DigestPage, RetiredPage } from '../src/site-data.ts';

/** Digests whose pages stay. */
export interface KeptDigests {
  /** What the next build goes on from. */
  readonly locked: TopicsLock['digests'];
  /** Digests of earlier builds whose files are gone. */
  readonly retired: readonly RetiredPage[];
}

/** The digests of today and of earlier builds: an address lasts. */
export function keepDigests(
  digests: readonly DigestPage[],
  lock: Pick<TopicsLock, 'digests'> | null,
): KeptDigests {
  const now = new Set(digests.map(({ slug }) => slug));
  const gone = (lock?.digests ?? []).filter(({ slug }) => !now.has(slug));
  const living = digests.map(({ slug, title }) => ({ slug, label: title }));
  return {
    locked: [...living, ...gone].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    retired: gone.map(({ slug, label }) => ({ kind: 'digest', id: slug, label, successor: null })),
  };
}
