import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import { findKindsOfPages } from './page-kinds.ts';

const kinds = await findKindsOfPages();
const openPage = preparePages();

type LayoutShift = PerformanceEntry & {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Element | null }[];
};

/** What has moved without the reader since the page began to load, with the score that Chromium gives. */
async function findShifts(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as LayoutShift[];
          const moved = shifts
            .filter(({ hadRecentInput }) => !hadRecentInput)
            .map(({ value, sources }) => {
              const nodes = sources.map(({ node }) => node?.outerHTML ?? node?.textContent);
              return `${value} of ${nodes.map((html) => html?.slice(0, 80)).join(', ')}`;
            });
          resolve(moved);
        }).observe({ type: 'layout-shift', buffered: true });
        // An observer of nothing is never called.
        setTimeout(() => resolve([]), 200);
      }),
  );
}

/** Runs in the page: what would move, as the elements' classes or names. */
function findMotion(): string[] {
  const seconds = (list: string) => Math.max(...list.split(',').map((time) => parseFloat(time)));
  const moving = [...document.querySelectorAll('*')].filter((element) =>
    [undefined, '::before', '::after'].some((part) => {
      const style = getComputedStyle(element, part);
      const isAnimated = style.animationName !== 'none' && seconds(style.animationDuration) > 0.01;
      return (
        isAnimated || seconds(style.transitionDuration) > 0.01 || style.scrollBehavior === 'smooth'
      );
    }),
  );
  const running = document.getAnimations().map((animation) => `runs ${animation.id}`);
  return [...new Set(moving.map((element) => element.outerHTML.slice(0, 80))), ...running];
}

describe('a page that has loaded', () => {
  it.each(kinds)(
    '$kind never shifted, and nothing moves for those who want that',
    async ({ url }) => {
      for (const width of [360, 768, 1440]) {
        const page = await openPage(url, { viewport: { width, height: 3000 } });
        const shifts = await findShifts(page);
        expect(shifts, `${width} px`).toEqual([]);
        await page.emulateMedia({ reducedMotion: 'reduce' });
        expect(await page.evaluate(findMotion), `${width} px`).toEqual([]);
        await page.close();
      }
    },
  );
});
