import { describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import {
  countOf,
  expectStatus,
  searchFor,
  showMore,
  titlesOf,
  waitForCount,
} from './search-page.ts';

const openPage = preparePages();
const { address } = inject('site');

describe('what is shown', () => {
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
