import { describe, expect, it } from 'vitest';
import { mapPapers, type MapOptions } from '../../../src/core/topics/map-papers.ts';
import { nearestRows } from '../../../src/core/topics/nearest-rows.ts';
import { principalPlane } from '../../../src/core/topics/principal-plane.ts';
import { RandomNumbers } from '../../../src/core/topics/random-numbers.ts';
import { type DenseMatrix, normalizeRows, zeros } from '../../../src/core/topics/sparse-matrix.ts';
import { trustworthiness } from './trustworthiness.ts';
import { dense, rowsOf } from './matrices.ts';

const COLS = 10;
const TOPICS = 6;

/** Unit rows of six topics in turn. */
function papers(count: number, spread = 0.7): DenseMatrix {
  const generator = new RandomNumbers(4);
  const centres = zeros(TOPICS, COLS).values.map(() => generator.getFloat() - 0.5);
  const rows = zeros(count, COLS);
  for (let at = 0; at < rows.values.length; at++) {
    const topic = Math.floor(at / COLS) % TOPICS;
    rows.values[at] = centres[topic * COLS + (at % COLS)]! + spread * (generator.getFloat() - 0.5);
  }
  return normalizeRows(rows);
}

function map(rows: DenseMatrix, options: MapOptions = { seed: 1 }): DenseMatrix {
  return mapPapers(rows, nearestRows(rows, 15, { seed: 1 }), options);
}

const firstRows = ({ cols, values }: DenseMatrix, rows: number): DenseMatrix => ({
  rows,
  cols,
  values: values.slice(0, rows * cols),
});

const positionIn =
  ({ rows, values }: DenseMatrix) =>
  (row: number): [number, number] | null =>
    row < rows ? [values[row * 2]!, values[row * 2 + 1]!] : null;

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('mapPapers(rows, neighbours, options)', () => {
  it('keeps neighbours together, far better than a projection', () => {
    const rows = papers(400);
    const trust = trustworthiness(rows, map(rows), 10);
    expect(trust).toBeGreaterThan(0.9);
    expect(trust).toBeGreaterThan(trustworthiness(rows, principalPlane(rows, 1), 10) + 0.05);
  });

  it('makes regions of topics: the nearest on the map is of the same topic', () => {
    const positions = rowsOf(map(papers(300, 0.4)));
    const same = positions.filter((position, row) => {
      const distances = positions.map((other, at) => (at === row ? 9 : distance(position, other)));
      return distances.indexOf(Math.min(...distances)) % TOPICS === row % TOPICS;
    });
    expect(same.length).toBeGreaterThan(0.97 * 300);
  });

  it('fills 0.05 to 0.95 along the longer side, and is centred along the other', () => {
    const positions = rowsOf(map(papers(200)));
    const sides = [0, 1].map((axis) => {
      const values = positions.map((position) => position[axis]!);
      return [Math.min(...values), Math.max(...values)] as const;
    });
    expect(Math.max(...sides.map(([low, high]) => high - low))).toBeCloseTo(0.9, 6);
    for (const [low, high] of sides) expect((low + high) / 2).toBeCloseTo(0.5, 6);
  });

  it('gives the same map for the same seed, and another for another', () => {
    const rows = papers(150);
    expect(map(rows)).toEqual(map(rows));
    expect(map(rows, { seed: 2 })).not.toEqual(map(rows));
  });

  it('moves papers of an earlier map by less than 2 % of its width, and puts new ones among theirs', () => {
    const rows = papers(440);
    const earlier = map(firstRows(rows, 400));
    const grown = map(rows, { seed: 1, previous: positionIn(earlier) });
    const [before, after] = [rowsOf(earlier), rowsOf(grown)];
    const moved = before.map((position, row) => distance(position, after[row]!));
    expect(mean(moved)).toBeLessThan(0.02 * 0.9);
    expect(trustworthiness(rows, grown, 10)).toBeGreaterThan(
      trustworthiness(firstRows(rows, 400), earlier, 10) - 0.02,
    );
  });

  it('draws a new map where fewer than half of the papers were on the earlier one', () => {
    const rows = papers(200);
    const earlier = map(firstRows(rows, 90));
    expect(map(rows, { seed: 1, previous: positionIn(earlier) })).toEqual(map(rows));
  });

  it('finds a place for new papers that nothing joins to the earlier ones', () => {
    // The last 20 are near each other alone.
    const rows = zeros(60, 4);
    for (let row = 0; row < 60; row++) {
      rows.values.set(row < 40 ? [9, row % 7, 0, 0] : [0, 1, 9, row % 5], row * 4);
    }
    normalizeRows(rows);
    const earlier = map(firstRows(rows, 40));
    const grown = map(rows, { seed: 1, previous: positionIn(earlier) });
    expect(grown.values.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it('shrinks a map that reaches beyond the square about its middle', () => {
    // The earlier positions reach from -0.5 to 1.5.
    const rows = papers(60);
    const earlier = map(rows);
    const wide = { ...earlier, values: earlier.values.map((value) => 0.5 + (value - 0.5) / 0.45) };
    const again = rowsOf(map(rows, { seed: 1, previous: positionIn(wide) }));
    const beyond = again.flat().filter((value) => value <= 0 || value >= 1);
    expect(again.flat().every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(beyond.length).toBeLessThanOrEqual(2);
  });

  it('sets papers without words apart in a corner', () => {
    const rows = papers(100);
    rows.values.fill(0, 40 * COLS, 42 * COLS);
    const positions = rowsOf(map(rows));
    for (const row of [40, 41]) expect(Math.max(...positions[row]!)).toBeLessThan(0.05);
    expect(mean(positions.map(([x]) => x!))).toBeGreaterThan(0.2);
  });

  it.each([
    ['one row', [[1, 0]]],
    ['two rows', [[1, 0], [0, 1]]], // prettier-ignore
    ['three rows', [[1, 0], [0, 1], [1, 1]]], // prettier-ignore
    ['equal rows', Array.from({ length: 30 }, () => [1, 1])],
    ['rows of zeros', Array.from({ length: 5 }, () => [0, 0])],
    ['one row beside zeros', [[0, 0], [3, 4], [0, 0]]], // prettier-ignore
  ])('stays within the unit square for %s', (_, data) => {
    const { rows, cols, values } = map(normalizeRows(dense(data)));
    expect([rows, cols]).toEqual([data.length, 2]);
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it('keeps equal papers where they were', () => {
    const rows = normalizeRows(dense(Array.from({ length: 12 }, () => [1, 1])));
    const previous = () => [0.25, 0.5] as const;
    for (const position of rowsOf(map(rows, { seed: 1, previous }))) {
      expect(distance(position, [0.25, 0.5])).toBeLessThan(0.05);
    }
  });

  it('throws RangeError for no rows, for neighbours of others, and for a broken position', () => {
    const rows = papers(3);
    expect(() => map(zeros(0, 2))).toThrow(RangeError);
    expect(() => mapPapers(rows, nearestRows(papers(4), 2, { seed: 1 }), { seed: 1 })).toThrow(
      RangeError,
    );
    expect(() => map(rows, { seed: 1, previous: () => [NaN, 0] })).toThrow(RangeError);
  });
});
