import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import { describe, expect, inject, it } from 'vitest';
import { type ApiArea, listFiles } from './site-files.ts';

const { folder, base } = inject('siteOfAreas');

async function open(path: string): Promise<HTMLElement> {
  return parse(await readFile(join(folder, path, 'index.html'), 'utf8'));
}

/** The text of an element in one line. */
function textOf(root: HTMLElement, selector: string): string {
  return (root.querySelector(selector)?.text ?? 'missing').replace(/\s+/g, ' ').trim();
}

function textsOf(root: HTMLElement, selector: string): string[] {
  return root.querySelectorAll(selector).map(({ text }) => text.replace(/\s+/g, ' ').trim());
}

describe('a site of areas', () => {
  it('groups the topics by area at home, with their numbers of papers', async () => {
    const home = await open('');
    expect(textsOf(home, '.atlas-group h3')).toEqual(['Generation 6', 'Decisions 61']);
    expect(textsOf(home, '.atlas-group li')).toEqual([
      'Score matching',
      'Language models',
      'Regret bounds',
      'Bandits',
    ]);
  });

  it('groups the list of topics by area', async () => {
    const list = await open('topics/');
    expect(textsOf(list, 'main h2, main h3')).toEqual([
      'Generation',
      'Score matching',
      'Language models',
      'Decisions',
      'Regret bounds',
      'Bandits',
    ]);
  });

  it('has a page for each area, with its topics and terms', async () => {
    const area = await open('areas/generation/');
    expect(textOf(area, 'h1')).toBe('Generation');
    expect(textOf(area, '.facts')).toBe('an area of 2 topics and 6 papers');
    expect(textsOf(area, '.topic-card h3')).toEqual(['Score matching', 'Language models']);
    expect(textOf(area, '.term-bars th[scope=row]')).toBe('diffusion');
  });

  it('leads from home over area and topic to a paper', async () => {
    const trailOf = async (path: string) => textsOf(await open(path), '.breadcrumbs a');
    expect(await trailOf('topics/bandits/')).toEqual(['Home', 'Decisions']);
    expect(await trailOf('papers/h/')).toEqual(['Home', 'Decisions', 'Bandits']);
  });

  it('tells programs of its areas', async () => {
    const areas = JSON.parse(await readFile(join(folder, 'api/areas.json'), 'utf8')) as ApiArea[];
    expect(areas.map(({ url, size, topics }) => [url, size, topics])).toEqual([
      [`${base}areas/generation/`, 6, ['score-matching', 'language-models']],
      [`${base}areas/decisions/`, 61, ['regret-bounds', 'bandits']],
    ]);
    const index: unknown = JSON.parse(await readFile(join(folder, 'api/index.json'), 'utf8'));
    expect(index).toMatchObject({ counts: { areas: 2 }, files: { areas: 'areas.json' } });
  });
});

describe('a retired page', () => {
  it.each([
    ['topics/gossip/', 'Gossip & rumours', `${base}topics/bandits/`, 'Bandits'],
    ['areas/chance/', 'Chance', `${base}areas/decisions/`, 'Decisions'],
    ['topics/alchemy/', 'Alchemy', `${base}topics/`, 'list of topics'],
    [
      'topics/regret-bounds/heat/',
      'Heat',
      `${base}topics/regret-bounds/upper-bounds/`,
      'Upper bounds',
    ],
    ['topics/gossip/whispers/', 'Whispers', `${base}topics/bandits/`, 'Bandits'],
    ['authors/quentin-quiet/', 'Quentin Quiet', `${base}authors/`, 'list of authors'],
    ['organizations/vanished/', 'Vanished', `${base}organizations/`, 'list of organisations'],
    ['digests/lost-letter/', 'Lost letter', `${base}digests/`, 'list of digests'],
    ['areas/ether/', 'Ether', `${base}topics/`, 'list of topics'],
  ])('stays at %s and leads on', async (path, label, target, text) => {
    const page = await open(path);
    const link = page.querySelector('main .notice a');
    expect(textOf(page, 'h1')).toBe(label);
    expect([link?.getAttribute('href'), link?.text]).toEqual([target, text]);
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href');
    const isReplaced = !text.startsWith('list of ');
    expect(canonical).toBe(isReplaced ? `https://example.org${target}` : undefined);
  });

  it('of a paper that is in no digest any more says so, and leads to it and its topic', async () => {
    const page = await open('papers/paper-gone/');
    expect(textOf(page, 'main .notice')).toContain('no longer in the collection');
    const links = page.querySelectorAll('main .notice a').map((link) => link.getAttribute('href'));
    expect(links).toContain('https://arxiv.org/abs/2401.00001');
    expect(links.at(-1)).toBe(`${base}topics/bandits/`);
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(page.querySelector('meta[http-equiv=refresh]')).toBeNull();
  });

  it('stands in no list, feed or data', async () => {
    const files = await listFiles(folder);
    const lists = files.filter((file) => /^(?:sitemap-.*xml|feed\.xml|api\/.*)$/.test(file));
    expect(lists).toHaveLength(8);
    for (const file of [...lists, 'index.html', 'topics/index.html']) {
      expect(await readFile(join(folder, file), 'utf8'), file).not.toMatch(
        /gossip|alchemy|chance|ether|whispers|quentin|vanished|lost.letter|paper-gone/i,
      );
    }
  });
});
