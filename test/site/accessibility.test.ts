import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { join } from 'node:path';
import { type ApiPaper, type ApiTopic, readJsonLines } from './site-files.ts';

const { address } = inject('site');
const topics = (await (await fetch(`${address}api/topics.json`)).json()) as ApiTopic[];
const [topic] = topics;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const papers = await readJsonLines<ApiPaper>(join(inject('site').folder, 'api/papers-1.jsonl'));
const paperPath = (title: string) =>
  papers.find((paper) => paper.title.startsWith(title))?.url.slice(1) ?? 'missing';

const pagesOfSeeds = [
  '',
  'topics/',
  topic?.url.slice(1) ?? '',
  `${topic?.url.slice(1) ?? ''}by-date/`,
  `papers/${topic?.papers[0] ?? ''}/`,
  // With an organisation, a date and comments; with formulas in title and abstract.
  paperPath('ReMix: Reinforcement routing'),
  paperPath('A Nearly-Optimal Bound for Fast Regression'),
  'digests/',
  'digests/002-beecdf11677fe123/',
  'search/?q=learning',
  'search/?q=zzyzxqw',
  'about/',
  'no-such-page/',
];
const pagesOfAreas = [
  '',
  'topics/',
  'areas/generation/',
  'topics/score-matching/',
  'topics/language-models/',
  'papers/a/',
  'about/',
  'topics/gossip/',
];
const pages = [
  ...pagesOfSeeds.map((path) => address + path),
  ...pagesOfAreas.map((path) => inject('siteOfAreas').address + path),
];
const looks = [
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const;

describe.each(looks)('at $width px in $colorScheme', ({ width, colorScheme }) => {
  it.each(pages)('%s has nothing that axe finds, and does not scroll sideways', async (url) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
    const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolled).toBeLessThanOrEqual(width);
    await context.close();
  });
});
