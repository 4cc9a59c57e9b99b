import { pagePath } from './page-paths.ts';
import type { RetiredPage, Site } from './site-data.ts';

/** The page that stands in for another. */
export interface Successor {
  readonly label: string;
  readonly path: string;
}

/** The path of the page that something of an earlier build had and keeps. */
export function retiredPath({ kind, id }: Pick<RetiredPage, 'kind' | 'id'>): string {
  return pagePath[kind](id);
}

/**
 * The page that took the place of a retired one: for a part without successor that of its topic. Null where
 * there is none. Throws RangeError for a successor that the site does not have.
 */
export function findSuccessor(
  retired: RetiredPage,
  site: Pick<Site, 'topics' | 'areas'>,
): Successor | null {
  const { kind, label, successor } = retired;
  if (kind === 'part') return findPart(retired, site);
  if (successor === null) return null;
  // The title is that of the paper as it is now.
  if (kind === 'paper') return { label, path: retiredPath({ kind, id: successor }) };
  const living = kind === 'topic' ? site.topics : kind === 'area' ? site.areas : [];
  const found = living.find(({ id }) => id === successor);
  if (found === undefined) throw new RangeError(`the site data know no ${kind} ${successor}`);
  return { label: found.label, path: retiredPath({ kind, id: successor }) };
}

function findPart(
  { successor, topic: heir }: RetiredPage,
  { topics }: Pick<Site, 'topics'>,
): Successor | null {
  const [topic, part] = successor?.split('/') ?? [heir];
  const found = topics.find(({ id }) => id === topic);
  if (successor === null)
    return found ? { label: found.label, path: pagePath.topic(found.id) } : null;
  const label = found?.subTopics.find(({ id }) => id === part)?.label;
  if (label === undefined) throw new RangeError(`the site data know no part ${successor}`);
  return { label, path: pagePath.part(successor) };
}

/** The page of the topic in which a paper that is gone was: a living one or one that is retired too. */
export function findTopicOfGone(
  { topic }: RetiredPage,
  { topics, retired }: Pick<Site, 'topics' | 'retired'>,
): Successor | null {
  const found =
    topics.find(({ id }) => id === topic) ??
    retired.find(({ kind, id }) => kind === 'topic' && id === topic);
  return found === undefined ? null : { label: found.label, path: pagePath.topic(found.id) };
}

/** What a retired page says first, and whether it is that of a paper which has another address now. */
export function retiredNotice({ kind, label, successor }: RetiredPage): {
  description: string;
  isMoved: boolean;
} {
  const isMoved = kind === 'paper' && successor !== null;
  const name = `“${label}”`;
  const descriptions = {
    topic: `${name} was a topic of an earlier edition of this site.`,
    area: `${name} was an area of an earlier edition of this site.`,
    part: `${name} was a part of a topic in an earlier edition of this site.`,
    paper: isMoved
      ? `The page of the paper ${name} has another address now.`
      : 'This paper is no longer in the collection.',
    author: `No paper of this collection names ${name} any more.`,
    organization: `No paper of this collection names ${name} any more.`,
    digest: `The digest ${name} is no longer in the collection.`,
  };
  return { description: descriptions[kind], isMoved };
}
