import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type RunningServer, serveSite } from '../../scripts/serve.ts';
import type { PaperPage } from '../../src/site-data.ts';
import { abstractItems, authorItems, type KnownItem, scoreOf, titleItems } from './known-items.ts';
import { preparePages } from './open-pages.ts';
import { hasTwoYears, indexTwoYears } from './two-year-index.ts';

const SEED = 20260529;
const COUNT = 300;
const PREPARING_MS = 300_000;
const SEARCHING_MS = 300_000;

const openPage = preparePages();
let work: string;
let papers: PaperPage[];
let server: RunningServer;
let miniSearch: MiniSearch;

describe.skipIf(!hasTwoYears)(
  'among 8,206 papers of two years a search',
  { timeout: SEARCHING_MS },
  () => {
    beforeAll(async () => {
      work = await mkdtemp(join(tmpdir(), 'sheaf-two-years-'));
      papers = await indexTwoYears(inject('site').folder, join(work, 'site'));
      server = await serveSite({ folder: join(work, 'site'), base: '/', port: 0 });
      miniSearch = new MiniSearch({ fields: ['title', 'authors', 'abstract'] });
      miniSearch.addAll(
        papers.map(({ id, title, authors, abstract }) => ({
          id,
          title,
          authors: authors?.join(', '),
          abstract,
        })),
      );
    }, PREPARING_MS);
    afterAll(async () => {
      await server.close();
      await rm(work, { recursive: true });
    });

    it('has the paper first for three words of its title, the rarest first', async () => {
      const { first, inThree, missed } = await compare(titleItems(papers, COUNT, SEED));
      expect(first, missed.join('; ')).toBeGreaterThanOrEqual(0.95);
      expect(inThree, missed.join('; ')).toBeGreaterThanOrEqual(0.99);
    });

    it('has the paper among the first five for five words of its abstract', async () => {
      const { inFive, missed } = await compare(abstractItems(papers, COUNT, SEED));
      expect(inFive, missed.join('; ')).toBeGreaterThanOrEqual(0.95);
    });

    it('has a paper of an author first for the name', async () => {
      const { first, missed } = await compare(authorItems(papers, COUNT, SEED));
      expect(first, missed.join('; ')).toBeGreaterThanOrEqual(0.99);
    });
  },
);

/** Scores the page's search, and prints it beside that of MiniSearch on the same papers. */
async function compare(items: readonly KnownItem[]): Promise<ReturnType<typeof scoreOf>> {
  const page = await openPage(`${server.address}/search/`);
  const queries = items.map(({ query }) => query);
  const ours = scoreOf(items, await searchAll(page, queries));
  const theirs = scoreOf(
    items,
    queries.map((query) =>
      miniSearch
        .search(query)
        .slice(0, 5)
        .map(({ id }) => id as string),
    ),
  );
  const told = [ours, theirs].map(({ first, inThree, inFive }) =>
    [first, inThree, inFive].map((share) => share.toFixed(3)).join(' '),
  );
  process.stdout.write(
    `first, in three, in five: Sheaf ${told[0]}, MiniSearch ${told[1]} (as “${queries[0]}”); later: ${ours.missed.join('; ')}\n`,
  );
  return ours;
}

/** Ids of the first papers that the page shows for each query. */
async function searchAll(page: Page, queries: readonly string[]): Promise<string[][]> {
  return page.evaluate(async (all) => {
    const input = document.querySelector<HTMLInputElement>('#search-input')!;
    const list = document.querySelector('#search-results')!;
    const found: string[][] = [];
    for (const query of all) {
      input.value = query;
      input.form!.requestSubmit();
      while (list.ariaBusy !== 'false') await new Promise((resolve) => setTimeout(resolve, 2));
      const links = [...list.querySelectorAll('.paper-title')].slice(0, 5);
      found.push(links.map((link) => link.getAttribute('href')!.split('/').at(-2)!));
    }
    return found;
  }, queries);
}
