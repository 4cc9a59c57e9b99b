import { fuzzyGraph, type WeightedGraph } from './fuzzy-graph.ts';
import { layoutGraph } from './layout-graph.ts';
import type { NearestRows } from './nearest-rows.ts';
import { RandomNumbers } from './random-numbers.ts';
import { type DenseMatrix, zeros } from './sparse-matrix.ts';
import { type LayoutTask, placeByNeighbours, startOnPlane } from './start-positions.ts';

/** The seed of a map, and where papers lay on the map before. */
export interface MapOptions {
  readonly seed: number;
  /** The earlier position of a row, [x, y] of the unit square; null for a new row. */
  readonly previous?: (row: number) => readonly [number, number] | null;
}

/** Room at each side of a new map for later papers, as a part of the square. */
const MARGIN = 0.05;
/** The part of its way that a row with an earlier position goes. */
const HELD = 0.002;
/** The mean length of an edge where a layout has settled, in its own units (0.73 to 0.86). */
const SETTLED_EDGE = 0.75;
/** The mean edge of a map of whose edges nothing is known, and the least to reckon with. */
const USUAL_EDGE = 0.05;
const LEAST_EDGE = 1e-3;

/**
 * Positions in the unit square, rows × 2, from unit rows and their nearest ones (15 each suit): near
 * papers lie near each other, in the manner of UMAP (McInnes, Healy, Melville 2018). A new map fills
 * 0.05 to 0.95 along its longer side and is centred. Where at least half of the rows have earlier
 * positions, these hardly move, new rows are placed near their neighbours, and the frame stays; if
 * some lie beyond the square, all shrinks about its middle. Rows without neighbours lie together in a
 * corner. Throws RangeError for no rows, for neighbours of other rows, and for an earlier position
 * that is not finite.
 */
export function mapPapers(
  rows: DenseMatrix,
  neighbours: NearestRows,
  { seed, previous }: MapOptions,
): DenseMatrix {
  if (rows.rows === 0) throw new RangeError('at least one row to map, got none');
  if (neighbours.rows !== rows.rows) {
    throw new RangeError(`neighbours of ${rows.rows} rows, got those of ${neighbours.rows}`);
  }
  const joined = Uint32Array.from(neighbours.counts.keys()).filter(
    (row) => neighbours.counts[row]! > 0,
  );
  const { positions, isPlaced } = earlierPositions(rows.rows, previous);
  const held = joined.filter((row) => isPlaced[row]).length;
  const task = { rows, graph: fuzzyGraph(neighbours), joined, seed };
  if (held * 2 >= Math.max(1, joined.length)) extendMap(positions, isPlaced, task);
  else drawMap(positions, isPlaced, task);
  setApart(positions, isPlaced, { joined, seed });
  keepInside(positions);
  return positions;
}

function earlierPositions(
  rows: number,
  previous: MapOptions['previous'],
): { positions: DenseMatrix; isPlaced: Uint8Array } {
  const positions = zeros(rows, 2);
  const isPlaced = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const position = previous?.(row) ?? null;
    if (position === null) continue;
    if (!position.every(Number.isFinite)) {
      throw new RangeError(`row ${row}: expected a finite position, got ${position.join(', ')}`);
    }
    positions.values.set(position, row * 2);
    isPlaced[row] = 1;
  }
  return { positions, isPlaced };
}

/** More passes where they cost little, fewer where there are many edges. */
function affordableEpochs({ weights }: WeightedGraph): number {
  return Math.max(200, Math.min(1000, Math.floor(3e7 / weights.length)));
}

/** Lays out all rows anew, and fits them into the square. */
function drawMap(
  positions: DenseMatrix,
  isPlaced: Uint8Array,
  { rows, graph, joined, seed }: LayoutTask,
): void {
  const layout = startOnPlane(rows, seed);
  const mobility = new Float64Array(rows.rows).fill(1);
  const epochs = affordableEpochs(graph);
  layoutGraph(layout, graph, { epochs, seed, mobility, repelling: joined });
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  const each = (visit: (at: number, axis: number) => void) => {
    for (const row of joined) for (const axis of [0, 1]) visit(row * 2 + axis, axis);
  };
  each((at, axis) => {
    low[axis] = Math.min(low[axis]!, layout.values[at]!);
    high[axis] = Math.max(high[axis]!, layout.values[at]!);
  });
  const extent = Math.max(high[0]! - low[0]!, high[1]! - low[1]!);
  const scale = extent > 0 ? (1 - 2 * MARGIN) / extent : 0;
  each((at, axis) => {
    positions.values[at] = 0.5 + (layout.values[at]! - (low[axis]! + high[axis]!) / 2) * scale;
  });
  for (const row of joined) isPlaced[row] = 1;
}

/** Lays out the new rows among those that were there, in the frame of these. */
function extendMap(
  positions: DenseMatrix,
  isPlaced: Uint8Array,
  { rows, graph, joined, seed }: LayoutTask,
): void {
  const scale = SETTLED_EDGE / meanEdge(positions, isPlaced, graph);
  for (let at = 0; at < positions.values.length; at++) positions.values[at]! *= scale;
  const mobility = Float64Array.from(isPlaced, (placed) => (placed ? HELD : 1));
  placeByNeighbours(positions, isPlaced, { rows, graph, joined, seed });
  const epochs = affordableEpochs(graph);
  layoutGraph(positions, graph, { epochs, seed, mobility, repelling: joined });
  for (let at = 0; at < positions.values.length; at++) positions.values[at]! /= scale;
}

/** The mean length of the edges between placed rows, by weight. */
function meanEdge(
  { values }: DenseMatrix,
  isPlaced: Uint8Array,
  { heads, tails, weights }: WeightedGraph,
): number {
  let length = 0;
  let total = 0;
  for (let edge = 0; edge < weights.length; edge++) {
    const [head, tail] = [heads[edge]!, tails[edge]!];
    if (!isPlaced[head] || !isPlaced[tail]) continue;
    const x = values[head * 2]! - values[tail * 2]!;
    const y = values[head * 2 + 1]! - values[tail * 2 + 1]!;
    length += weights[edge]! * Math.hypot(x, y);
    total += weights[edge]!;
  }
  return length > 0 ? Math.max(LEAST_EDGE, length / total) : USUAL_EDGE;
}

/** Places rows without neighbours in a corner; in the middle, where no row has any. */
function setApart(
  { values }: DenseMatrix,
  isPlaced: Uint8Array,
  { joined, seed }: { readonly joined: Uint32Array; readonly seed: number },
): void {
  const generator = new RandomNumbers(seed);
  const middle = joined.length > 0 ? MARGIN / 2 : 0.5;
  isPlaced.forEach((placed, row) => {
    if (placed) return;
    for (const axis of [0, 1]) {
      values[row * 2 + axis] = middle + (MARGIN / 2) * (generator.getFloat() - 0.5);
    }
  });
}

/** Shrinks a map that has grown beyond the unit square about its middle, until all lies inside. */
function keepInside({ values }: DenseMatrix): void {
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value - 0.5)), 0);
  if (reach <= 0.5) return;
  for (let at = 0; at < values.length; at++) values[at] = 0.5 + ((values[at]! - 0.5) * 0.5) / reach;
}
