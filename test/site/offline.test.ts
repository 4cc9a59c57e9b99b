import type { Page } from 'playwright-core';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import { prepareOwnSite } from './own-site.ts';
import type { ApiTopic } from './site-files.ts';

const { address: original, base } = inject('siteUnderPath');
const topics = (await (await fetch(`${original}api/topics.json`)).json()) as ApiTopic[];
const topic = topics[0]!.url.slice(base.length);
const [first, second] = topics[0]!.papers.map((id) => `papers/${id}/`) as [string, string];
const site = prepareOwnSite();
const openPage = preparePages();
const open = async (path: string) => {
  const page = await openPage(site.address + path, { serviceWorkers: 'allow' });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
};
const heading = (page: Page) => page.locator('h1').innerText();

afterEach(() => site.start());

describe('without a network', () => {
  it('pages that were visited are there, the first of all included, drawn as they were', async () => {
    const page = await open(topic);
    const title = await heading(page);
    const color = () =>
      page.evaluate(() => getComputedStyle(document.body).getPropertyValue('background-color'));
    const paper = await color();
    await page.goto(site.address + first);
    const paperTitle = await heading(page);
    await site.stop();
    await page.goto(site.address + topic);
    expect(await heading(page)).toBe(title);
    expect(await color()).toBe(paper);
    await page.goto(`${site.address}${first}?from=a-letter#content`);
    expect(await heading(page)).toBe(paperTitle);
  });

  it('others say so, and lead to what is saved', async () => {
    const page = await open(topic);
    await site.stop();
    await page.goto(`${site.address}about/`);
    expect(await heading(page)).toBe('You are offline');
    await page.getByRole('main').getByRole('link', { name: 'saved' }).click();
    expect(await heading(page)).toBe('Saved papers');
    await page.getByText('Nothing is saved yet').waitFor();
  });

  it('the page of a saved paper is there that was never opened, and gone once it is removed', async () => {
    const page = await open(topic);
    const star = page.locator(`save-star[paper="${first.split('/')[1]!}"] button`).last();
    await star.click();
    await waitForKept(page, first, true);
    await site.stop();
    await page.goto(site.address + first);
    expect(await page.locator('article').count()).toBeGreaterThan(0);
    await page.goto(`${site.address}saved/`);
    await page.getByRole('button', { name: /^Remove/ }).click();
    await waitForKept(page, first, false);
  });

  it('a search that was made before can be made again', async () => {
    const page = await open('search/?q=learning');
    const found = page.locator('main a[href*="/papers/"]').first();
    await found.waitFor();
    // What the worker did not see the first time.
    await page.reload();
    await found.waitFor();
    await page.waitForLoadState('networkidle');
    await site.stop();
    await page.goto(`${site.address}search/?q=learning`);
    await found.waitFor();
  });
});

describe('after a new build', () => {
  it('pages are new at once, what was kept of the old one goes, and saved papers are renewed', async () => {
    const page = await open(topic);
    await page
      .locator(`save-star[paper="${second.split('/')[1]!}"] button`)
      .last()
      .click();
    await waitForKept(page, second, true);
    const [before] = await buildsKept(page);
    for (const path of [topic, second])
      await site.edit(`${path}index.html`, (text) => text.replace(/<h1/, '<h1 data-build="2"'));
    await site.rebuild();
    await page.reload();
    expect(await page.locator('h1').getAttribute('data-build')).toBe('2');
    // What was saved under the old build stays until it is renewed, at the next page.
    const visited = () => buildsKept(page, ':visited');
    await expect.poll(visited).not.toContain(before);
    await page.reload();
    await expect.poll(() => buildsKept(page)).not.toContain(before);
    await expect.poll(() => keptText(page, second)).toContain('data-build="2"');
    await site.stop();
    await page.goto(site.address + second);
    expect(await page.locator('h1').getAttribute('data-build')).toBe('2');
  });

  it('that wants nothing to work offline, all is cleared away', async () => {
    const page = await open(topic);
    await site.edit('sw.js', () => clearing);
    await page.reload();
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    await expect
      .poll(() =>
        page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
      )
      .toBe(0);
  });
});

const { serviceWorker } = await import('../../src/service-worker-script.ts');
const clearing = serviceWorker({ offline: false, base }, '');

/** Builds of which the browser keeps something, or something of a kind. */
async function buildsKept(page: Page, kind = ''): Promise<string[]> {
  const names = await page.evaluate(() => caches.keys());
  const ofKind = names.filter((name) => name.endsWith(kind));
  return [...new Set(ofKind.map((name) => name.split(':')[2]!))];
}

/** What is kept of a page for saved papers. */
async function keptText(page: Page, path: string): Promise<string> {
  return page.evaluate(async (url) => {
    for (const name of await caches.keys()) {
      if (!name.endsWith(':saved')) continue;
      const kept = await (await caches.open(name)).match(url);
      if (kept) return kept.text();
    }
    return '';
  }, site.address + path);
}

async function waitForKept(page: Page, path: string, isKept: boolean): Promise<void> {
  await expect.poll(async () => (await keptText(page, path)) !== '').toBe(isKept);
}
