import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import type { ApiPaper } from './site-files.ts';

const sites = [inject('site'), inject('siteUnderPath')];
const openPage = preparePages();

describe.each(sites)('a reader who searches the site under $base', ({ address }) => {
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
  });

  it('shows more results on demand, each once', async () => {
    const page = await openPage(`${address}search/?q=learning`);
    await expectStatus(page, /^\d+ papers$/);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.waitForFunction(() => document.querySelectorAll('#search-results li').length === 20);
    const titles = await titlesOf(page);
    expect(new Set(titles).size).toBe(20);
  });

  it('says without JavaScript that it needs it, and links to the topics', async () => {
    const page = await openPage(`${address}search/`, { javaScriptEnabled: false });
    expect(await page.locator('.notice').innerText()).toContain('Searching needs JavaScript');
    await page.locator('.notice a').click();
    expect(await page.locator('h1').innerText()).toBe('Topics');
  });
});

describe('an excerpt', () => {
  const { address } = inject('site');

  it.each(['ell_infty', 'mathfrak S', 'theta_{GRPO}'])(
    'shows no list of formulas for %s, but text of the abstract',
    async (query) => {
      const page = await openPage(searchFor(address, query));
      const papers = await papersByUrl(address);
      for (const { url, excerpt } of await entriesOf(page)) {
        expect(excerpt).not.toContain('⁂');
        expect(excerpt).not.toMatch(/ell_|mathfrak|theta_|\\\w/);
        const start = excerpt.replace(/^… /, '').split(' ', 3).join(' ');
        // What is shown of a formula is not what the data has.
        if (/^[\w\s.,-]+$/.test(start)) expect(papers.get(url)?.abstract).toContain(start);
      }
    },
  );

  it('is marked, does not begin with the title, and says where it is cut', async () => {
    const page = await openPage(searchFor(address, 'Markov chain'));
    const papers = await papersByUrl(address);
    const entries = await entriesOf(page);
    expect(entries.length).toBeGreaterThan(5);
    for (const { url, title, excerpt } of entries) {
      const abstract = papers.get(url)?.abstract?.replace(/\s+/g, ' ') ?? '';
      const isStart = abstract.startsWith(excerpt.slice(0, 12));
      const isEnd = abstract.endsWith(excerpt.slice(-12));
      expect(excerpt.startsWith(title)).toBe(false);
      expect([title, excerpt.startsWith('… ')]).toEqual([title, !isStart]);
      expect([title, excerpt.endsWith(' …')]).toEqual([title, !isEnd]);
    }
    const [first] = await page
      .locator('.excerpt')
      .filter({ has: page.locator('mark') })
      .all();
    expect(await first?.locator('mark').first().innerText()).toMatch(/^(?:Markov|chain)/i);
    expect(entries.some(({ excerpt }) => excerpt.startsWith('… '))).toBe(true);
  });

  it('is the start of the abstract where only the title has the words', async () => {
    const page = await openPage(searchFor(address, 'Benignly'));
    const papers = await papersByUrl(address);
    const [entry] = await entriesOf(page);
    expect(entry?.title).toContain('Benignly Overfit');
    const abstract = papers.get(entry?.url ?? '')?.abstract ?? '';
    expect(entry?.excerpt.split(' ', 10)).toEqual(abstract.split(' ', 10));
    expect(entry?.excerpt).toMatch(/ …$/);
  });
});

describe('what is shown', () => {
  const { address } = inject('site');

  it('is there again after Back from a paper, scrolled to where it was', async () => {
    const page = await openPage(searchFor(address, 'learning'));
    await showMore(page, 20);
    await showMore(page, 30);
    const entry = page.locator('#search-results .paper-title').nth(27);
    await entry.scrollIntoViewIfNeeded();
    const scroll = await page.evaluate(() => scrollY);
    expect(scroll).toBeGreaterThan(1000);
    const titles = await titlesOf(page);
    await entry.click();
    await page.waitForURL('**/papers/**');
    await page.goBack();
    expect(await titlesOf(page)).toEqual(titles);
    await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 5, scroll, {
      timeout: 5000,
    });
  });

  it('grows by "Show more", and the focus moves to the first new title each time', async () => {
    const page = await openPage(searchFor(address, 'Markov chain'));
    const all = await countOf(page);
    expect(all).toBeGreaterThan(10);
    for (let shown = 10; shown < all; shown += 10) {
      await page.getByRole('button', { name: 'Show more' }).focus();
      await page.keyboard.press('Enter');
      await waitForCount(page, Math.min(shown + 10, all));
      const titles = await titlesOf(page);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(titles[shown]);
    }
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    expect(new Set(await titlesOf(page)).size).toBe(all);
  });
});

