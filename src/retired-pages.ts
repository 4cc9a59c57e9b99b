import { pagePath, type RetiredPage, type Site } from './site-data.ts';

/** The path of the page that a topic or area of an earlier build had and keeps. */
export function retiredPath({ kind, id }: Pick<RetiredPage, 'kind' | 'id'>): string {
  return kind === 'topic' ? pagePath.topic(id) : pagePath.area(id);
}

/**
 * The page that took the place of a retired one; null where there is none. Throws RangeError for a
 * successor that the site does not have.
 */
export function findSuccessor(
  { kind, successor }: RetiredPage,
  site: Pick<Site, 'topics' | 'areas'>,
): { label: string; path: string } | null {
  if (successor === null) return null;
  const living = kind === 'topic' ? site.topics : site.areas;
  const found = living.find(({ id }) => id === successor);
  if (found === undefined) throw new RangeError(`the site data know no ${kind} ${successor}`);
  return { label: found.label, path: retiredPath({ kind, id: successor }) };
}
