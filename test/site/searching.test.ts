import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import { chooseFirst, countOf, expectStatus, searchFor, titlesOf } from './search-page.ts';

const sites = [inject('site'), inject('siteUnderPath')];
const openPage = preparePages();

describe.each(sites)('a reader who searches the site under $base', ({ address }) => {
  it('finds a paper by three words of its title, the first of the results', async () => {
    const page = await openPage(address);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('Lipschitz Condition Number');
    await page.getByRole('link', { name: /^See all \d+ papers?/ }).click();
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

  it('narrows the results by topic, year and digest, as many as the counts say', async () => {
    const page = await openPage(`${address}search/?q=learning`);
    const all = await countOf(page);
    const topic = await chooseFirst(page, 'topic');
    expect(await countOf(page)).toBe(topic.count);
    expect(topic.count).toBeLessThan(all);
    const topics = await page.locator('#search-results .facts a').allInnerTexts();
    expect(new Set(topics)).toEqual(new Set([topic.label]));
    await page.getByRole('button', { name: `Remove the filter ${topic.label}` }).click();
    expect(await countOf(page)).toBe(all);
    const year = await chooseFirst(page, 'year');
    expect(await countOf(page)).toBe(year.count);
    for (const date of await page.locator('#search-results time').allInnerTexts())
      expect(date).toContain(year.value);
    await page.getByRole('button', { name: 'Remove the filter' }).click();
    const digest = await chooseFirst(page, 'digest');
    expect(await countOf(page)).toBe(digest.count);
  });

  it('keeps the search in the address, over a reload and over Back', async () => {
    const page = await openPage(`${address}search/`);
    await page.getByRole('searchbox').fill('Markov categories');
    await expectStatus(page, /^\d+ papers?$/);
    const { value } = await chooseFirst(page, 'topic');
    const url = new URL(page.url());
    expect([url.searchParams.get('q'), url.searchParams.get('topic')]).toEqual([
      'Markov categories',
      value,
    ]);
    const titles = await titlesOf(page);
    await page.reload();
    expect(await titlesOf(page)).toEqual(titles);
    await page.locator('#search-results .paper-title').first().click();
    await page.goBack();
    expect(await titlesOf(page)).toEqual(titles);
    expect(await page.getByRole('searchbox').inputValue()).toBe('Markov categories');
    await page.goBack();
    await page.waitForFunction(
      () => document.querySelector('[data-facet=topic] input:checked') === null,
    );
    expect(page.url()).not.toContain('topic=');
  });
});

describe('the search page', () => {
  const { address, folder } = inject('site');

  it('loads all that lies beside its index but other wasm, and finds it', async () => {
    const page = await openPage(`${address}about/`);
    const answers: [string, number][] = [];
    page.context().on('response', (response) => {
      const [, name] = /\/pagefind\/([^/?]+)(?:\?.*)?$/.exec(response.url()) ?? [];
      if (name !== undefined) answers.push([name, response.status()]);
    });
    await page.goto(searchFor(address, 'learning'));
    await expectStatus(page, /^\d+ papers$/);
    const entries = await readdir(join(folder, 'pagefind'), { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const loaded = files.filter((name) => name !== 'wasm.unknown.pagefind');
    expect(answers.toSorted()).toEqual(loaded.toSorted().map((name) => [name, 200]));
  });

  it('says what to try where nothing is found, and leads to the topics', async () => {
    const page = await openPage(`${address}search/?q=zzyzxqw&year=2025`);
    const advice = page.locator('#search-advice');
    await expectStatus(page, /^No paper found$/);
    expect(await advice.innerText()).toMatch(/^Try fewer or other words/);
    await page.getByRole('link', { name: 'Search in all papers' }).click();
    await page.waitForFunction(() => !location.search.includes('year='));
    await expectStatus(page, /^No paper found$/);
    expect(await advice.innerText()).toMatch(/^No paper has “zzyzxqw”\. Try fewer or other words/);
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
