import AxeBuilder from '@axe-core/playwright';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { NewestFile } from '../../src/time/newest-joined.ts';
import { preparePages } from './open-pages.ts';
import { prepareOwnSite } from './own-site.ts';

const { address: original } = inject('siteUnderPath');
const before = await (await fetch(`${original}new.json`)).text();
const newest = JSON.parse(before) as NewestFile;
const site = prepareOwnSite();
const open = preparePages();

/** The same site after a build that brought these papers. */
async function bring(papers: number): Promise<void> {
  const next = newest.papers.map((entry, index) =>
    index < papers ? [...entry.slice(0, 5), 2] : entry,
  );
  const builds = [[2, papers], ...newest.builds];
  await site.edit('new.json', () => JSON.stringify({ last: 2, builds, papers: next }));
  await site.edit('index.html', (text) =>
    text.replace(/data-builds="[^"]*"/, `data-builds="${JSON.stringify(builds)}"`),
  );
}

describe('new since your last visit', () => {
  beforeAll(() => site.edit('new.json', () => before));

  it('explains itself at the first visit, then shows what joined since, and counts it on the home page', async () => {
    const page = await open(`${site.address}new/`);
    await page.getByText('This is your first visit here.').waitFor();
    await bring(3);
    await page.goto(site.address);
    await page.getByRole('link', { name: '3 papers new since your last visit' }).click();
    await page.getByText(/^3 papers have joined the collection since your visit on/).waitFor();
    const fresh = page.locator('#new-papers > ol').first().locator('.paper-title');
    const titles = newest.papers.slice(0, 3).map(([, title]) => title);
    expect(await fresh.allInnerTexts()).toEqual(titles);
    await page.reload();
    await expect.poll(() => fresh.allInnerTexts()).toEqual(titles);
    await page.goto(site.address);
    const link = page.locator('main').getByRole('link', { name: 'New since your last visit' });
    await link.waitFor();
  });

  it('shows many in parts, each by its button', async () => {
    await site.edit('new.json', () => before);
    const page = await open(`${site.address}new/`);
    await page.getByText('This is your first visit here.').waitFor();
    await bring(120);
    await page.reload();
    await page.getByText(/^120 papers have joined/).waitFor();
    const fresh = page.locator('#new-papers > ol').first().locator('.paper-title');
    const more = page.getByRole('button', { name: 'Show more' });
    expect(await fresh.count()).toBe(50);
    await more.click();
    expect(await fresh.nth(50).evaluate((link) => link === document.activeElement)).toBe(true);
    await more.click();
    expect(await fresh.allInnerTexts()).toEqual(
      newest.papers.slice(0, 120).map(([, title]) => title),
    );
    expect(await more.count()).toBe(0);
  });

  it('says plainly without JavaScript what it can not tell, and leads to the newest digests', async () => {
    const page = await open(`${site.address}new/`, { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('These digests are the newest');
    expect(await page.locator('main a[href*="/digests/"]').count()).toBeGreaterThan(0);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds in %s', async (colorScheme) => {
    const page = await open(`${site.address}new/`, {
      colorScheme,
      viewport: { width: 360, height: 800 },
    });
    await page.locator('#new-papers li').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  });
});

it('the manifest names the site, and icons that are there', async () => {
  const manifest = (await (await fetch(`${original}manifest.webmanifest`)).json()) as {
    name: string;
    scope: string;
    icons: { src: string; sizes: string; type: string }[];
  };
  expect(manifest).toMatchObject({
    name: 'Learning theory and compression',
    scope: '/field/papers/',
  });
  for (const { src, sizes, type } of manifest.icons) {
    const response = await fetch(new URL(src, original));
    expect(response.status, src).toBe(200);
    if (type !== 'image/png') continue;
    const bytes = Buffer.from(await response.arrayBuffer());
    // Width and height in the header of a PNG.
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
});
