import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';

const openPage = preparePages();
const { address } = inject('site');

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search the papers' });
const typeInto = async (page: Page, words: string): Promise<void> => {
  await dialogOf(page).getByRole('searchbox').fill(words);
  await dialogOf(page).locator('li').first().waitFor();
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
    const all = dialogOf(page).getByRole('link', { name: /^Filter and sort \d+ papers/ });
    expect(await all.getAttribute('href')).toBe(`${address}search/?q=entropy`);
    await dialogOf(page).getByRole('searchbox').press('Enter');
    await page.waitForURL('**/search/?q=entropy');
  });

  it('offers the word that was meant', async () => {
    const page = await openPage(`${address}topics/`);
    await page.keyboard.press('/');
    await dialogOf(page).getByRole('searchbox').fill('difusion');
    await dialogOf(page).getByRole('link', { name: 'diffusion', exact: true }).click();
    await dialogOf(page).locator('li').first().waitFor();
    expect(await dialogOf(page).getByRole('searchbox').inputValue()).toBe('diffusion');
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
