// The feeds of the site, found once for all pages.
import type { Feed } from './feed.ts';
import { feedEntries, type FeedSource } from './feed-entries.ts';
import { absoluteHref, findDigest, findPaper, findTopic, papers, site } from '../load-site-data.ts';
import { pagePath, type PaperPage } from '../site-data.ts';

/** Feeds by the path of the page that each belongs to; none where the operator did not set the site's address. */
export const feeds: ReadonlyMap<string, Feed> = new Map(
  site.url === null
    ? []
    : [
        ...feedOf(pagePath.home(), site.title, papers),
        ...site.areas.flatMap(({ id, label, topics }) =>
          feedOf(pagePath.area(id), `${label} · ${site.title}`, topics.flatMap(papersOf)),
        ),
        ...site.topics.flatMap(({ id, label }) =>
          feedOf(pagePath.topic(id), `${label} · ${site.title}`, papersOf(id)),
        ),
      ],
);

/** None where no paper has a date. */
function feedOf(path: string, title: string, some: readonly PaperPage[]): [string, Feed][] {
  const source: FeedSource = {
    addressOf: ({ id }) => fullHref(pagePath.paper(id)),
    topicLabelOf: (id) => findTopic(id).label,
    digestDateOf: (file) => findDigest(file).date,
  };
  const entries = feedEntries(some, source);
  if (entries.length === 0) return [];
  const feed: Feed = {
    title,
    description: site.description,
    language: site.language,
    page: fullHref(path),
    atom: fullHref(pagePath.feed(path, 'xml')),
    json: fullHref(pagePath.feed(path, 'json')),
    entries,
  };
  return [[path, feed]];
}

function papersOf(topic: string): PaperPage[] {
  return findTopic(topic).papers.map(findPaper);
}

function fullHref(path: string): string {
  const address = absoluteHref(path);
  if (address === null) throw new RangeError('a feed needs the address of the site');
  return address;
}
