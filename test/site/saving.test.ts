import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import type { ApiTopic } from './site-files.ts';

const { address } = inject('site');
const topics = (await (await fetch(`${address}api/topics.json`)).json()) as ApiTopic[];
const [topic] = topics as [ApiTopic];
const topicPage = address + topic.url.slice(1);
const [first, second] = topic.papers as [string, string];
const open = preparePages();
// A page may list a paper twice.
const starOf = (page: Page, id: string) => page.locator(`save-star[paper="${id}"] button`).last();
/** Saves by the star; what it does is loaded at the first click. */
async function saveByStar(page: Page, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await starOf(page, id).click();
    await expect.poll(() => starOf(page, id).getAttribute('aria-pressed')).toBe('true');
  }
}
const saved = (page: Page) => page.locator('#saved-list > li');
const openSaved = (page: Page) => page.goto(`${address}saved/`);

describe('saving papers', () => {
  it('works by the keyboard from a list, and tells what was done', async () => {
    const page = await open(topicPage);
    const star = starOf(page, first);
    expect(await star.getAttribute('aria-pressed')).toBe('false');
    await star.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Saved in this browser.').waitFor();
    expect(await star.getAttribute('aria-pressed')).toBe('true');
    expect(await star.getAttribute('aria-label')).toMatch(/^Save .+/);
    await page.getByRole('link', { name: 'Saved papers' }).click();
    await saved(page).getByRole('link', { name: topic.label }).waitFor();
    expect(await saved(page).locator('.excerpt').innerText()).toMatch(/\w{3}/);
  });

  it('shows the whole of a note of many lines, also when it comes back', async () => {
    const page = await open(`${address}papers/${first}/`);
    await starOf(page, first).click();
    const box = page.getByLabel('Your note on this paper');
    await box.fill(Array.from({ length: 9 }, (_, line) => `Lemma ${line}`).join('\n'));
    const isWhole = () => box.evaluate((area) => area.scrollHeight <= area.clientHeight);
    expect(await isWhole()).toBe(true);
    await box.blur();
    await page.reload();
    await expect.poll(isWhole).toBe(true);
  });

  it('outlives the page, and can be undone after a removal, with the note', async () => {
    const page = await open(`${address}papers/${first}/`);
    await starOf(page, first).click();
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.getByLabel('Your note on this paper').fill('Lemma three');
    await page.reload();
    await page.getByRole('button', { name: 'Mark as unread' }).waitFor();
    expect(await page.getByLabel('Your note on this paper').inputValue()).toBe('Lemma three');
    await starOf(page, first).click();
    await expect.poll(() => page.getByLabel('Your note on this paper').count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await page.getByLabel('Your note on this paper').inputValue()).toBe('Lemma three');
  });

  it('shows no dead button without JavaScript, and says where the papers are', async () => {
    const page = await open(topicPage, { javaScriptEnabled: false });
    expect(await page.locator('save-star').count()).toBeGreaterThan(1);
    expect(await page.locator('save-star button').count()).toBe(0);
    await openSaved(page);
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
    expect(await page.locator('main button:visible').count()).toBe(0);
  });

  it('agrees in several tabs', async () => {
    const page = await open(topicPage);
    const other = await page.context().newPage();
    await other.goto(`${address}saved/`);
    await starOf(page, first).click();
    await starOf(page, second).click();
    await expect.poll(() => saved(other).count()).toBe(2);
    await other
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await expect.poll(() => starOf(page, second).getAttribute('aria-pressed')).toBe('false');
    expect(await starOf(page, first).getAttribute('aria-pressed')).toBe('true');
  });

  it('tells the reader where the storage is full, and keeps what was there', async () => {
    const page = await open(topicPage);
    await starOf(page, first).click();
    await page.getByText('Saved in this browser.').waitFor();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await starOf(page, second).click();
    await page
      .getByRole('status')
      .getByText(/storage for the site is full/)
      .waitFor();
    expect(await starOf(page, second).getAttribute('aria-pressed')).toBe('false');
    await openSaved(page);
    expect(await saved(page).count()).toBe(1);
  });

  it('really stops at the bounds of a browser', async () => {
    const page = await open(topicPage);
    await page.evaluate(() => {
      for (let size = 1_000_000; size >= 1; size /= 10)
        try {
          for (let part = 0; ; part++) localStorage.setItem(`x${size}-${part}`, 'x'.repeat(size));
        } catch {
          // Full but for smaller parts.
        }
    });
    await starOf(page, first).click();
    await page
      .getByRole('status')
      .getByText(/storage for the site is full/)
      .waitFor();
    expect(await starOf(page, first).getAttribute('aria-pressed')).toBe('false');
  });

  it('tells the reader whose browser keeps nothing', async () => {
    const page = await open(address);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(topicPage);
    await starOf(page, first).click();
    await page
      .getByRole('status')
      .getByText(/does not let the site keep anything/)
      .waitFor();
    await openSaved(page);
    await page
      .getByRole('alert')
      .getByText(/does not let the site keep anything/)
      .waitFor();
  });
});

