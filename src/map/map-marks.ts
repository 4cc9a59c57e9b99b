import type { Place } from './map-frame.ts';

/** Marks that a drawing holds at most; beyond it papers that lie close share one. */
export const MOST_MARKS = 12_000;

/** Of so many papers places are even numbers: nobody sees it among them, and the page is a seventh lighter. */
const COARSE_FROM = 5_000;

/**
 * Groups of places with so many of them left that all groups together hold at most `most`: within each
 * group, one place a cell of a grid, the finest that does. Of few places nothing is left out.
 */
export function thinPlaces(groups: readonly (readonly Place[])[], most: number): Place[][] {
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  if (count <= Math.min(most, COARSE_FROM)) return groups.map((group) => [...group]);
  const coarse = groups.map((group) => group.map(([x, y]): Place => [x - (x % 2), y - (y % 2)]));
  for (let cell = 2; ; cell++) {
    const thinned = coarse.map((group) => onePerCell(group, cell));
    // Cells of the size of the map leave one place a group, and there are few groups.
    if (cell > 1000 || thinned.reduce((sum, group) => sum + group.length, 0) <= most)
      return thinned;
  }
}

function onePerCell(places: readonly Place[], cell: number): Place[] {
  const first = new Map<number, Place>();
  for (const place of places) {
    const key = Math.floor(place[0] / cell) * 4096 + Math.floor(place[1] / cell);
    if (!first.has(key)) first.set(key, place);
  }
  return [...first.values()];
}

/** Height of the strips through which a path goes from mark to mark. */
const STRIP = 24;

/**
 * One path of SVG with a dot at every place: a move and a line of no length, which round caps make a
 * dot. From one to the next by strips, so that the moves are short and compress well.
 */
export function marksPath(places: readonly Place[]): string {
  const strip = ([, y]: Place) => Math.floor(y / STRIP);
  const sorted = places.toSorted((a, b) => strip(a) - strip(b) || a[0] - b[0] || a[1] - b[1]);
  let [x, y] = [0, 0];
  const moves = sorted.map((place) => {
    const [dx, dy] = [place[0] - x, place[1] - y];
    [x, y] = place;
    return `m${dx}${dy < 0 ? '' : ' '}${dy}h0`;
  });
  return moves.join('');
}

/** How wide the dots of so many papers are, in units of the frame. */
export function markWidth(papers: number): number {
  return Math.round(10 * Math.max(4.4, Math.min(10, 170 / Math.sqrt(papers)))) / 10;
}
