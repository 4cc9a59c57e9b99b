import { breakLabel, type LabelBox, LETTER_WIDTH, overlap } from './label-boxes.ts';
import type { MapFrame, Place } from './map-frame.ts';

/** What is to be labelled, the most important first. */
export interface LabelRequest {
  readonly text: string;
  /** Where the label's middle should be. */
  readonly at: Place;
  /** Size of its letters, as a multiple of that of the step. */
  readonly scale: number;
}

/** A label that has room: its lines, and the middle of them all. */
export interface PlacedLabel {
  readonly lines: readonly string[];
  readonly at: Place;
  /** Index into LABEL_SIZES of the greatest letters with which there is room for it. */
  readonly step: number;
}

/**
 * Sizes of letters in units of the frame, greatest first: about 12 pixels on maps of 330, 540, 700 and 860
 * pixels; styles/map.css has the same. A label of one step stays in those that follow, in smaller letters.
 */
export const LABEL_SIZES = [36, 22, 17, 14] as const;
/** Lines of a label below each other, as a multiple of its letters. */
export const LINE_HEIGHT = 1.08;

const LONGEST_LINE = 15;
/** How far a label may go from where it should be, in widths and heights of its own. */
const STEPS: readonly Place[] = [
  [0, 0],
  [0, -0.6],
  [0, 0.6],
  [0, -1.1],
  [0, 1.1],
  [-0.4, -0.6],
  [0.4, -0.6],
  [-0.4, 0.6],
  [0.4, 0.6],
  [-0.6, 0],
  [0.6, 0],
];

/** Places labels so that none overlap, greedily; null for one without room at any size. */
export function placeLabels(
  requests: readonly LabelRequest[],
  frame: Pick<MapFrame, 'width' | 'height'>,
): (PlacedLabel | null)[] {
  const placed: (PlacedLabel | null)[] = requests.map(() => null);
  for (const [step, size] of LABEL_SIZES.entries()) {
    const boxes = requests.flatMap(({ scale }, index) => {
      const label = placed[index];
      return label ? [boxOf(label.lines, size * scale, label.at)] : [];
    });
    for (const [index, { text, at, scale }] of requests.entries()) {
      if (placed[index]) continue;
      const lines = breakLabel(text, LONGEST_LINE);
      const box = freeBox(boxOf(lines, size * scale, at), boxes, frame);
      if (box === null) continue;
      boxes.push(box);
      placed[index] = { lines, at: [Math.round(box.x), Math.round(box.y)], step };
    }
  }
  return placed;
}

function boxOf(lines: readonly string[], size: number, [x, y]: Place): LabelBox {
  const letters = Math.max(...lines.map((line) => line.length));
  return {
    x,
    y,
    halfWidth: ((letters + 1) * size * LETTER_WIDTH) / 2,
    halfHeight: ((lines.length + 0.3) * size * LINE_HEIGHT) / 2,
  };
}

/** The first of some places near a box where it meets no other, within the frame. */
function freeBox(
  box: LabelBox,
  others: readonly LabelBox[],
  { width, height }: Pick<MapFrame, 'width' | 'height'>,
): LabelBox | null {
  for (const [dx, dy] of STEPS) {
    const moved = {
      ...box,
      x: within(box.x + dx * 2 * box.halfWidth, box.halfWidth, width),
      y: within(box.y + dy * 2 * box.halfHeight, box.halfHeight, height),
    };
    if (!others.some((other) => overlap(moved, other))) return moved;
  }
  return null;
}

function within(middle: number, half: number, length: number): number {
  return Math.max(half, Math.min(length - half, middle));
}
