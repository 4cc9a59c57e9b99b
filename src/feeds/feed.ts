import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import type { FeedEntry } from './feed-entries.ts';

/** A feed: the newest papers of the collection, an area or a topic. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Full addresses of the page that it belongs to and of its own two forms. */
  readonly page: string;
  readonly atom: string;
  readonly json: string;
  /** The newest first; at least one. */
  readonly entries: readonly FeedEntry[];
}

/** A feed as Atom (RFC 4287). Ids are the addresses of pages; its date is that of its newest entry. */
export function formatAtom(feed: Feed): string {
  return generateAtomFeed({
    xml: { lang: feed.language },
    id: feed.page,
    title: { type: 'text', value: xmlText(feed.title) },
    ...(feed.description && { subtitle: { type: 'text', value: xmlText(feed.description) } }),
    updated: newest(feed),
    generator: { text: 'Sheaf' },
    links: [
      { rel: 'alternate', type: 'text/html', href: feed.page },
      { rel: 'self', type: 'application/atom+xml', href: feed.atom },
    ],
    entries: feed.entries.map((entry) => ({
      id: entry.address,
      title: { type: 'text', value: xmlText(entry.title) },
      updated: entry.updated,
      ...(entry.published && { published: entry.published }),
      // Atom asks for one, and a site is not the author of what it lists.
      authors: (entry.authors.length > 0 ? entry.authors : ['Unknown']).map((name) => ({
        name: xmlText(name),
      })),
      categories: [{ term: entry.topic.id, label: xmlText(entry.topic.label) }],
      links: [{ rel: 'alternate', type: 'text/html', href: entry.address }],
      ...(entry.contentHtml && {
        content: { type: 'html', value: xmlText(`<p>${entry.contentHtml}</p>`) },
      }),
    })),
  });
}

/** A feed as JSON Feed 1.1. An entry without abstract has its title for content, since one is asked for. */
export function formatJsonFeed(feed: Feed): string {
  const generated = generateJsonFeed({
    title: feed.title,
    ...(feed.description && { description: feed.description }),
    language: feed.language,
    home_page_url: feed.page,
    feed_url: feed.json,
    items: feed.entries.map((entry) => ({
      id: entry.address,
      url: entry.address,
      title: entry.title,
      ...(entry.contentHtml
        ? { content_html: `<p>${entry.contentHtml}</p>` }
        : { content_text: entry.title }),
      ...(entry.published && { date_published: entry.published }),
      date_modified: entry.updated,
      ...(entry.authors.length > 0 && { authors: entry.authors.map((name) => ({ name })) }),
      tags: [entry.topic.label],
    })),
  });
  return `${JSON.stringify(generated, null, 1)}\n`;
}

/** XML has no way to write some characters, and the library leaves them in. */
function xmlText(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

function newest({ entries }: Feed): Date {
  return new Date(Math.max(...entries.map(({ updated }) => updated.getTime())));
}
