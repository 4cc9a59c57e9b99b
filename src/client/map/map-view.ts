// The only file that knows d3-zoom: which part of the map is on the screen.
import { select, type Selection } from 'd3-selection';
import { type D3ZoomEvent, zoom, type ZoomBehavior, zoomIdentity } from 'd3-zoom';
import type { MapBox } from './map-index.ts';

/** The part of the map that a canvas shows, moved by wheel, fingers, mouse, or by calls. */
export class MapView {
  /** CSS pixels of the canvas. */
  width = 1;
  height = 1;
  /** How often the whole map is magnified, from 1. */
  zoom = 1;
  /** CSS pixels a unit of the frame. */
  scale = 1;
  /** CSS pixels from the canvas's corner to the frame's. */
  left = 0;
  top = 0;
  readonly #frameWidth: number;
  readonly #onChange: () => void;
  readonly #behavior: ZoomBehavior<HTMLCanvasElement, unknown>;
  readonly #canvas: Selection<HTMLCanvasElement, unknown, null, undefined>;

  constructor(
    canvas: HTMLCanvasElement,
    frameWidth: number,
    mostZoom: number,
    onChange: () => void,
  ) {
    this.#frameWidth = frameWidth;
    this.#onChange = onChange;
    this.#canvas = select(canvas);
    this.#behavior = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([1, mostZoom])
      .filter((event: Event) => this.#isForMap(event))
      .on('zoom', ({ transform }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        this.zoom = transform.k;
        [this.left, this.top] = [transform.x, transform.y];
        // The whole map leaves a finger to the page, to scroll by.
        canvas.style.touchAction = transform.k > 1 ? 'none' : 'pan-x pan-y';
        this.#update();
      });
    this.#canvas.call(this.#behavior);
    canvas.style.touchAction = 'pan-x pan-y';
  }

  /** Tells the view how large its canvas is. */
  resize(width: number, height: number): void {
    const [x, y] = this.centre();
    const isFirst = this.width === 1;
    [this.width, this.height] = [width, height];
    this.#behavior.extent([
      [0, 0],
      [width, height],
    ]);
    this.#behavior.translateExtent([
      [0, 0],
      [width, height],
    ]);
    this.#update();
    if (!isFirst && this.zoom > 1) this.show(x, y);
    else if (!isFirst) this.reset();
  }

  /** Magnifies about the middle. */
  zoomBy(factor: number): void {
    this.#behavior.scaleBy(this.#canvas, factor);
  }

  /** Moves by a part of what is seen. */
  panBy(dx: number, dy: number): void {
    const { width, height, zoom: k } = this;
    this.#behavior.translateBy(this.#canvas, (-dx * width) / k, (-dy * height) / k);
  }

  /** Shows the whole map. */
  reset(): void {
    this.#behavior.transform(this.#canvas, zoomIdentity);
  }

  /** Brings a place to the middle, magnified at least so much. */
  show(x: number, y: number, leastZoom = this.zoom): void {
    const base = this.width / this.#frameWidth;
    const k = Math.max(this.zoom, leastZoom);
    const [left, top] = [this.width / 2 - x * base * k, this.height / 2 - y * base * k];
    const clamp = (value: number, length: number) =>
      Math.min(0, Math.max(length - length * k, value));
    const transform = zoomIdentity
      .translate(clamp(left, this.width), clamp(top, this.height))
      .scale(k);
    this.#behavior.transform(this.#canvas, transform);
  }

  /** The place in the middle. */
  centre(): [number, number] {
    return this.placeAt(this.width / 2, this.height / 2);
  }

  /** The place below a point of the canvas. */
  placeAt(left: number, top: number): [number, number] {
    return [(left - this.left) / this.scale, (top - this.top) / this.scale];
  }

  /** What is seen, and a rim of so many CSS pixels around it. */
  box(rim = 0): MapBox {
    const [left, top] = this.placeAt(-rim, -rim);
    const [right, bottom] = this.placeAt(this.width + rim, this.height + rim);
    return { left, top, right, bottom };
  }

  #update(): void {
    this.scale = (this.width / this.#frameWidth) * this.zoom;
    this.#onChange();
  }

  /** A wheel belongs to the page until the map was chosen; so does one finger while all is seen. */
  #isForMap(event: Event): boolean {
    if (event instanceof WheelEvent)
      return event.ctrlKey || event.metaKey || document.activeElement === event.currentTarget;
    if (event.type === 'touchstart') return this.zoom > 1 || fingersOf(event) > 1;
    return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
  }
}

/** Where a browser knows of fingers at all, d3-zoom hears of them by these events. */
function fingersOf(event: Event): number {
  const fingers: unknown = Reflect.get(event, 'touches');
  return fingers !== null && typeof fingers === 'object'
    ? Number(Reflect.get(fingers, 'length'))
    : 0;
}