describe('the page of saved papers', () => {
  it('filters and orders what is saved, and keeps the place of what was removed', async () => {
    const page = await open(topicPage);
    await saveByStar(page, first, second);
    await openSaved(page);
    const titles = () => saved(page).locator('.paper-title').allInnerTexts();
    const [later, earlier] = await titles();
    await saved(page)
      .first()
      .getByRole('button', { name: /^Mark as read/ })
      .click();
    await page.getByLabel('Show').selectOption('Unread');
    await expect.poll(titles).toEqual([earlier]);
    await page.getByLabel('Show').selectOption('All');
    await page.getByLabel('Order').selectOption('Title');
    await expect.poll(titles).toEqual([earlier!, later!].toSorted((a, b) => a.localeCompare(b)));
    await page.getByLabel('Words').fill(earlier!.split(/\W+/).slice(0, 3).join(' '));
    await expect.poll(titles).toEqual([earlier]);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: /^Remove/ }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
    await page.keyboard.press('Enter');
    await expect.poll(titles).toEqual([earlier]);
  });

  it('tells of papers that have left the collection, where it can be asked, and exports them', async () => {
    const page = await open(topicPage);
    await saveByStar(page, first);
    await page.evaluate(() => {
      const paper = { title: 'It was here', savedAt: '2020-01-02T00:00:00.000Z', note: 'Mine' };
      localStorage.setItem('sheaf:/:saved:gone-01234567', JSON.stringify(paper));
    });
    await page.route('**/lookup/*', (route) => route.abort());
    await openSaved(page);
    await saved(page).getByText('It was here').waitFor();
    const left = page.getByText('no longer in this collection');
    await page.waitForLoadState('networkidle');
    expect(await left.count()).toBe(0);
    await page.unroute('**/lookup/*');
    await page.reload();
    await left.waitFor();
    expect(await saved(page).filter({ has: left }).locator('.paper-title').allInnerTexts()).toEqual(
      ['It was here'],
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'BibTeX' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('title = {It was here}');
    expect(text).toContain('annote = {Mine}');
  });

  it('shows thousands of papers, and all of them on demand', async () => {
    const page = await open(`${address}saved/`);
    await page.evaluate(() => {
      const details = { topic: { id: 'graphs', label: 'Graphs' }, authors: ['Ada Lovelace'] };
      for (let index = 0; index < 3000; index++) {
        const id = `made-up-${index}`;
        const savedAt = new Date(1.7e12 + index * 1000).toISOString();
        const paper = {
          id,
          title: `Paper number ${index}`,
          savedAt,
          readAt: null,
          note: '',
          details,
        };
        localStorage.setItem(`sheaf:/:saved:${id}`, JSON.stringify(paper));
      }
    });
    await page.reload();
    await page.getByText('3,000 papers', { exact: true }).waitFor();
    expect(await saved(page).count()).toBe(50);
    await page.getByRole('button', { name: 'Show more' }).click();
    expect(await saved(page).count()).toBe(100);
    await page.getByLabel('Words').fill('number 2718');
    await expect.poll(() => saved(page).count()).toBe(1);
  });
});
