/** A place on a map, x and y in units of its frame. */
export type Place = readonly [x: number, y: number];

/** The sheet on which a map is drawn: 1000 units wide, as high as the papers need. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  /** Units of the frame for a position of the unit square. */
  place(position: Place): Place;
}

/** Width of every map; at 360 to 1440 pixels a unit is about one pixel. */
export const MAP_WIDTH = 1000;
/** Room around the papers, for marks and labels at the edge. */
const MARGIN = 35;
/** A map is never flatter nor taller than this, so that it fits on a screen. */
const LEAST_HEIGHT = 560;
const MOST_HEIGHT = 1000;

/** An empty band across the whole map that is wider than this, in the unit square, is drawn as wide as this. */
const WIDEST_GAP = 0.06;

/**
 * Frames positions of the unit square (x, y from 0 to 1) at one scale, centred. Empty bands are shortened:
 * how far an island lies off says little, and would make all else small.
 */
export function frameMap(positions: readonly Place[]): MapFrame {
  const across = closeGaps(positions.map(([x]) => x));
  const down = closeGaps(positions.map(([, y]) => y));
  const scale = Math.min(
    (MAP_WIDTH - 2 * MARGIN) / across.length,
    (MOST_HEIGHT - 2 * MARGIN) / down.length,
  );
  const height = Math.max(LEAST_HEIGHT, Math.round(down.length * scale) + 2 * MARGIN);
  return {
    width: MAP_WIDTH,
    height,
    place: ([x, y]) => [
      MAP_WIDTH / 2 + (across.at(x) - across.length / 2) * scale,
      height / 2 + (down.at(y) - down.length / 2) * scale,
    ],
  };
}

/** An axis without wide gaps: its length, and where a value lies on it. */
function closeGaps(values: readonly number[]): { length: number; at: (value: number) => number } {
  const sorted = Float64Array.from(values).sort();
  const gaps = [...sorted.entries()].flatMap(([index, value]) => {
    const excess = index === 0 ? value : value - sorted[index - 1]! - WIDEST_GAP;
    return excess > 0 ? [{ from: value, excess }] : [];
  });
  const at = (value: number) =>
    gaps.reduce((place, { from, excess }) => (value >= from ? place - excess : place), value);
  const length = at(sorted.at(-1)!);
  // One place alone stands in the middle of an axis of length 1.
  return length > 1e-6 ? { length, at } : { length: 1, at: () => 0.5 };
}
