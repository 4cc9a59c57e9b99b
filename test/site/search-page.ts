import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ApiPaper } from './site-files.ts';

/** The address of a search on a site. */
export function searchFor(address: string, query: string): string {
  return `${address}search/?q=${encodeURIComponent(query)}`;
}

/** The papers of a site as its data tells them, by address. */
export async function papersByUrl(address: string): Promise<Map<string, ApiPaper>> {
  const text = await (await fetch(`${address}api/papers-1.jsonl`)).text();
  const papers = text.split('\n').filter((line) => line !== '');
  return new Map(
    papers.map((line) => {
      const paper = JSON.parse(line) as ApiPaper;
      return [paper.url, paper];
    }),
  );
}

/** What is shown of each paper found, once the search is done. */
export async function entriesOf(
  page: Page,
): Promise<{ url: string; title: string; excerpt: string }[]> {
  await expectStatus(page, /papers?$/);
  return page.locator('#search-results li').evaluateAll((entries) =>
    entries.map((entry) => ({
      url: entry.querySelector('.paper-title')?.getAttribute('href') ?? '',
      title: entry.querySelector('.paper-title')?.textContent ?? '',
      excerpt: entry.querySelector('.excerpt')?.textContent ?? '',
    })),
  );
}

/** Asks for more papers, and waits until so many are shown. */
export async function showMore(page: Page, expected: number): Promise<void> {
  await expectStatus(page, /papers?$/);
  await page.getByRole('button', { name: 'Show more' }).click();
  await waitForCount(page, expected);
}

/** Waits until so many papers are shown. */
export async function waitForCount(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('#search-results li').length === wanted,
    count,
  );
}

/** Waits until the search is done and its status says something. */
export async function expectStatus(page: Page, pattern: RegExp): Promise<void> {
  await page.locator('#search-results[aria-busy=false]').waitFor({ state: 'attached' });
  expect(await page.locator('#search-status').innerText()).toMatch(pattern);
}

/** The number of papers that the status tells, once the search is done. */
export async function countOf(page: Page): Promise<number> {
  await expectStatus(page, /^[\d,]+ papers?$/);
  return Number.parseInt((await page.locator('#search-status').innerText()).replace(',', ''));
}

/** Chooses the first value of a facet that leaves any paper, waits for its results, and returns it. */
export async function chooseFirst(
  page: Page,
  facet: string,
): Promise<{ value: string; label: string; count: number }> {
  await expectStatus(page, /paper/);
  const details = page.locator(`[data-facet=${facet}]`);
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  const line = details.locator('li label:has(:enabled)').first();
  const value = await line.locator('input').inputValue();
  const [label = '', count = ''] = await line.locator('span').allInnerTexts();
  await line.locator('input').check();
  await expectStatus(page, /paper/);
  return { value, label, count: Number(count.replace(',', '')) };
}

/** The titles shown, once the search is done. */
export async function titlesOf(page: Page): Promise<string[]> {
  await expectStatus(page, /papers?$/);
  return page.locator('#search-results .paper-title').allInnerTexts();
}