describe('the history of a search', () => {
  const { address } = inject('site');

  it('keeps a submitted query that is typed over, and one entry for what is typed', async () => {
    const page = await openPage(searchFor(address, 'Bayesian'));
    await expectStatus(page, /papers?$/);
    const length = () => page.evaluate(() => history.length);
    const before = await length();
    const box = page.getByRole('searchbox');
    for (const query of ['Mark', 'Markov', 'Markov chain']) {
      await box.fill(query);
      await page.waitForURL(searchFor(address, query).replace('%20', '+'));
    }
    expect(await length()).toBe(before + 1);
    await box.press('Enter');
    await expectStatus(page, /papers?$/);
    expect(await length()).toBe(before + 1);
    await box.fill('entropy');
    await page.waitForURL('**/?q=entropy');
    expect(await length()).toBe(before + 2);
    for (const query of ['Markov chain', 'Bayesian']) {
      await page.goBack();
      await page.waitForURL(searchFor(address, query).replace('%20', '+'));
      expect(await box.inputValue()).toBe(query);
      await expectStatus(page, /papers?$/);
    }
  });
});

describe('a result', () => {
  const { address } = inject('site');

  it.each(['covariate shift', 'diffusion models', 'topics'])(
    'for “%s” is a paper that has the words, whatever its topic is called',
    async (query) => {
      const page = await openPage(searchFor(address, query));
      const found = await countOf(page);
      const papers = await papersByUrl(address);
      const holders = [...papers.values()].filter(({ title, abstract }) =>
        query.split(' ').every((word) => {
          const text = `${title} ${abstract ?? ''}`.toLowerCase();
          return text.includes(word.slice(0, 5));
        }),
      );
      expect(found).toBeGreaterThan(0);
      expect(found).toBeLessThanOrEqual(holders.length);
    },
  );
});

describe('the order of results', () => {
  const { address } = inject('site');

  it('has a title with all words of the query first', async () => {
    const page = await openPage(searchFor(address, 'chains markov learning'));
    expect((await titlesOf(page))[0]).toBe('On Learning Markov Chains');
  });

  it('finds papers by the three rarest words of their titles', async () => {
    const papers = [...(await papersByUrl(address)).values()];
    const texts = papers.map(({ title, abstract }) => wordsOf(`${title} ${abstract ?? ''}`));
    const countPapers = (word: string) => texts.filter((words) => words.includes(word)).length;
    const chosen = papers.filter((_, index) => index % 7 === 0).slice(0, 60);
    expect(chosen.length).toBe(60);
    const page = await openPage(`${address}search/`);
    const ranks = new Map<string, number>();
    for (const { title } of chosen) {
      const words = [...new Set(wordsOf(title))].filter((word) => word.length >= 4);
      words.sort((a, b) => countPapers(a) - countPapers(b));
      await page.getByRole('searchbox').fill(words.slice(0, 3).join(' '));
      ranks.set(title, (await titlesOf(page)).indexOf(title) + 1);
    }
    const first = [...ranks.values()].filter((rank) => rank === 1).length;
    const missed = [...ranks].filter(([, rank]) => rank < 1 || rank > 3);
    expect(first / chosen.length).toBeGreaterThanOrEqual(0.95);
    expect(missed.length / chosen.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.01);
  });
});

describe('a formula', () => {
  const { address } = inject('site');

  it('is found alike as it was written and as it is shown', async () => {
    const page = await openPage(`${address}search/`);
    const answers = new Map<string, Set<string>>();
    for (const query of ['ell_infty', 'ℓ∞', 'ℓ_∞']) {
      await page.getByRole('searchbox').fill(query);
      answers.set(query, new Set(await titlesOf(page)));
    }
    const written = answers.get('ell_infty');
    expect(written?.size).toBeGreaterThanOrEqual(2);
    for (const [query, titles] of answers) expect([query, titles]).toEqual([query, written]);
  });
});

function searchFor(address: string, query: string): string {
  return `${address}search/?q=${encodeURIComponent(query)}`;
}

async function papersByUrl(address: string): Promise<Map<string, ApiPaper>> {
  const text = await (await fetch(`${address}api/papers-1.jsonl`)).text();
  const papers = text.split('\n').filter((line) => line !== '');
  return new Map(
    papers.map((line) => {
      const paper = JSON.parse(line) as ApiPaper;
      return [paper.url, paper];
    }),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

async function entriesOf(page: Page): Promise<{ url: string; title: string; excerpt: string }[]> {
  await expectStatus(page, /papers?$/);
  return page.locator('#search-results li').evaluateAll((entries) =>
    entries.map((entry) => ({
      url: entry.querySelector('.paper-title')?.getAttribute('href') ?? '',
      title: entry.querySelector('.paper-title')?.textContent ?? '',
      excerpt: entry.querySelector('.excerpt')?.textContent ?? '',
    })),
  );
}

async function showMore(page: Page, expected: number): Promise<void> {
  await expectStatus(page, /papers?$/);
  await page.getByRole('button', { name: 'Show more' }).click();
  await waitForCount(page, expected);
}

async function waitForCount(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('#search-results li').length === wanted,
    count,
  );
}

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
