import { describe, expect, it } from 'vitest';
import { findLostText } from './find-lost-text.ts';
import { preparePages } from './open-pages.ts';
import { findKindsOfPages } from './page-kinds.ts';

const kinds = await findKindsOfPages();
const openPage = preparePages();

/** What WCAG 1.4.12 lets a reader set without losing anything. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** 1280 px at 400 %, as WCAG 1.4.10 has it, and 1440 px at 200 % and as they are. */
const WIDTHS = [320, 720, 1440];

describe('zoomed to 200 and to 400 %, and with wider spaces,', () => {
  it.each(kinds)('$kind loses no text', async ({ url }) => {
    const page = await openPage(url, { reducedMotion: 'reduce' });
    await page.waitForLoadState('networkidle');
    const lost: string[] = [];
    for (const spacing of ['as set', 'spaced']) {
      if (spacing === 'spaced') await page.addStyleTag({ content: TEXT_SPACING });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 256 });
        const found = await page.evaluate(findLostText);
        lost.push(...found.map((text) => `${width} px ${spacing}, ${text}`));
        const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
        if (scrolled > width) lost.push(`${width} px ${spacing}, scrolls sideways: ${scrolled}`);
      }
    }
    expect(lost).toEqual([]);
  });
});

describe('findLostText()', () => {
  it.each([
    ['<p style="inline-size: 5ch; overflow: hidden; white-space: nowrap">A long line', 'cut off'],
    ['<p style="block-size: 2em; overflow: hidden">A<br>B<br>C', 'cut off'],
    ['<p style="position: absolute; inset-inline-start: -40px">A long line', 'beside the page'],
    ['<p>A line<p style="margin-block-start: -2em">Another', 'overlaid'],
  ])('finds what is lost in %s', async (html, what) => {
    const page = await openPage(`data:text/html,${encodeURIComponent(html)}`);
    expect(await page.evaluate(findLostText)).toEqual([expect.stringContaining(what)]);
  });

  it('finds nothing where a box scrolls or only a screen reader reads', async () => {
    const html = `<p style="inline-size: 5ch; overflow: auto; white-space: nowrap">A long line</p>
      <p style="position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden">Heard`;
    const page = await openPage(`data:text/html,${encodeURIComponent(html)}`);
    expect(await page.evaluate(findLostText)).toEqual([]);
  });
});
