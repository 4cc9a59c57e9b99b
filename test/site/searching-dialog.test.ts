import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import { titlesOf } from './search-page.ts';

const openPage = preparePages();
const { address } = inject('site');

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search the papers' });
const typeInto = async (page: Page, words: string): Promise<void> => {
  await dialogOf(page).getByRole('searchbox').fill(words);
  await expectAnswer(page);
};
const expectAnswer = (page: Page) =>
  dialogOf(page).locator('.entries[aria-busy=false]').waitFor({ state: 'attached' });
const openFacet = async (page: Page, name: string): Promise<void> => {
  await dialogOf(page).locator('summary', { hasText: name }).click();
  await dialogOf(page).locator('.facet[open] li').first().waitFor();
};

describe('the dialog of the search', () => {
  it.each(['/', 'Control+k'])('is opened by %s on any page, and closed by Escape', async (keys) => {
    const page = await openPage(`${address}about/`);
    await page.keyboard.press(keys);
    await dialogOf(page).waitFor();
    expect(await dialogOf(page).getByRole('searchbox').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'hidden' });
  });

  it('shows results while typing, walked by arrows and opened by Enter', async () => {
    const page = await openPage(address);
    await page.locator('.search-link').first().click();
    await typeInto(page, 'learning markov chains');
    const titles = await dialogOf(page).locator('.paper-title').allInnerTexts();
    expect(titles[0]).toBe('On Learning Markov Chains');
    expect(await dialogOf(page).getByRole('status').innerText()).toMatch(/^\d+ papers$/);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(titles[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(titles[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/papers/**');
    expect(await page.locator('h1').innerText()).toBe(titles[0]);
  });

  it('saves a result by its star, and says so within reach', async () => {
    const page = await openPage(`${address}about/`);
    await page.keyboard.press('/');
    await typeInto(page, 'learning markov chains');
    const star = dialogOf(page).getByRole('button', { name: 'Save On Learning Markov Chains' });
    await star.click();
    await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('link', { name: 'Saved papers' }).click();
    await page.locator('#saved-list').getByText('On Learning Markov Chains').waitFor();
  });

  it('leads to all results by Enter and by its last link', async () => {
    const page = await openPage(`${address}topics/`);
    await page.keyboard.press('/');
    await typeInto(page, 'entropy');
    const all = dialogOf(page).getByRole('link', { name: /^See all \d+ papers/ });
    expect(await all.getAttribute('href')).toBe(`${address}search/?q=entropy`);
    await dialogOf(page).getByRole('searchbox').press('Enter');
    await page.waitForURL('**/search/?q=entropy');
  });

  it('offers the word that was meant', async () => {
    const page = await openPage(`${address}topics/`);
    await page.keyboard.press('/');
    await typeInto(page, 'difusion');
    await dialogOf(page).getByRole('link', { name: 'diffusion', exact: true }).click();
    await expectAnswer(page);
    expect(await dialogOf(page).getByRole('searchbox').inputValue()).toBe('diffusion');
    expect(await dialogOf(page).locator('.paper-title').count()).toBeGreaterThan(0);
  });

  it('is not loaded before it is opened, and is a link without JavaScript', async () => {
    const page = await openPage(`${address}topics/`);
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(loaded.filter((name) => /dialog|engine|pagefind/.test(name))).toEqual([]);
    const plain = await openPage(`${address}topics/`, { javaScriptEnabled: false });
    await plain.getByRole('link', { name: 'Search the papers' }).click();
    expect(await plain.locator('h1').innerText()).toBe('Search');
  });

  it('is not opened by / while something is typed, nor on the search page, which has its box', async () => {
    const page = await openPage(`${address}search/`);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-input');
    await page.keyboard.type('a/b');
    expect(await page.getByRole('searchbox').first().inputValue()).toBe('a/b');
    expect(await dialogOf(page).count()).toBe(0);
  });
});

describe('the facets of the dialog', () => {
  const { address: daily } = inject('daily');
  const statusOf = (page: Page) => dialogOf(page).locator('.search-status').innerText();

  it('narrow what is found, as chips to be taken back, and are carried over to the page', async () => {
    const page = await openPage(`${daily}about/`);
    await page.keyboard.press('/');
    await typeInto(page, 'learning');
    const all = await statusOf(page);
    await openFacet(page, 'Topic');
    const value = dialogOf(page).locator('.facet[open] label:has(:enabled)').first();
    const [label = '', count] = await value.locator('span').allInnerTexts();
    await value.locator('input').check();
    await expectAnswer(page);
    const narrowed = await statusOf(page);
    expect(narrowed).toMatch(new RegExp(`^${count} papers?$`));
    await page.keyboard.press('Escape');
    const chip = dialogOf(page).getByRole('button', { name: `Remove the filter ${label}` });
    await chip.click();
    await expectAnswer(page);
    expect(await statusOf(page)).toBe(all);
    await openFacet(page, 'Topic');
    await value.locator('input').check();
    await dialogOf(page).getByLabel('Order').selectOption('upvotes');
    await expectAnswer(page);
    const titles = await dialogOf(page).locator('.paper-title').allInnerTexts();
    await dialogOf(page)
      .getByRole('link', { name: /^See all/ })
      .click();
    await page.waitForURL(/q=learning&topic=.*&order=upvotes$/);
    expect((await titlesOf(page)).slice(0, titles.length)).toEqual(titles);
    expect(await page.locator('#search-status').innerText()).toBe(narrowed);
  });

  it('browse without words, and load what they need when they are opened', async () => {
    const page = await openPage(`${daily}about/`);
    await page.keyboard.press('/');
    await expectAnswer(page);
    expect(await statusOf(page)).toMatch(/^All [\d,]+ papers, the newest first$/);
    await openFacet(page, 'Organisation');
    const [count] = await dialogOf(page).locator('.facet[open] .facet-count').allInnerTexts();
    // By its name, as readers do.
    await dialogOf(page).locator('.facet[open] label').first().click();
    await expectAnswer(page);
    expect(await statusOf(page)).toMatch(new RegExp(`^${count} papers?$`));
  });

  it('are open one at a time, and closed by Escape before the dialog is', async () => {
    const page = await openPage(`${daily}about/`);
    await page.keyboard.press('/');
    await expectAnswer(page);
    await openFacet(page, 'Topic');
    await openFacet(page, 'Year');
    expect(await dialogOf(page).locator('.facet[open] summary').allInnerTexts()).toEqual(['Year']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    const open = dialogOf(page).locator('.facet[open]');
    expect(await open.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Year');
    await page.keyboard.press('Enter');
    expect(await open.count()).toBe(1);
    await page.keyboard.press('Shift+Tab');
    expect(await open.count()).toBe(0);
    await openFacet(page, 'Year');
    await dialogOf(page).getByRole('searchbox').click();
    expect(await open.count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'hidden' });
  });

  it('are folded on a small screen, where nothing is wider than it', async () => {
    const page = await openPage(`${daily}about/`, { viewport: { width: 360, height: 640 } });
    await page.keyboard.press('/');
    await typeInto(page, 'learning');
    expect(await dialogOf(page).locator('summary').first().isVisible()).toBe(false);
    await dialogOf(page).getByRole('button', { name: 'Filters' }).click();
    for (const name of await dialogOf(page).locator('summary').allInnerTexts()) {
      await openFacet(page, name);
      const box = await dialogOf(page).locator('.facet[open] .facet-values').boundingBox();
      expect([name, box!.x >= 0 && box!.x + box!.width <= 360]).toEqual([name, true]);
      expect([name, box!.y + box!.height <= 640]).toEqual([name, true]);
    }
  });
});
