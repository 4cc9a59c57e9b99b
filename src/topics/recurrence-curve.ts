import type { Site } from '../site-data.ts';

/** A candidate for a topic on the picture, in units of its view box. */
export interface CurvePoint {
  /** 1-based, the surest candidate first. */
  readonly rank: number;
  readonly recurrence: number;
  readonly x: number;
  readonly y: number;
  readonly isTaken: boolean;
}

/** A mark on an axis: its text, and where it stands along the axis. */
export interface AxisTick {
  readonly label: string;
  readonly at: number;
}

/** Recurrence by rank, laid out for a picture. */
export interface RecurrenceCurve {
  readonly points: readonly CurvePoint[];
  readonly takenCount: number;
  /** Where the vertical line stands between those taken and those left. */
  readonly cutX: number;
  /** Where the horizontal line of the least recurrence stands. */
  readonly thresholdY: number;
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
}

/** The view box of the picture, and the field of the curve in it. */
export const CURVE_BOX = { width: 360, height: 230, left: 36, right: 350, top: 22, bottom: 196 };

const MOST_X_TICKS = 8;

/**
 * Lays out how surely each candidate for a topic comes back. Taken are those that reach the least
 * recurrence or, where the operator asked for a number of topics, the surest `topicCount`.
 */
export function recurrenceCurve(
  { asked, recurrences, leastRecurrence }: Site['model'],
  topicCount: number,
): RecurrenceCurve {
  const count = recurrences.length;
  const takenCount =
    asked === null
      ? recurrences.filter((recurrence) => recurrence >= leastRecurrence).length
      : Math.min(topicCount, count);
  const { left, right, top, bottom } = CURVE_BOX;
  const yOf = (recurrence: number) => rounded(bottom - recurrence * (bottom - top));
  // Half a step stays free at both ends, for the cut may stand there.
  const xOf = (rank: number) => rounded(left + ((rank - 0.5) / count) * (right - left));
  return {
    points: recurrences.map((recurrence, index) => ({
      rank: index + 1,
      recurrence,
      x: xOf(index + 1),
      y: yOf(recurrence),
      isTaken: index < takenCount,
    })),
    takenCount,
    cutX: xOf(takenCount + 0.5),
    thresholdY: yOf(leastRecurrence),
    xTicks: rankTicks(count).map((rank) => ({ label: String(rank), at: xOf(rank) })),
    yTicks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ label: String(value), at: yOf(value) })),
  };
}

/** Multiples of 1, 2, 5, 10, 20, … up to a number: eight at most. */
function rankTicks(count: number): number[] {
  let step = 1;
  for (let next = 0; count / step > MOST_X_TICKS; next++) step *= next % 3 === 1 ? 2.5 : 2;
  return Array.from({ length: Math.floor(count / step) }, (_, index) => (index + 1) * step);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
