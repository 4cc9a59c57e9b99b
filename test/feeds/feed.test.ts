import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedEntry } from '../../src/feeds/feed-entries.ts';
import { type Feed, formatAtom, formatJsonFeed } from '../../src/feeds/feed.ts';
import { atomTitles, jsonFeedSchema, readAtom } from '../feed-checks.ts';

const ADDRESS = 'https://example.org/papers/a-paper-00000000/';

const ENTRY: FeedEntry = {
  address: ADDRESS,
  title: 'A Paper',
  contentHtml: 'On <em>papers</em>.',
  authors: ['Ada Lovelace', 'J. Ø. Bé'],
  topic: { id: 'entropy', label: 'Entropy' },
  updated: new Date(Date.UTC(2026, 2, 6)),
  published: new Date(Date.UTC(2026, 2, 5)),
};

const FEED: Feed = {
  title: 'Papers',
  description: 'On theory.',
  language: 'en',
  page: 'https://example.org/',
  atom: 'https://example.org/feed.xml',
  json: 'https://example.org/feed.json',
  entries: [ENTRY, { ...ENTRY, address: `${ADDRESS}2/`, updated: new Date(Date.UTC(2026, 2, 1)) }],
};

const withTitle = (title: string): Feed => ({ ...FEED, title, entries: [{ ...ENTRY, title }] });

/** Titles that break feeds. */
const TITLES = [
  'R&D: A < B && C > D',
  'Tom &amp; Jerry &lt;b&gt;',
  '<script>alert(1)</script>',
  'End ]]> of <![CDATA[ it',
  'Rates of $O(n^{2})$ for \\(x < y\\)',
  '“Quotes” \'and\' "more" 😀 𝔽',
  'عنوان الورقة & <b>',
  '-->',
];

describe('formatAtom(feed)', () => {
  it('says of an entry what is known', () => {
    const feed = readAtom(formatAtom(FEED));
    expect(feed.title).toBe('Papers');
    expect(feed.self).toBe('https://example.org/feed.xml');
    expect(feed.updated).toEqual(ENTRY.updated);
    expect(feed.items).toHaveLength(2);
    const item = feed.items[0]!.toJSON();
    expect(item).toMatchObject({
      id: ADDRESS,
      url: ADDRESS,
      title: 'A Paper',
      content: '<p>On <em>papers</em>.</p>',
      published: ENTRY.published!.toISOString(),
      updated: ENTRY.updated.toISOString(),
    });
    expect(item.authors.map(({ name }) => name)).toEqual(['Ada Lovelace', 'J. Ø. Bé']);
    expect(item.categories).toMatchObject([{ term: 'entropy', label: 'Entropy' }]);
  });

  it('is valid for a paper of which little is known', () => {
    const entries = [{ ...ENTRY, authors: [], contentHtml: null, published: null }];
    const feed = readAtom(formatAtom({ ...FEED, description: '', entries }));
    expect(feed.items[0]!.content).toBeNull();
  });

  it.each(TITLES)('keeps %s', (title) => {
    expect(atomTitles(formatAtom(withTitle(title)))).toEqual([title, title]);
  });

  it('is valid for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('\0', '\u0008', '\u000b', '\ud800', '\ufffe', ' ', ']]>', '&#0;', '\u0085'),
    );
    fc.assert(
      fc.property(text, text, text, (title, name, contentHtml) => {
        fc.pre(/[^\p{Z}\p{C}]/u.test(title) && /[^\p{Z}\p{C}]/u.test(name));
        const entries = [{ ...ENTRY, title, contentHtml, authors: [name] }];
        expect(() => readAtom(formatAtom({ ...withTitle(title), entries }))).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});

describe('formatJsonFeed(feed)', () => {
  const read = (feed: Feed) => jsonFeedSchema.parse(JSON.parse(formatJsonFeed(feed)));

  it('says of an entry what is known', () => {
    const feed = read(FEED);
    expect(feed).toMatchObject({ title: 'Papers', feed_url: FEED.json, home_page_url: FEED.page });
    expect(feed.items[0]).toEqual({
      id: ADDRESS,
      url: ADDRESS,
      title: 'A Paper',
      content_html: '<p>On <em>papers</em>.</p>',
      date_published: '2026-03-05T00:00:00.000Z',
      date_modified: '2026-03-06T00:00:00.000Z',
      authors: [{ name: 'Ada Lovelace' }, { name: 'J. Ø. Bé' }],
      tags: ['Entropy'],
    });
  });

  it('names no author and no day that it does not know', () => {
    const entries = [{ ...ENTRY, authors: [], contentHtml: null, published: null }];
    const [item] = read({ ...FEED, entries }).items;
    expect(item).not.toHaveProperty('authors');
    expect(item).not.toHaveProperty('date_published');
    expect(item!.content_text).toBe('A Paper');
  });

  it.each(TITLES)('keeps %s', (title) => {
    expect(read(withTitle(title)).items[0]!.title).toBe(title);
  });
});
