// The only file that knows d3-contour: densities of papers, and where they are as great as a share of
// the peak.
import { contourDensity } from 'd3-contour';
import type { MapFrame, Place } from './map-frame.ts';

/** Where the papers of a group lie. */
export interface MapRegion {
  /** Outline in SVG's path language, whole units; empty where no place is dense. */
  readonly outline: string;
  /** Where they lie closest, for the label. */
  readonly peak: Place;
}

/** How a region is drawn, lengths in units of the frame. */
export interface RegionOptions {
  /** How far a paper's presence is felt. */
  readonly bandwidth: number;
  /** Share of the density's peak at which the region ends. */
  readonly level: number;
  /** Islands of less than this part of the largest are left out: a stray paper is no region. */
  readonly leastIsland: number;
}

const CELL_SIZE = 8;

type Ring = readonly Place[];

/** The region of places, from a kernel density estimate (Silverman 1986) on a grid of 8 units. */
export function drawRegion(
  places: readonly Place[],
  { width, height }: Pick<MapFrame, 'width' | 'height'>,
  { bandwidth, level, leastIsland }: RegionOptions,
): MapRegion {
  const contours = contourDensity<Place>()
    .x(([x]) => x)
    .y(([, y]) => y)
    .size([width, height])
    .cellSize(CELL_SIZE)
    .bandwidth(bandwidth)
    .contours(places);
  const rings = (share: number): Ring[] =>
    contours(contours.max * share).coordinates.map((polygon) => polygon[0] as Ring);
  const islands = rings(level);
  const least = Math.max(...islands.map(areaOf)) * leastIsland;
  const [summit] = rings(0.9).toSorted((a, b) => areaOf(b) - areaOf(a));
  return {
    outline: islands
      .filter((ring) => areaOf(ring) >= least)
      .map(ringPath)
      .join(''),
    peak: middleOf(summit ?? places),
  };
}

/** By the shoelace formula. */
function areaOf(ring: Ring): number {
  let sum = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    sum += x * nextY - nextX * y;
  }
  return Math.abs(sum) / 2;
}

function middleOf(places: readonly Place[]): Place {
  const sum = (axis: 0 | 1) => places.reduce((total, place) => total + place[axis], 0);
  return [Math.round(sum(0) / places.length), Math.round(sum(1) / places.length)];
}

/** Every second corner in whole units; a stroke with round joins hides that. */
function ringPath(ring: Ring): string {
  let [x, y] = [0, 0];
  const steps = ring.flatMap((corner, index) => {
    if (index % 2 === 1) return [];
    const [toX, toY] = [Math.round(corner[0]), Math.round(corner[1])];
    const [dx, dy] = [toX - x, toY - y];
    if (index > 0 && dx === 0 && dy === 0) return [];
    [x, y] = [toX, toY];
    return [`${index === 0 ? `M` : 'l'}${dx}${dy < 0 ? '' : ' '}${dy}`];
  });
  return `${steps.join('')}z`;
}
