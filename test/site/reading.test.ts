import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { type ApiPaper, type ApiTopic } from './site-files.ts';

const sites = [inject('site'), inject('siteUnderPath')];
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens a page, and fails the test for an error on it or a request to another host. */
async function openPage(address: string, options = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!url.protocol.startsWith('data') && url.hostname !== '127.0.0.1')
      throw new Error(`asks ${url.href}`);
  });
  await page.goto(address);
  return page;
}

describe.each(sites)('a reader of the site under $base', ({ address }) => {
  it('goes from home to a topic to a paper to a related paper', async () => {
    const page = await openPage(address);
    const topic = page.locator('.topic-card h3 a').first();
    const label = await topic.innerText();
    await topic.click();
    expect(await page.locator('h1').innerText()).toBe(label);
    const paper = page.locator('.entries .paper-title').first();
    const title = await paper.innerText();
    await paper.click();
    expect(await page.locator('h1').innerText()).toBe(title);
    const related = page.locator('section:has(#related) .paper-title').first();
    const relatedTitle = await related.innerText();
    await related.click();
    expect(await page.locator('h1').innerText()).toBe(relatedTitle);
    await page.context().close();
  });

  it('finds a paper by three words of its title, the first of the results', async () => {
    const page = await openPage(address);
    await page.getByRole('searchbox').fill('Lipschitz Condition Number');
    await page.getByRole('button', { name: 'Search' }).click();
    const first = page.locator('#search-results .paper-title').first();
    expect(await first.innerText()).toBe(
      'Lipschitz Constant Meets Condition Number: Learning Robust and Compact Deep Neural Networks',
    );
    expect(await first.locator('mark').allInnerTexts()).toEqual([
      'Lipschitz',
      'Condition',
      'Number',
    ]);
    expect(
      await page.locator('#search-results li').first().locator('.excerpt mark').count(),
    ).toBeGreaterThan(0);
    await first.click();
    expect(await page.locator('h1').innerText()).toContain('Lipschitz Constant Meets');
    await page.context().close();
  });

  it('filters the results by topic, digest and year', async () => {
    const page = await openPage(`${address}search/?q=learning`);
    const all = await countOf(page);
    const topic = await chooseSecond(page, 'Topic');
    const inTopic = await countOf(page);
    expect(inTopic).toBeLessThan(all);
    const topics = await page.locator('#search-results .facts a').allInnerTexts();
    expect(new Set(topics)).toEqual(new Set([topic]));
    await page.getByLabel('Topic').selectOption('');
    await page.getByLabel('Year').selectOption('2025');
    await expectStatus(page, /^\d+ papers?$/);
    expect(new Set(await page.locator('#search-results .facts span').allInnerTexts())).toEqual(
      new Set(['2025']),
    );
    await page.getByLabel('Year').selectOption('');
    await chooseSecond(page, 'Digest');
    expect(await countOf(page)).toBeLessThan(all);
    await page.context().close();
  });

  it('keeps the search in the address, over a reload and over Back', async () => {
    const page = await openPage(`${address}search/`);
    await page.getByRole('searchbox').fill('Markov categories');
    await expectStatus(page, /^\d+ papers?$/);
    const label = await chooseSecond(page, 'Topic');
    const url = new URL(page.url());
    expect([url.searchParams.get('q'), url.searchParams.get('topic')]).toEqual([
      'Markov categories',
      label,
    ]);
    const titles = await titlesOf(page);
    await page.reload();
    expect(await titlesOf(page)).toEqual(titles);
    await page.locator('#search-results .paper-title').first().click();
    await page.goBack();
    expect(await titlesOf(page)).toEqual(titles);
    expect(await page.getByRole('searchbox').inputValue()).toBe('Markov categories');
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('topic='));
    expect(await page.getByLabel('Topic').inputValue()).toBe('');
    await page.context().close();
  });
});

