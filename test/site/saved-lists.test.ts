import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import type { ApiTopic } from './site-files.ts';

const { address } = inject('siteUnderPath');
const topics = (await (await fetch(`${address}api/topics.json`)).json()) as ApiTopic[];
const [topic] = topics as [ApiTopic];
const ids = topic.papers.slice(0, 3);
const open = preparePages();
const NOTE = 'Read <b>twice</b> & “quote”\n\n{on} page_2';
const saved = (page: Page) => page.locator('#saved-list > li');
const titles = (page: Page) => saved(page).locator('.paper-title').allInnerTexts();
const notes = (page: Page) =>
  saved(page)
    .locator('textarea')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLTextAreaElement).value));

/** Opens the page of saved papers in a browser of its own, with papers saved from their pages. */
async function openWithPapers(): Promise<Page> {
  const page = await open(address);
  for (const id of ids) {
    await page.goto(`${address}papers/${id}/`);
    await page.locator(`save-star[paper="${id}"] button`).last().click();
    await page.getByText('Saved in this browser.').waitFor();
  }
  await page.getByLabel('Your note on this paper').fill(NOTE);
  await page.goto(`${address}saved/`);
  await expect.poll(() => saved(page).locator('.excerpt:visible').count()).toBe(ids.length);
  return page;
}

async function exportAs(page: Page, format: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: format }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
}

async function importText(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
  await page.getByLabel('File to import').setInputFiles(file);
  await page.getByText(/ read, |neither an export/).waitFor();
}

describe('exports', () => {
  it('in JSON bring everything into another browser, and nothing twice into this one', async () => {
    const page = await openWithPapers();
    const { name, text } = await exportAs(page, 'JSON with all');
    expect(name).toBe('saved-papers.json');
    await importText(page, name, text);
    await page.getByText(/3 papers read, none of them new/).waitFor();
    const other = await open(`${address}saved/`);
    await importText(other, name, text);
    await expect.poll(() => titles(other)).toEqual(await titles(page));
    expect((await exportAs(other, 'JSON with all')).text).toBe(text);
  });

  it.each([
    ['BibTeX', /^@\w+\{/],
    ['RIS', /^TY {2}- /],
    ['CSL-JSON', /^\[/],
  ])('as %s bring the papers, and the notes, into another browser', async (format, start) => {
    const page = await openWithPapers();
    const { name, text } = await exportAs(page, format);
    expect(text).toMatch(start);
    const other = await open(`${address}saved/`);
    await importText(other, name, text);
    await expect
      .poll(async () => (await titles(other)).toSorted())
      .toEqual((await titles(page)).toSorted());
    await expect.poll(() => saved(other).locator('.excerpt:visible').count()).toBe(ids.length);
    expect((await notes(other)).toSorted()).toEqual(['', '', NOTE]);
    // Once more, that tells nothing new.
    await importText(other, name, text);
    await other.getByText(/3 papers read, none of them new/).waitFor();
  });
});

describe('imports', () => {
  it('name what the collection does not have', async () => {
    const page = await open(`${address}saved/`);
    await importText(
      page,
      'a.bib',
      '@misc{x, title = {Of <b>elsewhere</b>}, doi = {10.1234/5678}}',
    );
    await page.getByText('This collection does not have 1 paper:').waitFor();
    await page.getByText('Of <b>elsewhere</b>').waitFor();
    expect(await saved(page).count()).toBe(0);
  });

  it('refuse other files', async () => {
    const page = await open(`${address}saved/`);
    await importText(page, 'a.txt', 'Dear all');
    await page.getByText(/neither an export of saved papers nor/).waitFor();
  });

  it('show hostile papers as text', async () => {
    const page = await open(`${address}saved/`);
    const html = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    const details = { topic: { id: 'graphs', label: html }, excerpt: html, url: 'javascript:x' };
    const papers = [{ id: 'a-paper', title: html, note: html, details }, { id: '"><b>' }, 7];
    await importText(page, 'a.json', JSON.stringify({ format: 'sheaf-saved-papers', papers }));
    await expect.poll(() => titles(page)).toEqual([html]);
    expect(await page.locator('#saved img, #saved script, #saved b').count()).toBe(0);
    expect(await page.title()).toContain('Saved papers');
  });
});

describe('shared links', () => {
  it('show the list in another browser, which can take it over', async () => {
    const page = await openWithPapers();
    await page.getByRole('button', { name: 'Copy a link' }).click();
    const link = await page.getByLabel('Link to the list').inputValue();
    expect(link).toMatch(/\/saved\/#list=[\w-]{24}$/);
    const other = await open(link);
    await other.getByRole('heading', { name: 'A list of 3 papers that somebody shared' }).waitFor();
    expect(await other.locator('#shared .paper-title').allInnerTexts()).toEqual(await titles(page));
    expect(await saved(other).count()).toBe(0);
    await other.getByRole('button', { name: 'Add them to mine' }).click();
    await expect.poll(() => saved(other).locator('.excerpt:visible').count()).toBe(3);
    expect(await other.getByRole('button', { name: 'All are among yours' }).isDisabled()).toBe(
      true,
    );
    // What they are known by, and no note.
    expect((await notes(other)).join('')).toBe('');
  });

  it('name papers that this collection does not have', async () => {
    const page = await open(`${address}saved/#list=abcdefghxy`);
    await page
      .getByText(
        '2 papers of it are not in this collection, or the link was cut on its way: abcdefgh, xy.',
      )
      .waitFor();
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([360, 1440])('the page has nothing that axe finds at %i px', async (width) => {
    const page = await openWithPapers();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole('button', { name: 'Copy a link' }).click();
    const link = await page.getByLabel('Link to the list').inputValue();
    await page.goto(`${link}abcdefgh`);
    await page.reload();
    await page.getByRole('heading', { name: /that somebody shared/ }).waitFor();
    await page
      .getByRole('button', { name: /^Mark as read/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: /^Remove/ })
      .nth(1)
      .click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  });
});
