import { parse } from 'node-html-parser';
import { describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import { chooseFirst, countOf, expectStatus, papersByUrl, titlesOf } from './search-page.ts';

const openPage = preparePages();
const { address } = inject('daily');

describe('a facet', () => {
  it('browses without words: all papers of two topics, the newest first', async () => {
    const page = await openPage(`${address}search/`);
    await expectStatus(page, /^All [\d,]+ papers, the newest first$/);
    const one = await chooseFirst(page, 'topic');
    expect(await countOf(page)).toBe(one.count);
    const next = page.locator('[data-facet=topic] li label').nth(1);
    const more = Number(await next.locator('.facet-count').innerText());
    await next.locator('input').check();
    expect(await countOf(page)).toBe(one.count + more);
    expect(new URL(page.url()).searchParams.getAll('topic').length).toBe(2);
    const dates = await page
      .locator('#search-results time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('is combined with others by "and", and keeps counts of what else may be chosen', async () => {
    const page = await openPage(`${address}search/`);
    const papers = [...(await papersByUrl(address)).values()];
    const organization = await chooseFirst(page, 'organization');
    const topic = await chooseFirst(page, 'topic');
    const both = papers.filter(
      (paper) => paper.organization?.name === organization.label && paper.topic === topic.value,
    );
    expect(topic.count).toBe(both.length);
    expect(await countOf(page)).toBe(both.length);
    expect(await page.locator('[data-facet=topic] li').count()).toBeGreaterThan(1);
  });

  it('stands in the page as a search for nothing leaves it, and has as many lines in any', async () => {
    const page = await openPage(`${address}search/`);
    await expectStatus(page, /papers/);
    const tidy = (texts: readonly string[]) =>
      texts.map((text) => text.replace(/\s+/g, ' ').trim());
    const lines = page.locator('.facet[open] li');
    const shown = tidy(await lines.allTextContents());
    const built = parse(await (await fetch(`${address}search/`)).text());
    expect(shown).toEqual(
      tidy(built.querySelectorAll('.facet[open] li').map(({ textContent }) => textContent)),
    );
    for (const query of ['learning', 'Markov chain', 'zzyzxqw']) {
      await page.getByRole('searchbox').first().fill(query);
      await expectStatus(page, /paper/);
      expect([query, await lines.count()]).toEqual([query, shown.length]);
    }
  });

  it('finds its values by a part of their names where there are many', async () => {
    const page = await openPage(`${address}search/`);
    await expectStatus(page, /papers/);
    await page.locator('[data-facet=digest] summary').click();
    const values = page.locator('[data-facet=digest] li');
    await values.first().waitFor();
    const total = inject('daily');
    expect(total).toBeDefined();
    expect(await values.count()).toBe(8);
    await page.locator('[data-facet=digest] .facet-more').click();
    const all = await values.count();
    expect(all).toBeGreaterThan(8);
    const last = await values.last().locator('span').first().innerText();
    const filter = page.locator('[data-facet=digest] .facet-filter');
    if (await filter.isVisible()) {
      await filter.fill(last);
      expect(await values.count()).toBe(1);
    }
  });
});

describe('the facets of the page on a small screen', () => {
  it('are folded, and give way to the results again', async () => {
    const page = await openPage(`${address}search/`, { viewport: { width: 360, height: 640 } });
    await expectStatus(page, /papers/);
    const topic = page.locator('details[data-facet=topic]');
    expect(await topic.isVisible()).toBe(false);
    const button = page.getByRole('button', { name: 'Filters' });
    await button.click();
    const { count } = await chooseFirst(page, 'topic');
    await page.getByRole('button', { name: 'Show the results' }).click();
    expect(await topic.isVisible()).toBe(false);
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    expect(await button.innerText()).toBe('Filters (1)');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('facets-button');
    expect(await countOf(page)).toBe(count);
  });
});

describe('an order', () => {
  it('has the most upvotes first, and is in the address', async () => {
    const page = await openPage(`${address}search/?q=learning`);
    await expectStatus(page, /papers$/);
    await page.getByLabel('Order').selectOption('upvotes');
    await expectStatus(page, /papers$/);
    expect(new URL(page.url()).searchParams.get('order')).toBe('upvotes');
    const byUrl = await papersByUrl(address);
    const hrefs = await page
      .locator('#search-results .paper-title')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const upvotes = hrefs.map((href) => byUrl.get(href ?? '')?.upvotes ?? -1);
    expect(upvotes).toEqual(upvotes.toSorted((a, b) => b - a));
    const titles = await titlesOf(page);
    await page.reload();
    expect(await titlesOf(page)).toEqual(titles);
  });

  it('by upvotes is not offered where no digest tells them', async () => {
    const page = await openPage(`${inject('site').address}search/`);
    const orders = await page.locator('#search-order option').allInnerTexts();
    expect(orders).toEqual(['Best fit', 'Newest first']);
    expect(await page.locator('[data-facet=area]').count()).toBe(0);
  });
});
