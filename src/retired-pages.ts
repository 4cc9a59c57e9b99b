import { pagePath, type RetiredPage, type Site } from './site-data.ts';

/** The path of the page that a topic, an area or a paper of an earlier build had and keeps. */
export function retiredPath({ kind, id }: Pick<RetiredPage, 'kind' | 'id'>): string {
  return pagePath[kind](id);
}

/**
 * The page that took the place of a retired one; null where there is none. Throws RangeError for a
 * successor that the site does not have.
 */
export function findSuccessor(
  { kind, label, successor }: RetiredPage,
  site: Pick<Site, 'topics' | 'areas'>,
): { label: string; path: string } | null {
  if (successor === null) return null;
  // The title is that of the paper as it is now.
  if (kind === 'paper') return { label, path: retiredPath({ kind, id: successor }) };
  const living = kind === 'topic' ? site.topics : site.areas;
  const found = living.find(({ id }) => id === successor);
  if (found === undefined) throw new RangeError(`the site data know no ${kind} ${successor}`);
  return { label: found.label, path: retiredPath({ kind, id: successor }) };
}

/** The page of the topic in which a paper that is gone was: a living one or one that is retired too. */
export function findTopicOfGone(
  { topic }: RetiredPage,
  { topics, retired }: Pick<Site, 'topics' | 'retired'>,
): { label: string; path: string } | null {
  const found =
    topics.find(({ id }) => id === topic) ??
    retired.find(({ kind, id }) => kind === 'topic' && id === topic);
  return found === undefined ? null : { label: found.label, path: pagePath.topic(found.id) };
}
