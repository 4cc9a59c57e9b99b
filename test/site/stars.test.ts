import { describe, expect, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import { findKindsOfPages } from './page-kinds.ts';

const kinds = await findKindsOfPages();
const openPage = preparePages();

/** Where links to papers are no entries of a list: steps to other pages, running text, tables of months. */
const NO_ENTRIES = 'nav, .prose, table';

/** Kinds of pages that hold lists of papers for sure. */
const WITH_LISTS = new Set([
  '/',
  '/areas/*/',
  '/authors/*/*/',
  '/new/',
  '/papers/*/',
  '/topics/*/',
]);

describe('stars', () => {
  it.each(kinds)(
    '$kind has one for each paper of its lists, and no other',
    async ({ kind, url, site }) => {
      const page = await openPage(url);
      await page.waitForLoadState('networkidle');
      const papers = `a[href^="${site.base}papers/"]:not([href$="/authors/"])`;
      const entries = await page.locator(`main ${papers}`).evaluateAll(
        (links, others) =>
          links
            .filter((link) => !link.closest(others))
            .map((link) => {
              const star = link.parentElement?.querySelector(':scope > save-star');
              return {
                paper: link.getAttribute('href')!.split('/').at(-2),
                star: star?.getAttribute('paper'),
                label: star?.querySelector('button')?.ariaLabel?.replace(/^Save /, ''),
              };
            }),
        NO_ENTRIES,
      );
      for (const { paper, star, label } of entries) {
        expect(star).toBe(paper);
        expect(label).toMatch(/\S/);
      }
      if (WITH_LISTS.has(kind)) expect(entries.length).toBeGreaterThan(0);
      const stars = await page.locator('main save-star:not([details])').count();
      expect(stars).toBe(entries.length);
    },
  );
});
