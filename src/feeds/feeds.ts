// The feeds of the site, found once for all pages.
import type { Feed } from './feed.ts';
import { feedEntries, type FeedSource, oldestArrival } from './feed-entries.ts';
import { absoluteHref, findDigest, findPaper, findTopic, papers, site } from '../load-site-data.ts';
import { findSuccessor, retiredPath } from '../retired-pages.ts';
import { pagePath } from '../page-paths.ts';
import type { PaperPage } from '../site-data.ts';

const source: FeedSource = {
  addressOf: ({ id }) => fullHref(pagePath.paper(id)),
  topicLabelOf: (id) => findTopic(id).label,
  digestDateOf: (file) => findDigest(file).date,
  builds: site.builds,
};
/** The same for all feeds, since an entry may stand in several. */
const oldest = oldestArrival(papers, source);

/**
 * Feeds by the path of the page that each belongs to; none where the operator did not set the site's address.
 * Who follows a topic or an area that has ended goes on with what took its place.
 */
export const feeds: ReadonlyMap<string, Feed> = new Map(site.url === null ? [] : allFeeds());

function allFeeds(): Map<string, Feed> {
  const all = new Map([
    feedOf(pagePath.home(), site.title, papers),
    ...site.areas.map(({ id, label, topics }) =>
      feedOf(pagePath.area(id), `${label} · ${site.title}`, topics.flatMap(papersOf)),
    ),
    ...site.topics.map(({ id, label }) =>
      feedOf(pagePath.topic(id), `${label} · ${site.title}`, papersOf(id)),
    ),
  ]);
  for (const retired of site.retired) {
    if (retired.kind !== 'topic' && retired.kind !== 'area') continue;
    const path = findSuccessor(retired, site)?.path ?? pagePath.home();
    all.set(retiredPath(retired), all.get(path)!);
  }
  return all;
}

function feedOf(path: string, title: string, some: readonly PaperPage[]): [string, Feed] {
  const feed: Feed = {
    title,
    description: site.description,
    language: site.language,
    page: fullHref(path),
    atom: fullHref(pagePath.feed(path, 'xml')),
    json: fullHref(pagePath.feed(path, 'json')),
    entries: feedEntries(some, source, oldest),
  };
  return [path, feed];
}

function papersOf(topic: string): PaperPage[] {
  return findTopic(topic).papers.map(findPaper);
}

function fullHref(path: string): string {
  const address = absoluteHref(path);
  if (address === null) throw new RangeError('a feed needs the address of the site');
  return address;
}
