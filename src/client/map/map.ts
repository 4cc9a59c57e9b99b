// Lays a canvas over the drawing of the map, and fills it at the reader's first sign of life, so that what
// it takes to load does not hold up the page.
import { element } from '../element.ts';

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll'];
const stage = element<HTMLElement>('.map-stage');
const drawing = element<SVGElement>('.map-stage > svg');
const links = [...drawing.querySelectorAll('.map-topics > a')];
const canvas = document.createElement('canvas');
let pressed: HTMLElement | null = null;

canvas.className = 'map-canvas';
canvas.tabIndex = 0;
canvas.setAttribute('role', 'application');
canvas.setAttribute('aria-label', drawing.getAttribute('aria-label') ?? '');
canvas.setAttribute('aria-describedby', 'map-help');
stage.append(canvas);
// The list beside has the same links; below the canvas they would be in the way.
drawing.setAttribute('aria-hidden', 'true');
for (const link of links) link.setAttribute('tabindex', '-1');

element('.map-buttons').addEventListener('click', notePressed);
for (const sign of SIGNS) addEventListener(sign, begin, { passive: true });
if (location.search !== '') begin();

function begin(): void {
  for (const sign of SIGNS) removeEventListener(sign, begin);
  fill().catch(() => {
    // The drawing stays, and its topics are links again.
    canvas.remove();
    drawing.removeAttribute('aria-hidden');
    for (const link of links) link.removeAttribute('tabindex');
    element('.map-status').textContent = 'The movable map could not be loaded.';
  });
}

async function fill(): Promise<void> {
  const { startMap } = await import('./map-start.ts');
  await startMap(stage, canvas);
  element('.map-buttons').removeEventListener('click', notePressed);
  // What was pressed before the buttons did anything.
  pressed?.click();
}

function notePressed({ target }: Event): void {
  if (target instanceof Element) pressed = target.closest('button');
}
