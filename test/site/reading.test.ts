import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import { type ApiPaper, type ApiTopic } from './site-files.ts';

const sites = [inject('site'), inject('siteUnderPath')];
const openPage = preparePages();

describe.each(sites)('a reader of the site under $base', ({ address }) => {
  it('goes from home to a topic to a paper to a related paper', async () => {
    const page = await openPage(address);
    const topic = page.locator('.topic-list a').first();
    const label = await topic.innerText();
    await topic.click();
    // Before it stands the topic's mark.
    expect((await page.locator('h1').innerText()).trim()).toBe(label);
    const paper = page.locator('.entries .paper-title').first();
    const title = await paper.innerText();
    await paper.click();
    expect(await page.locator('h1').innerText()).toBe(title);
    const related = page.locator('section:has(#related) .paper-title').first();
    const relatedTitle = await related.innerText();
    await related.click();
    expect(await page.locator('h1').innerText()).toBe(relatedTitle);
  });
});

describe('the keyboard alone', () => {
  const { address } = inject('site');

  it('skips to the content, focuses the search with / and opens a result', async () => {
    const page = await openPage(`${address}about/`);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('/');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Bayesian lenses');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=Bayesian+lenses');
    await page.locator('#search-results .paper-title').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    expect(await focusedClass(page)).toBe('paper-title');
    const title = await focused(page);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/papers/**');
    expect(await page.locator('h1').innerText()).toBe(title);
  });

  it('types / into a field as a character', async () => {
    const page = await openPage(`${address}search/`);
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b');
  });
});

describe('without JavaScript', () => {
  const { address } = inject('site');

  it('orders a topic and turns its pages', async () => {
    const { address } = inject('siteOfAreas');
    const large = await largeTopic(address);
    const page = await openPage(new URL(large.url, address).href, { javaScriptEnabled: false });
    expect(await page.locator('.entries .paper-title').count()).toBe(50);
    await page.getByRole('link', { name: 'By title' }).click();
    const titles = await page.locator('.entries .paper-title').allInnerTexts();
    const sorted = titles.toSorted(new Intl.Collator('en', { numeric: true }).compare);
    expect(titles).toEqual(sorted);
    await page.getByRole('link', { name: 'Next' }).click();
    expect(await page.locator('.entries .paper-title').count()).toBe(Math.min(50, large.size - 50));
    await page.getByRole('link', { name: 'Newest first' }).click();
    const dates = await page
      .locator('.entries time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(dates.length).toBeGreaterThan(0);
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  it('looks a title without an id up on arXiv and on Hugging Face Papers', async () => {
    const paper = (await papersOf(address)).find(({ arxivId }) => arxivId === null);
    if (!paper) throw new Error('the seed collection has a paper without an id');
    const page = await openPage(new URL(paper.url, address).href, { javaScriptEnabled: false });
    const targets = await page
      .locator('.paper-links a[rel=noopener]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(targets.map((target) => new URL(target).hostname)).toEqual([
      'arxiv.org',
      'huggingface.co',
    ]);
    for (const target of targets) expect(decodeURIComponent(target)).toContain(paper.title);
  });
});

/** A topic of more than one page of papers. */
async function largeTopic(address: string): Promise<ApiTopic> {
  const topics = (await (await fetch(`${address}api/topics.json`)).json()) as ApiTopic[];
  const large = topics.find(({ size }) => size > 50);
  if (!large) throw new Error('the site has a topic of more than 50 papers');
  return large;
}

async function papersOf(address: string): Promise<ApiPaper[]> {
  const text = await (await fetch(`${address}api/papers-1.jsonl`)).text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ApiPaper);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement as HTMLElement).innerText);
}

function focusedClass(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.className ?? '');
}
