import { describe, expect, inject, it } from 'vitest';
import { findLostText } from './find-lost-text.ts';
import { preparePages } from './open-pages.ts';
import { findKindsOfPages } from './page-kinds.ts';

const kinds = await findKindsOfPages();
const openPage = preparePages();

/** A4 less margins of 1 cm, in CSS pixels. */
const PAPER_WIDTH = 718;

/** Runs in the page: the lightness of the text and of what it stands on, from 0 to 1. */
function inkAndPaper(): [ink: number, paper: number] {
  const lightness = (colour: string) => {
    const context = document.createElement('canvas').getContext('2d')!;
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return (0.2126 * red! + 0.7152 * green! + 0.0722 * blue!) / 255;
  };
  const { color, backgroundColor } = getComputedStyle(document.body);
  return [lightness(color), lightness(backgroundColor)];
}

describe('printed', () => {
  it.each(kinds)(
    '$kind has its text in dark ink on white, also from dark screens',
    async ({ url }) => {
      const page = await openPage(url, { viewport: { width: PAPER_WIDTH, height: 1000 } });
      await page.waitForLoadState('networkidle');
      const heading = await page.locator('h1').innerText();
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const theme of [undefined, 'dark']) {
        await page.evaluate((value) => {
          if (value !== undefined) document.documentElement.dataset['theme'] = value;
        }, theme);
        const [ink, paper] = await page.evaluate(inkAndPaper);
        expect(ink).toBeLessThan(0.25);
        expect(paper).toBeGreaterThan(0.95);
      }
      expect(await page.locator('main').innerText()).toContain(heading);
      expect(await page.evaluate(findLostText)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        PAPER_WIDTH,
      );
      const fixed = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((element) => element.checkVisibility())
          .filter((element) => getComputedStyle(element).position === 'fixed')
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      expect(fixed, 'would stand on each sheet').toEqual([]);
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    },
  );
});

describe('what is folded', () => {
  it('is open on the printed sheet, and folded again behind it', async () => {
    const page = await openPage(`${inject('site').address}about/`);
    const details = page.locator('main details');
    const isOpen = () => details.evaluateAll((all) => all.map((one) => one.hasAttribute('open')));
    expect(await isOpen()).toEqual([false]);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await isOpen()).toEqual([true]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await isOpen()).toEqual([false]);
  });
});

describe('in forced colours', () => {
  it.each(kinds)('$kind shows fields, buttons and the focus', async ({ url }) => {
    const page = await openPage(url, { forcedColors: 'active' });
    await page.waitForLoadState('networkidle');
    const unseen = await page.evaluate(() => {
      const controls = [
        ...document.querySelectorAll<HTMLElement>('button, input, select, textarea'),
      ];
      return controls
        .filter((control) => control.checkVisibility() && control.getClientRects().length > 0)
        .filter((control) => {
          const { borderStyle, borderWidth, appearance } = getComputedStyle(control);
          const hasBorder = borderStyle !== 'none' && parseFloat(borderWidth) > 0;
          const hasContent = control.textContent.trim() !== '' || control.querySelector('svg');
          return !hasBorder && !hasContent && appearance === 'none';
        })
        .map((control) => control.outerHTML.slice(0, 80));
    });
    expect(unseen).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement!).outlineStyle,
    );
    expect(outline).not.toBe('none');
    // Colours of the page's own are for marks that would mean nothing in two colours.
    const own = await page.evaluate(() =>
      [...document.querySelectorAll('body *:not(svg, svg *)')]
        .filter((element) => getComputedStyle(element).forcedColorAdjust === 'none')
        .filter((element) => element.textContent.trim() !== '')
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(own).toEqual([]);
  });
});