describe('the search page', () => {
  const { address } = inject('site');

  it('says what to try where nothing is found, and leads to the topics', async () => {
    const page = await openPage(`${address}search/?q=zzyzxqw&year=2025`);
    await expectStatus(page, /^No paper found\. Try fewer or other words/);
    await page.getByRole('button', { name: 'Search in all papers' }).click();
    await page.waitForFunction(() => !location.search.includes('year='));
    await expectStatus(page, /^No paper has “zzyzxqw”\. Try fewer or other words/);
    await page.getByRole('link', { name: 'browse the topics' }).click();
    expect(await page.locator('h1').innerText()).toBe('Topics');
    await page.context().close();
  });

  it.each([
    'ell_infty guarantee',
    'ℓ∞ guarantee',
    'S^{d-1} Langevin',
    'θ⋆ Langevin',
    'theta_{GRPO}',
    'Frechet',
    'Fréchet',
  ])('finds %s: formulas and accents in both forms', async (query) => {
    const page = await openPage(`${address}search/?q=${encodeURIComponent(query)}`);
    await expectStatus(page, /^\d+ papers?$/);
    const expected = /guarantee/.test(query)
      ? 'A Nearly-Optimal Bound for Fast Regression with ℓ∞ Guarantee'
      : /Langevin/.test(query)
        ? 'Improved high-dimensional estimation with Langevin dynamics and stochastic weight averaging'
        : query.startsWith('theta')
          ? 'Reasoning Vectors: Transferring Chain-of-Thought Capabilities via Task Arithmetic'
          : 'On Conditioning GANs to Hierarchical Ontologies';
    await page.locator('#search-results .paper-title').first().click();
    expect((await page.locator('h1').innerText()).replace(/\s+/g, ' ')).toBe(expected);
    await page.context().close();
  });

  it('shows more results on demand, each once', async () => {
    const page = await openPage(`${address}search/?q=learning`);
    await expectStatus(page, /^\d+ papers$/);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.waitForFunction(() => document.querySelectorAll('#search-results li').length === 20);
    const titles = await titlesOf(page);
    expect(new Set(titles).size).toBe(20);
    await page.context().close();
  });

  it('says without JavaScript that it needs it, and links to the topics', async () => {
    const page = await openPage(`${address}search/`, { javaScriptEnabled: false });
    expect(await page.locator('.notice').innerText()).toContain('Searching needs JavaScript');
    await page.locator('.notice a').click();
    expect(await page.locator('h1').innerText()).toBe('Topics');
    await page.context().close();
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
    await page.keyboard.type('Bayesian lenses');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=Bayesian+lenses');
    await page.locator('#search-results .paper-title').first().waitFor();
    await page.keyboard.press('/');
    for (let steps = 0; steps < 8 && (await focusedClass(page)) !== 'paper-title'; steps++) {
      await page.keyboard.press('Tab');
    }
    const title = await focused(page);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/papers/**');
    expect(await page.locator('h1').innerText()).toBe(title);
    await page.context().close();
  });

  it('types / into a field as a character', async () => {
    const page = await openPage(`${address}search/`);
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b');
    await page.context().close();
  });

  it('reaches every link and field of a page, each with a visible focus', async () => {
    const page = await openPage(address);
    const count = await page.locator('a:visible, input:visible, button:visible').count();
    for (let step = 0; step < count; step++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return 'nothing focused';
        return getComputedStyle(element).outlineStyle;
      });
      expect(outline).toBe('solid');
    }
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  const { address } = inject('site');

  it('orders a topic and turns its pages', async () => {
    const topics = (await (await fetch(`${address}api/topics.json`)).json()) as ApiTopic[];
    const large = topics.find(({ size }) => size > 50);
    if (!large) throw new Error('the seed collection has a topic of more than 50 papers');
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
    expect(dates).toEqual(dates.toSorted().reverse());
    await page.context().close();
  });

  it('looks a title without an id up on arXiv and on Hugging Face Papers', async () => {
    const text = await (await fetch(`${address}api/papers-1.jsonl`)).text();
    const paper = JSON.parse(text.slice(0, text.indexOf('\n'))) as ApiPaper;
    const page = await openPage(new URL(paper.url, address).href, { javaScriptEnabled: false });
    const targets = await page
      .locator('aside a[rel=noopener]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(targets.map((target) => new URL(target).hostname)).toEqual([
      'arxiv.org',
      'huggingface.co',
    ]);
    for (const target of targets) expect(decodeURIComponent(target)).toContain(paper.title);
    await page.context().close();
  });
});

/** Waits until the search is done and its status says something. */
async function expectStatus(page: Page, pattern: RegExp): Promise<void> {
  await page.locator('#search-results[aria-busy=false]').waitFor({ state: 'attached' });
  expect(await page.locator('#search-status').innerText()).toMatch(pattern);
}

async function countOf(page: Page): Promise<number> {
  await expectStatus(page, /^[\d,]+ papers?$/);
  return Number.parseInt((await page.locator('#search-status').innerText()).replace(',', ''));
}

/** Chooses the first value behind "all", waits for its results, and returns it. */
async function chooseSecond(page: Page, label: string): Promise<string> {
  await expectStatus(page, /papers?$/);
  const select = page.getByLabel(label);
  const value = await select.locator('option').nth(1).getAttribute('value');
  await select.selectOption({ index: 1 });
  await expectStatus(page, /papers?$/);
  return value ?? '';
}

async function titlesOf(page: Page): Promise<string[]> {
  await expectStatus(page, /papers?$/);
  return page.locator('#search-results .paper-title').allInnerTexts();
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement as HTMLElement).innerText);
}

function focusedClass(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.className ?? '');
}
