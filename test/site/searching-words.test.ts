import { describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import { countOf, expectStatus, papersByUrl, searchFor, titlesOf } from './search-page.ts';

const openPage = preparePages();
const { address } = inject('site');

describe('words in quotes', () => {
  it('are found as they follow each other, alone and beside other words', async () => {
    const page = await openPage(searchFor(address, '"learning theory"'));
    const phrase = await countOf(page);
    const papers = [...(await papersByUrl(address)).values()];
    const holders = papers.filter(({ title, abstract }) =>
      /learn\w* theor/i.test(`${title} ${abstract ?? ''}`.replace(/\W+/g, ' ')),
    );
    expect(phrase).toBeGreaterThan(0);
    expect(phrase).toBeLessThanOrEqual(holders.length);
    await page.getByRole('searchbox').fill('learning theory');
    expect(await countOf(page)).toBeGreaterThan(phrase);
    await page.getByRole('searchbox').fill('learning "learning theory" theory');
    expect(await countOf(page)).toBe(phrase);
  });
});

describe('a word that is nowhere', () => {
  it('gets the one that was meant, which is a click away and in the address', async () => {
    const page = await openPage(searchFor(address, 'difusion lerning'));
    const offer = page.locator('#search-suggestion');
    await offer.waitFor();
    expect(await offer.innerText()).toBe('Did you mean diffusion learning?');
    await offer.getByRole('link').click();
    await page.waitForURL(searchFor(address, 'diffusion learning').replace('%20', '+'));
    expect(await countOf(page)).toBeGreaterThan(0);
    expect(await offer.isVisible()).toBe(false);
    await page.goBack();
    await expectStatus(page, /^No paper/);
  });

  it('gets one that papers answer, without what nothing is like', async () => {
    const page = await openPage(searchFor(address, 'difusion zzyzxqw'));
    const offer = page.locator('#search-suggestion');
    await offer.waitFor();
    expect(await offer.innerText()).toBe('Did you mean diffusion?');
  });

  it('gets no suggestion where it is the beginning of one, while it is typed', async () => {
    const page = await openPage(searchFor(address, 'diffus'));
    expect(await countOf(page)).toBeGreaterThan(0);
    expect(await page.locator('#search-suggestion').isVisible()).toBe(false);
  });
});

describe('the author of a paper', () => {
  it('is found first by name, and marked', async () => {
    const { address: daily } = inject('daily');
    const papers = [...(await papersByUrl(daily)).values()];
    const name = papers.find(({ authors }) => (authors?.length ?? 0) > 5)!.authors![4]!;
    const page = await openPage(searchFor(daily, name));
    const [title] = await titlesOf(page);
    const theirs = papers.filter(({ authors }) => authors?.includes(name));
    expect(theirs.map((paper) => paper.title.slice(0, 12))).toContain(title?.slice(0, 12));
    const facts = page.locator('#search-results .facts').first();
    expect(await facts.innerText()).toContain(name);
    expect((await facts.locator('mark').allInnerTexts()).join(' ')).toBe(name);
  });
});
