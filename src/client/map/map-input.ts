import { element } from '../element.ts';
import type { CollectionCanvas } from './map-canvas.ts';

/** How near a pointer must be to a paper, in CSS pixels. */
const REACH = { mouse: 10, finger: 22 };
const ZOOM_STEP = 1.6;
const PAN_STEP = 0.2;
/** A paper that the keyboard has chosen keeps so far from the rim, as a part of the canvas. */
const RIM = 0.1;

const ARROWS: Record<string, readonly [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Mouse and fingers: what is below the pointer is in the hand, a click opens it. */
export function listenToHands(map: CollectionCanvas): void {
  const { canvas } = map;
  const below = ({ offsetX, offsetY }: MouseEvent, reach: number) => {
    const [x, y] = map.view.placeAt(offsetX, offsetY);
    return map.papers.index.nearest(x, y, reach / map.view.scale, map.isMeant);
  };
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
    const paper = below(event, REACH.mouse);
    if (paper !== map.chosen) map.choose(paper, 'mouse');
  });
  canvas.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') map.choose(-1, 'mouse');
  });
  let pointer = 'mouse';
  canvas.addEventListener('pointerdown', ({ pointerType }) => {
    pointer = pointerType;
  });
  // d3-zoom lets no click through after a drag.
  canvas.addEventListener('click', (event) => {
    if (pointer === 'mouse') void map.open(event.ctrlKey || event.metaKey);
    else map.choose(below(event, REACH.finger), 'finger');
  });
}

/** Keys on the map, and the buttons that do the same. */
export function listenToKeys(map: CollectionCanvas): void {
  const { canvas, view } = map;
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (actOn(map, event)) event.preventDefault();
  });
  const actions: Record<string, () => void> = {
    in: () => view.zoomBy(ZOOM_STEP),
    out: () => view.zoomBy(1 / ZOOM_STEP),
    all: () => view.reset(),
    left: () => view.panBy(-PAN_STEP, 0),
    right: () => view.panBy(PAN_STEP, 0),
    up: () => view.panBy(0, -PAN_STEP),
    down: () => view.panBy(0, PAN_STEP),
  };
  element('.map-buttons').addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    actions[button?.dataset['map'] ?? '']?.();
  });
}

/** Does what a key asks for; false for one that is not the map's. */
function actOn(map: CollectionCanvas, { key, shiftKey }: KeyboardEvent): boolean {
  const { view } = map;
  const arrow = ARROWS[key];
  if (arrow) {
    const [dx, dy] = arrow;
    if (shiftKey) view.panBy(dx * PAN_STEP, dy * PAN_STEP);
    else step(map, dx, dy);
  } else if (key === '+' || key === '=') view.zoomBy(ZOOM_STEP);
  else if (key === '-') view.zoomBy(1 / ZOOM_STEP);
  else if (key === '0' || key === 'Home') view.reset();
  else if (key === 'Escape' && map.chosen >= 0) map.choose(-1, 'keyboard');
  else if (key === 'Enter' && map.chosen >= 0) void map.open();
  else return false;
  return true;
}

/** To the next paper in a direction; at first to the one nearest to the middle. */
function step(map: CollectionCanvas, dx: number, dy: number): void {
  const { papers, view } = map;
  const [x, y] = view.centre();
  const paper =
    map.chosen < 0
      ? papers.index.nearest(x, y, Infinity, map.isMeant)
      : papers.index.next(map.chosen, dx, dy, map.isMeant);
  if (paper < 0) return;
  const { left, top, right, bottom } = view.box(-RIM * Math.min(view.width, view.height));
  const [toX, toY] = [papers.x[paper]!, papers.y[paper]!];
  if (toX < left || toX > right || toY < top || toY > bottom) view.show(toX, toY);
  map.choose(paper, 'keyboard');
}
