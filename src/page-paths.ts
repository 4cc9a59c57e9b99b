// Where pages live: addresses never change, so neither do these.
/** The path under which a site of this address lives: `/`, or `/name/` for `https://host/name`. */
export function basePath(url: string | null): string {
  const path = url === null ? '/' : new URL(url).pathname;
  return path.endsWith('/') ? path : `${path}/`;
}

/** Orders of a topic's papers. */
export type TopicOrder = 'typical' | 'date' | 'upvotes' | 'title';

/** Which of a topic's papers are listed: `all`, `in-2025`, `with-code`, or the id of a sub-topic. */
export type TopicFilter = string;

/** Paths of pages below the base path. */
export const pagePath = {
  home: () => '',
  topics: () => 'topics/',
  topic: (id: string, order: TopicOrder = 'typical', page = 1, filter: TopicFilter = 'all') =>
    [
      ...['topics', id],
      ...(filter === 'all' ? [] : [filter]),
      ...(order === 'typical' ? [] : [`by-${order}`]),
      ...(page > 1 ? [page] : []),
      '',
    ].join('/'),
  /** Of a part of a topic by its whole id: `entropy/heat`. */
  part: (id: string) => `topics/${id}/`,
  area: (id: string) => `areas/${id}/`,
  paper: (id: string) => `papers/${id}/`,
  /** All authors of a paper that has very many. */
  paperAuthors: (id: string) => `papers/${id}/authors/`,
  digests: () => 'digests/',
  digest: (slug: string, page = 1) => `digests/${slug}/${page > 1 ? `${page}/` : ''}`,
  map: () => 'map/',
  days: () => 'days/',
  day: (date: string) => `days/${date}/`,
  weeks: () => 'weeks/',
  /** `week` as ISO 8601 writes it: `2025-W07`. */
  week: (week: string) => `weeks/${week.toLowerCase()}/`,
  months: () => 'months/',
  month: (month: string) => `months/${month}/`,
  trending: () => 'trending/',
  authors: () => 'authors/',
  author: (slug: string, page = 1) => `authors/${slug}/${page > 1 ? `${page}/` : ''}`,
  /** The part of the list of authors whose sort keys begin so. */
  authorList: (prefix: string) => `authors/by-name/${prefix}/`,
  organizations: () => 'organizations/',
  organization: (slug: string, page = 1) => `organizations/${slug}/${page > 1 ? `${page}/` : ''}`,
  /** The feed of a page, which is named by its path: Atom as XML, JSON Feed as JSON. */
  feed: (of: string, format: 'xml' | 'json') => `${of}feed.${format}`,
  newSince: () => 'new/',
  saved: () => 'saved/',
  /** What the service worker shows for a page that is not kept. */
  offline: () => 'offline/',
  search: () => 'search/',
  about: () => 'about/',
};
