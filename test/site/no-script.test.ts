import { describe, expect, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import { findKindsOfPages } from './page-kinds.ts';

const kinds = await findKindsOfPages();
const openPage = preparePages();

/** Pages that are made in the browser, of what only the browser knows. They say so without JavaScript. */
const NEEDS_SCRIPT = /^\/(?:search|saved|new)\//;
/** What does nothing by itself. */
const CONTROLS =
  'button, input:not([type=hidden]), select, textarea, canvas, dialog, a:not([href]), [role=button], [role=slider], [role=switch], [role=tab], [tabindex="0"], [contenteditable]';

describe('without JavaScript', () => {
  it.each(kinds.filter(({ kind }) => !NEEDS_SCRIPT.test(kind)))(
    '$kind shows the links and headings that it shows with it',
    async ({ url }) => {
      const shown = [];
      for (const javaScriptEnabled of [false, true]) {
        const page = await openPage(url, { javaScriptEnabled });
        if (javaScriptEnabled) await page.waitForLoadState('networkidle');
        const content = page.locator('main');
        shown.push({
          text: (await content.innerText()).trim().length,
          headings: await content.locator('h1, h2, h3').allInnerTexts(),
          links: await content
            .locator('a[href]:visible')
            .evaluateAll((links) => links.map((link) => link.getAttribute('href')!)),
        });
      }
      const [without, withScript] = shown;
      expect(without!.text).toBeGreaterThan(100);
      expect(without!.headings).toEqual(withScript!.headings);
      const lost = withScript!.links.filter((link) => !without!.links.includes(link));
      // A star or a mark of the reader's own may lead to the reader's own pages.
      expect(lost.filter((link) => !/(?:saved|new|search)\/(?:[?#].*)?$/.test(link))).toEqual([]);
    },
  );

  it.each(kinds.filter(({ kind }) => NEEDS_SCRIPT.test(kind)))(
    '$kind says that it needs it',
    async ({ url }) => {
      const page = await openPage(url, { javaScriptEnabled: false });
      expect(await page.locator('main').innerText()).toContain('JavaScript');
    },
  );

  it.each(kinds)('$kind shows no control that does nothing', async ({ url }) => {
    const page = await openPage(url, { javaScriptEnabled: false });
    const dead = await page.locator(CONTROLS).evaluateAll((controls) =>
      controls
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        // Scrolled by the keyboard, a region does its work without a script.
        .filter((control) => getComputedStyle(control).overflowX !== 'auto')
        .filter((control) => !control.closest('form[action]'))
        .map((control) => control.outerHTML.slice(0, 120)),
    );
    expect(dead).toEqual([]);
  });
});
