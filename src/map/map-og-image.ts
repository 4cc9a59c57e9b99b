import type { MapDrawing } from './map-drawing.ts';
import { markWidth } from './map-marks.ts';
import type { TextOutlines } from './text-outlines.ts';

/** Size of the pictures that other sites show beside a link (Open Graph), in pixels. */
export const OG_SIZE = { width: 1200, height: 630 };

/** What a picture says. */
export interface OgText {
  readonly title: string;
  /** The line above the title. */
  readonly above: string;
  /** The line below it. */
  readonly below: string;
}

/** Colours as CSS writes them. */
export interface OgColors {
  readonly ink: string;
  readonly softInk: string;
  readonly paper: string;
  readonly line: string;
  readonly topics: readonly string[];
}

const MARGIN = 64;
const TEXT_WIDTH = 500;
const MAP = { left: 590, top: 35, width: 580, height: 560 };
/** Sizes of a title, greatest first: the first in which it has few enough lines. */
const TITLE_SIZES = [72, 60, 50, 42];
const MOST_LINES = 4;
const SMALL_SIZE = 27;

/** The picture as SVG: words left, the map right, all of it in colours or one topic alone. */
export function drawOgImage(
  drawing: MapDrawing,
  text: OgText,
  { colors, outlines, topic }: { colors: OgColors; outlines: TextOutlines; topic?: string },
): string {
  const { width, height } = OG_SIZE;
  const bar = topic === undefined ? colors.ink : colorOf(drawing, topic, colors);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<path fill="${colors.paper}" d="M0 0h${width}v${height}H0z"/>
<path fill="${bar}" d="M0 0h14v${height}H0z"/>
${drawWords(text, colors, outlines)}
${drawMapPart(drawing, colors, topic)}
</svg>`;
}

function colorOf(drawing: MapDrawing, topic: string, { topics }: OgColors): string {
  return topics[drawing.topics.get(topic)!.color]!;
}

function drawWords(
  { title, above, below }: OgText,
  { ink, softInk }: OgColors,
  outlines: TextOutlines,
): string {
  const { size, lines } = fitTitle(title, outlines);
  const leading = size * 1.12;
  const titleHeight = lines.length * leading;
  const top = (OG_SIZE.height - titleHeight) / 2;
  const small = (words: string, y: number) =>
    `<path fill="${softInk}" d="${outlines.path(words, MARGIN, y, SMALL_SIZE)}"/>`;
  return [
    small(shortenTo(above, outlines), MARGIN + SMALL_SIZE),
    ...lines.map((line, index) => {
      const path = outlines.path(line, MARGIN, top + index * leading + size * 0.82, size);
      return `<path fill="${ink}" d="${path}"/>`;
    }),
    small(shortenTo(below, outlines), OG_SIZE.height - MARGIN),
  ].join('\n');
}

function fitTitle(title: string, outlines: TextOutlines): { size: number; lines: string[] } {
  for (const size of TITLE_SIZES) {
    const lines = outlines.wrap(title, size, TEXT_WIDTH);
    const fits = lines.every((line) => outlines.width(line, size) <= TEXT_WIDTH);
    if (lines.length <= MOST_LINES && fits) return { size, lines };
  }
  const size = TITLE_SIZES.at(-1)!;
  return { size, lines: outlines.wrap(title, size, TEXT_WIDTH).slice(0, MOST_LINES) };
}

function shortenTo(words: string, outlines: TextOutlines): string {
  const [line = '', ...rest] = outlines.wrap(words, SMALL_SIZE, TEXT_WIDTH);
  return rest.length > 0 ? `${line} …` : line;
}

function drawMapPart(drawing: MapDrawing, colors: OgColors, topic?: string): string {
  const { frame, outline, topics } = drawing;
  const scale = Math.min(MAP.width / frame.width, MAP.height / frame.height);
  const left = MAP.left + (MAP.width - frame.width * scale) / 2;
  const top = MAP.top + (MAP.height - frame.height * scale) / 2;
  const count = [...topics.values()].reduce(
    (sum, { marks }) => sum + marks.split('h').length - 1,
    0,
  );
  const dots = (marks: string, color: string, swell = 1) =>
    `<path fill="none" stroke="${color}" stroke-width="${(markWidth(count) * swell).toFixed(1)}" stroke-linecap="round" d="${marks}"/>`;
  const parts =
    topic === undefined
      ? [...topics.values()].map(({ marks, region, color }) => {
          const fill = colors.topics[color]!;
          return `<path fill="${fill}" opacity=".13" d="${region.outline}"/>${dots(marks, fill, 1.2)}`;
        })
      : [
          `<path fill="${colors.line}" opacity=".45" d="${outline}"/>`,
          // The others as shades: their dots would take ten times as long, topic for topic.
          `<g fill="${colors.softInk}">${regionPaths(drawing)}</g>`,
          `<path fill="${colorOf(drawing, topic, colors)}" opacity=".3" d="${topics.get(topic)!.region.outline}"/>`,
          dots(topics.get(topic)!.marks, colorOf(drawing, topic, colors), 1.7),
        ];
  return `<g transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale.toFixed(4)})">${parts.join('')}</g>`;
}

function regionPaths({ topics }: MapDrawing): string {
  return [...topics.values()]
    .map(({ region }) => `<path d="${region.outline}" opacity=".06"/>`)
    .join('');
}
