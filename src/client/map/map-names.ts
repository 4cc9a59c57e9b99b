// Names on the map: areas and topics from afar, titles of papers from near by.
import { breakLabel, type LabelBox, LETTER_WIDTH, overlap } from '../../map/label-boxes.ts';
import type { MapData } from '../../map/map-data.ts';
import type { MapView } from './map-view.ts';

/** A name that stands on the map, in CSS pixels. */
export interface ShownName {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Of its letters. */
  readonly size: number;
  readonly kind: NameKind;
}

/** What a name is of. */
export type NameKind = 'area' | 'topic' | 'paper';

/** A name that may find room; place in units of the frame. */
export interface NameWish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly kind: NameKind;
}

/** Size of letters in CSS pixels; smaller on maps less wide than NARROW. */
const NAME_SIZES: Record<NameKind, number> = { area: 16, topic: 13, paper: 12 };

/** Magnified so much, a reader sees topics and needs no area. */
const AREAS_END = 2.2;
const NARROW = 480;
const NARROW_SHRINK = 0.88;
/** How far a name may go up or down from its place, in halves of its height; papers' stand below them. */
const STEPS = [0, -1, 1, -2, 2];
const PAPER_STEPS = [1.7];
const LONGEST_LINE = 18;

/** Names that are wished for at a magnification, the most important first. */
export function wishNames({ topics, areas }: MapData, zoom: number): NameWish[] {
  const ofAreas = areas.map(({ label, peak }) => ({ text: label, kind: 'area' as const, peak }));
  const ofTopics = topics
    .toSorted((a, b) => b.count - a.count)
    .map(({ label, peak }) => ({ text: label, kind: 'topic' as const, peak }));
  const all = zoom < AREAS_END ? [...ofAreas, ...ofTopics] : ofTopics;
  return all.map(({ peak: [x, y], ...wish }) => ({ ...wish, x, y }));
}

/**
 * Those of the names that find room on the screen, greedily. All of the map is laid out, not only what is
 * seen, so that no name comes or goes while the map is moved.
 */
export function placeNames(
  wishes: readonly NameWish[],
  { width, height, scale, left, top, zoom }: MapView,
): ShownName[] {
  const shrink = width < NARROW ? NARROW_SHRINK : 1;
  const boxes: LabelBox[] = [];
  return wishes.flatMap(({ text, x, y, kind }) => {
    const size = NAME_SIZES[kind] * shrink;
    const lines = kind === 'paper' ? [text] : breakLabel(text, LONGEST_LINE);
    const letters = Math.max(...lines.map((line) => line.length));
    const halfWidth = (letters * size * LETTER_WIDTH) / 2 + 4;
    const halfHeight = (lines.length * size * 1.2) / 2 + 2;
    const isFree = (box: LabelBox) => !boxes.some((other) => overlap(box, other));
    const box = (kind === 'paper' ? PAPER_STEPS : STEPS)
      .map((step) => ({
        // The sheet's edge, not the screen's: what is beyond that is a move away.
        x: within(x * scale + left, halfWidth, left, width * zoom),
        y: within(y * scale + top + step * halfHeight, halfHeight, top, height * zoom),
        halfWidth,
        halfHeight,
      }))
      .find(isFree);
    if (box === undefined) return [];
    boxes.push(box);
    return [{ lines, x: box.x, y: box.y, size, kind }];
  });
}

function within(middle: number, half: number, start: number, length: number): number {
  return Math.max(start + half, Math.min(start + length - half, middle));
}
