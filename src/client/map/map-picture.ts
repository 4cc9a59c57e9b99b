import type { MapData } from '../../map/map-data.ts';
import { markWidth } from '../../map/map-marks.ts';
import { type MapColors, readColors } from './map-colors.ts';
import { type DotImage, inkStamp, makeStamp, putStamp } from './map-dots.ts';
import { type NameWish, placeNames, type ShownName, wishNames } from './map-names.ts';
import type { MapPapers } from './map-papers.ts';
import type { MapView } from './map-view.ts';

/** Densest screens get no more pixels than this a CSS pixel. */
const MOST_DENSITY = 2;
/** Strength of a region, and of dots that are not meant. */
const REGION_OPACITY = 0.12;
const DIM_OPACITY = 0.28;
/** Size of dots that are meant and of the others, where not all are. */
const LIT_SWELL = 1.4;
const DIM_SWELL = 0.8;
const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif';

/** What is to be seen beside the papers themselves. */
export interface PictureState {
  /** A flag a paper; null where all are meant. */
  readonly lit: Uint8Array | null;
  /** The paper in the reader's hand; -1 for none. */
  readonly chosen: number;
  /** Titles that are wished for. */
  readonly titles: readonly NameWish[];
}

/** Paints the map on a canvas. */
export class MapPicture {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #dots = document.createElement('canvas');
  readonly #stage: HTMLElement;
  readonly #data: MapData;
  readonly #papers: MapPapers;
  readonly #regions: readonly Path2D[];
  #colors: MapColors;
  #image: ImageData | null = null;
  #density = 1;

  constructor(canvas: HTMLCanvasElement, stage: HTMLElement, data: MapData, papers: MapPapers) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d')!;
    this.#stage = stage;
    this.#data = data;
    this.#papers = papers;
    this.#regions = [...stage.querySelectorAll('.map-region')].map(
      (region) => new Path2D(region.getAttribute('d') ?? ''),
    );
    this.#colors = readColors(stage);
  }

  /** Takes the colours that the page has now. */
  recolor(): void {
    this.#colors = readColors(this.#stage);
  }

  /** Takes the size of the canvas on the page, in CSS pixels. */
  resize(width: number, height: number): void {
    this.#density = Math.min(MOST_DENSITY, devicePixelRatio);
    for (const canvas of [this.#canvas, this.#dots]) {
      canvas.width = Math.round(width * this.#density);
      canvas.height = Math.round(height * this.#density);
    }
    this.#image = null;
  }

  /** Paints all of it. */
  paint(view: MapView, state: PictureState): void {
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.#paintRegions(view, state.lit);
    context.setTransform(1, 0, 0, 1, 0, 0);
    this.#paintDots(view, state.lit);
    context.drawImage(this.#dots, 0, 0);
    context.setTransform(this.#density, 0, 0, this.#density, 0, 0);
    const wishes = wishNames(this.#data, view.zoom);
    for (const name of placeNames([...wishes, ...state.titles], view)) this.#paintName(name, view);
    if (state.chosen >= 0) this.#paintRing(view, state.chosen);
  }

  #paintRegions({ scale, left, top, zoom }: MapView, lit: Uint8Array | null): void {
    if (lit !== null) return;
    const context = this.#context;
    const size = scale * this.#density;
    context.setTransform(size, 0, 0, size, left * this.#density, top * this.#density);
    // From near by a region is a wash behind everything, with the corners of its outline.
    context.globalAlpha = REGION_OPACITY / (1 + Math.max(0, zoom - 2) / 2);
    for (const [index, region] of this.#regions.entries()) {
      context.fillStyle = this.#colors.topics[index]!;
      context.fill(region);
    }
    context.globalAlpha = 1;
  }

  #paintDots(view: MapView, lit: Uint8Array | null): void {
    const context = this.#dots.getContext('2d')!;
    const { width, height } = this.#dots;
    const image = (this.#image ??= context.createImageData(width, height));
    const pixels = new Uint32Array(image.data.buffer);
    pixels.fill(0);
    const target = { width, height, pixels };
    if (lit === null) this.#stampTopics(target, view, null, 0, 1);
    else {
      this.#stampTopics(target, view, lit, 0, DIM_OPACITY);
      this.#stampTopics(target, view, lit, 1, 1);
    }
    context.putImageData(image, 0, 0);
  }

  /** Those of the papers whose flag is so. */
  #stampTopics(
    target: DotImage,
    view: MapView,
    lit: Uint8Array | null,
    flag: 0 | 1,
    opacity: number,
  ): void {
    const { x, y, starts } = this.#papers;
    const isDim = opacity < 1;
    const swell = lit === null ? 1 : flag === 1 ? LIT_SWELL : DIM_SWELL;
    const stamp = makeStamp(this.dotRadius(view) * this.#density * swell);
    const size = view.scale * this.#density;
    const [left, top] = [view.left * this.#density, view.top * this.#density];
    for (const [topic, color] of this.#colors.topicsRgb.entries()) {
      const ink = inkStamp(stamp, isDim ? this.#colors.dimRgb : color, opacity);
      for (let paper = starts[topic]!; paper < starts[topic + 1]!; paper++) {
        if (lit !== null && lit[paper] !== flag) continue;
        const [column, row] = [
          Math.round(x[paper]! * size + left),
          Math.round(y[paper]! * size + top),
        ];
        putStamp(target, stamp.reach, ink, column, row);
      }
    }
  }

  /** In CSS pixels: that of the drawing, and growing slowly as the map is magnified. */
  dotRadius({ zoom, width }: MapView): number {
    const drawn = (markWidth(this.#papers.count) / 2) * (width / this.#data.width);
    return Math.min(7, Math.max(1, drawn) * zoom ** 0.4);
  }

  #paintName({ lines, x, y, size, kind }: ShownName, { width, height }: MapView): void {
    if (x < -150 || y < -60 || x > width + 150 || y > height + 60) return;
    const context = this.#context;
    context.font = `${kind === 'paper' ? 400 : kind === 'topic' ? 600 : 700} ${size}px ${FONT}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = this.#colors.paper;
    context.fillStyle = kind === 'area' ? this.#colors.softInk : this.#colors.ink;
    for (const [index, line] of lines.entries()) {
      const at = y + (index - (lines.length - 1) / 2) * size * 1.12;
      context.strokeText(line, x, at);
      context.fillText(line, x, at);
    }
  }

  #paintRing(view: MapView, paper: number): void {
    const context = this.#context;
    const x = this.#papers.x[paper]! * view.scale + view.left;
    const y = this.#papers.y[paper]! * view.scale + view.top;
    const radius = this.dotRadius(view) + 4;
    for (const [color, width] of [
      [this.#colors.paper, 5],
      [this.#colors.focus, 2.5],
    ] as const) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.strokeStyle = color;
      context.lineWidth = width;
      context.stroke();
    }
  }
}
