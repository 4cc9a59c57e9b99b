import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import { findKindsOfPages } from './page-kinds.ts';

const kinds = await findKindsOfPages();
const openPage = preparePages();

/** Steps from either end of a longer page: what lies between are entries like those before. */
const STEPS = 60;

/** What a reader can act on, less what a list or a tool bar moves through by its own keys. */
const INTERACTIVE =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [contenteditable], [tabindex]:not([tabindex="-1"])';
const COMPOSITE =
  '[role=listbox], [role=toolbar], [role=tablist], [role=menu], [role=grid], [role=radiogroup], [role=tree]';

describe('the Tab key, on', () => {
  it.each(kinds)(
    '$kind, reaches all there is to act on, in order, and leads out',
    async ({ url }) => {
      const page = await openPage(url, { viewport: { width: 1000, height: 800 } });
      await page.waitForLoadState('networkidle');
      const stops = await page.evaluate(listStops, { INTERACTIVE, COMPOSITE });
      expect(stops.length).toBeGreaterThan(3);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      expect(await walk(page, 'Tab', Math.min(stops.length, STEPS))).toEqual(stops.slice(0, STEPS));
      if (stops.length > 2 * STEPS) await page.evaluate(focusStop, stops.length - STEPS - 1);
      const rest = stops.slice(STEPS).slice(-STEPS);
      expect(await walk(page, 'Tab', rest.length)).toEqual(rest);
      // Out of the page, to what the browser itself has; and back into it at its end.
      expect(await walk(page, 'Tab', 1)).toEqual([OUTSIDE]);
      expect(await walk(page, 'Shift+Tab', 1)).toEqual(stops.slice(-1));
    },
  );
});

const OUTSIDE = 'outside of the page';

/** Presses a key so often, and tells what has the focus after each, as `listStops` names it. */
async function walk(page: Page, key: string, steps: number): Promise<string[]> {
  const path: string[] = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press(key);
    path.push(await page.evaluate(describeFocus, OUTSIDE));
  }
  return path;
}

type Listed = Window & { stops: Element[]; nameOf: (element: Element) => string };

/** Runs in the page: notes all stops in the order of the document, and returns their names. */
function listStops(selectors: { INTERACTIVE: string; COMPOSITE: string }): string[] {
  const isStop = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.matches(':disabled') &&
    !element.closest('[inert]') &&
    !(element.getAttribute('tabindex') === '-1' && isElsewhere(element)) &&
    !(element.matches('[type=radio]:not(:checked)') && hasChecked(element as HTMLInputElement));
  // In a list with keys of its own, or by another link to the same page.
  const isElsewhere = (element: Element) =>
    element.closest(selectors.COMPOSITE) !== null ||
    [...document.querySelectorAll('a[href]:not([tabindex="-1"])')].some(
      (link) => link.getAttribute('href') === element.getAttribute('href'),
    );
  const hasChecked = ({ name, form }: HTMLInputElement) =>
    (form ?? document).querySelector(`[type=radio][name="${CSS.escape(name)}"]:checked`) !== null;
  const listed = window as unknown as Listed;
  listed.stops = [...document.querySelectorAll(selectors.INTERACTIVE)].filter(isStop);
  listed.nameOf = (element) => {
    const text = (element.textContent.trim() || element.outerHTML).slice(0, 60);
    return `${listed.stops.indexOf(element)} ${element.localName} ${text}`;
  };
  return listed.stops.map(listed.nameOf);
}

function focusStop(index: number): void {
  ((window as unknown as Listed).stops[index] as HTMLElement).focus();
}

/** Runs in the page: the name of what has the focus, and what is wrong with how it shows. */
function describeFocus(outside: string): string {
  const element = document.activeElement;
  if (!element || element === document.body) return outside;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  // The parts of a drawing lie over each other as they must.
  const whole = element instanceof SVGElement ? element.ownerSVGElement : element;
  const isOnTop = top !== null && (whole?.contains(top) || top.contains(element));
  const name = (window as unknown as Listed).nameOf(element);
  return `${name}${isOutlined ? '' : ', without outline'}${isOnTop ? '' : ', covered'}`;
}
