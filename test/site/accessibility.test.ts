import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { join } from 'node:path';
import { preparePages } from './open-pages.ts';
import { findKindsOfPages } from './page-kinds.ts';
import { type ApiPaper, readJsonLines } from './site-files.ts';

const { address, folder } = inject('site');
const papers = await readJsonLines<ApiPaper>(join(folder, 'api/papers-1.jsonl'));
const paperPath = (title: string) =>
  papers.find((paper) => paper.title.startsWith(title))?.url.slice(1) ?? 'missing';
const kinds = await findKindsOfPages();
const openPage = preparePages();

const pages = [
  ...kinds.map(({ kind, url }) => ({ kind, url })),
  // With an organisation, a date and comments; with formulas in title and abstract.
  ...['ReMix: Reinforcement routing', 'A Nearly-Optimal Bound for Fast Regression'].map(
    (title) => ({
      kind: `/papers/* “${title}”`,
      url: address + paperPath(title),
    }),
  ),
];
const looks = [360, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** Targets of 24 px are of WCAG 2.2, which axe leaves out unless asked. */
const EVERYTHING = { rules: { 'target-size': { enabled: true } } };
/** What is all that may differ in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

describe('what axe finds, in both colours at 360 and 1440 px', () => {
  it.each(pages)('is nothing on $kind', async ({ url }) => {
    const page = await openPage(url, { reducedMotion: 'reduce' });
    await page.waitForLoadState('networkidle');
    expect(await findFaults(page)).toEqual([]);
  });

  it('is nothing on the dialog of the search, with a facet open', async () => {
    const page = await openPage(`${address}about/`, { reducedMotion: 'reduce' });
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('learning');
    await dialog.locator('.entries[aria-busy=false]').waitFor();
    await dialog.locator('summary').first().click();
    await dialog.locator('.facet[open] label:has(:enabled)').first().click();
    await dialog.locator('.entries[aria-busy=false]').waitFor();
    await page.setViewportSize({ width: 360, height: 800 });
    await dialog.getByRole('button', { name: 'Filters' }).click();
    await dialog.locator('summary').first().click();
    expect(await findFaults(page)).toEqual([]);
  });
});

/** What axe finds, as `width colours rule: element`, and where the page scrolls sideways. */
async function findFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).options(
      colorScheme === 'light' ? EVERYTHING : { runOnly: COLOURS },
    );
    // There are no frames, so no other page is needed to join what was found in each.
    const { violations } = await axe.setLegacyMode().analyze();
    for (const { id, nodes } of violations) {
      for (const { html } of nodes) found.push(`${width} ${colorScheme} ${id}: ${html}`);
    }
    const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
    if (scrolled > width) found.push(`${width} scrolls sideways: ${scrolled}`);
  }
  return found;
}
