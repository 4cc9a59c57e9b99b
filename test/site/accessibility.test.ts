import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './open-browser.ts';
import type { ApiTopic } from './site-files.ts';

const { address } = inject('site');
const topics = (await (await fetch(`${address}api/topics.json`)).json()) as ApiTopic[];
const [topic] = topics;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const pages = [
  '',
  'topics/',
  topic?.url.slice(1) ?? '',
  `papers/${topic?.papers[0] ?? ''}/`,
  'digests/',
  'digests/002-beecdf11677fe123/',
  'search/?q=learning',
  'search/?q=zzyzxqw',
  'about/',
  'no-such-page/',
];
const looks = [
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const;

describe.each(looks)('at $width px in $colorScheme', ({ width, colorScheme }) => {
  it.each(pages)('/%s has nothing that axe finds, and does not scroll sideways', async (path) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(address + path, { waitUntil: 'networkidle' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
    const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolled).toBeLessThanOrEqual(width);
    await context.close();
  });
});
