import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, inject, it } from 'vitest';
import { pagePath } from '../../src/page-paths.ts';
import { jsonFeedSchema, readAtom } from '../feed-checks.ts';
import { listFiles } from './site-files.ts';

const { folder, base } = inject('siteOfAreas');
const ORIGIN = 'https://example.org';
const read = (path: string) => readFile(join(folder, path), 'utf8');

describe.each([
  ['the collection', '', 50],
  ['an area', pagePath.area('generation'), 6],
  ['a topic', pagePath.topic('score-matching'), 4],
])('the feed of %s', (_, path, size) => {
  it('is valid as Atom and as JSON Feed, of the same entries, whose addresses are those of pages', async () => {
    const atom = readAtom(await read(pagePath.feed(path, 'xml')));
    const json = jsonFeedSchema.parse(JSON.parse(await read(pagePath.feed(path, 'json'))));
    const ids = atom.items.map(({ id }) => id);
    expect(ids).toEqual(json.items.map(({ id }) => id));
    expect(ids).toHaveLength(size);
    const files = await listFiles(folder);
    for (const id of ids) {
      const file = id!.slice(`${ORIGIN}${base}`.length);
      expect(files).toContain(`${file}index.html`);
    }
  });

  it('is found from its page, in both forms', async () => {
    const page = parse(await read(`${path}index.html`));
    const links = page
      .querySelectorAll('link[rel="alternate"][href]')
      .map((link) => [link.getAttribute('type'), link.getAttribute('href')]);
    expect(links).toContainEqual(['application/atom+xml', `${base}${pagePath.feed(path, 'xml')}`]);
    expect(links).toContainEqual([
      'application/feed+json',
      `${base}${pagePath.feed(path, 'json')}`,
    ]);
  });
});

describe('the feeds of a topic or an area that has ended', () => {
  it.each([
    [pagePath.topic('gossip'), pagePath.topic('bandits')],
    [pagePath.area('chance'), pagePath.area('decisions')],
    [pagePath.topic('alchemy'), pagePath.home()],
  ])('go on at %s with those of its successor, else of the site', async (path, successor) => {
    for (const format of ['xml', 'json'] as const) {
      expect(await read(pagePath.feed(path, format))).toBe(
        await read(pagePath.feed(successor, format)),
      );
    }
  });
});

describe('a site without address', () => {
  it('has no feeds, which need full ones', async () => {
    const files = await listFiles(inject('site').folder);
    expect(files.filter((file) => /(?:^|\/)feed\./.test(file))).toEqual([]);
  });
});

describe('the seed collection with an address', () => {
  it('has feeds in the order of dates, filled up with papers that have none', async () => {
    const text = await readFile(join(inject('siteUnderPath').folder, 'feed.xml'), 'utf8');
    const { items, self } = readAtom(text);
    expect(self).toBe('https://example.org/field/papers/feed.xml');
    expect(items).toHaveLength(50);
    const moments = items.map(({ updated }) => updated!.getTime());
    expect(moments).toEqual(moments.toSorted((one, other) => other - one));
  });
});
