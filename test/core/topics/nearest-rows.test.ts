import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NearestRows, nearestRows } from '../../../src/core/topics/nearest-rows.ts';
import { RandomNumbers } from '../../../src/core/topics/random-numbers.ts';
import { type DenseMatrix, normalizeRows, zeros } from '../../../src/core/topics/sparse-matrix.ts';
import { dense, gramOf, rowsOf } from './matrices.ts';

const unit = (rows: readonly (readonly number[])[]) => normalizeRows(dense(rows));

/** The neighbours of each row. */
function neighboursOf({ rows, most, counts, indices }: NearestRows): number[][] {
  return Array.from({ length: rows }, (_, row) => [
    ...indices.subarray(row * most, row * most + counts[row]!),
  ]);
}

/** Unit rows around as many centres, at random. */
function scatter(rows: number, cols: number, centres: number): DenseMatrix {
  const generator = new RandomNumbers(5);
  const matrix = zeros(rows, cols);
  const centre = zeros(centres, cols).values.map(() => generator.getFloat() - 0.5);
  for (let i = 0; i < matrix.values.length; i++) {
    const col = i % cols;
    const from = (Math.floor(i / cols) % centres) * cols;
    matrix.values[i] = centre[from + col]! + generator.getFloat() - 0.5;
  }
  return normalizeRows(matrix);
}

/** The part of the true neighbours of every 20th row that were found. */
function recallOf(found: NearestRows, rows: DenseMatrix): number {
  const most = 8;
  const neighbours = neighboursOf(found);
  const vectors = rowsOf(rows);
  const sampled = vectors.map((_, row) => row).filter((row) => row % 20 === 0);
  const hits = sampled.map((row) => {
    const cosines = vectors.map((other) => other.reduce((a, x, i) => a + x * vectors[row]![i]!, 0));
    cosines[row] = -2;
    const least = [...cosines].sort((a, b) => b - a)[most - 1]!;
    return neighbours[row]!.filter((other) => cosines[other]! >= least - 1e-12).length;
  });
  return hits.reduce((a, b) => a + b) / (sampled.length * most);
}

const someRows = fc.array(
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 5, maxLength: 5 }),
  { minLength: 1, maxLength: 12 },
);

describe('nearestRows(rows, most, options)', () => {
  it('finds those of greatest cosine, the nearest first', () => {
    // (24, 7)/25 by (5, 12)/13: (120 + 84)/325.
    const rows = unit([[1, 0], [0, 1], [24, 7], [5, 12]]); // prettier-ignore
    const found = nearestRows(rows, 2, { seed: 1 });
    expect(neighboursOf(found)).toEqual([
      [2, 3],
      [3, 2],
      [0, 3],
      [1, 2],
    ]);
    const scores = [24 / 25, 5 / 13, 12 / 13, 7 / 25, 24 / 25, 204 / 325, 12 / 13, 204 / 325];
    scores.forEach((score, at) => expect(found.scores[at]).toBeCloseTo(score, 6));
  });

  it('takes the earlier of rows that are equally near', () => {
    const found = nearestRows(unit([[1, 1], [1, 0], [1, 0], [1, 0], [1, 1]]), 3, { seed: 1 }); // prettier-ignore
    expect(neighboursOf(found)).toEqual([
      [4, 1, 2],
      [2, 3, 0],
      [1, 3, 0],
      [1, 2, 0],
      [0, 1, 2],
    ]);
  });

  it('finds as many as comparing all with all, and their cosines', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 0, max: 14 }), (data, most) => {
        const rows = unit(data);
        const cosines = gramOf(rowsOf(rows));
        const isFilled = (row: number) => data[row]!.some((value) => value !== 0);
        const found = nearestRows(rows, most, { seed: 1 });
        neighboursOf(found).forEach((neighbours, row) => {
          const others = cosines[row]!.filter(
            (_, other) => other !== row && isFilled(row) && isFilled(other),
          );
          const greatest = others.sort((a, b) => b - a).slice(0, most);
          expect(neighbours).toHaveLength(greatest.length);
          expect(new Set([row, ...neighbours]).size).toBe(neighbours.length + 1);
          greatest.forEach((cosine, rank) => {
            expect(found.scores[row * most + rank]).toBeCloseTo(cosine, 6);
            expect(cosines[row]![neighbours[rank]!]).toBeCloseTo(cosine, 6);
          });
        });
      }),
    );
  });

  it('has none for a row of zeros, nor that row for others', () => {
    const found = nearestRows(unit([[1, 0], [0, 0], [1, 0]]), 5, { seed: 1 }); // prettier-ignore
    expect(neighboursOf(found)).toEqual([[2], [], [0]]);
  });

  it('has none where there is no other row, no row, or none is asked for', () => {
    expect(neighboursOf(nearestRows(unit([[1, 0]]), 5, { seed: 1 }))).toEqual([[]]);
    expect(neighboursOf(nearestRows(zeros(0, 3), 5, { seed: 1 }))).toEqual([]);
    expect(neighboursOf(nearestRows(unit([[1], [1]]), 0, { seed: 1 }))).toEqual([[], []]);
  });

  it('finds 95 % of the neighbours and more in a collection too large to compare all', () => {
    const rows = scatter(4000, 12, 30);
    const found = nearestRows(rows, 8, { seed: 1 });
    expect(found.counts.every((count) => count === 8)).toBe(true);
    expect(recallOf(found, rows)).toBeGreaterThan(0.95);
    for (let at = 0; at < found.scores.length; at++) {
      if (at % 8 > 0) expect(found.scores[at]! <= found.scores[at - 1]!).toBe(true);
    }
  });

  it('gives the same neighbours for the same seed', () => {
    const rows = scatter(2500, 6, 10);
    expect(nearestRows(rows, 4, { seed: 3 })).toEqual(nearestRows(rows, 4, { seed: 3 }));
  });

  it('gives every row of a large collection neighbours, even where most are equal or zeros', () => {
    const equal = dense(Array.from({ length: 3000 }, (_, i) => [1, i < 5 ? i : 0, 0]));
    const found = nearestRows(normalizeRows(equal), 3, { seed: 1 });
    expect(found.counts.every((count) => count === 3)).toBe(true);
    expect(neighboursOf(found)[2999]).toEqual([0, 5, 6]);
    expect(neighboursOf(found)[5]).toEqual([0, 6, 7]);
    const few = dense(Array.from({ length: 3000 }, (_, i) => [i % 1000 === 0 ? 1 : 0]));
    expect(neighboursOf(nearestRows(few, 3, { seed: 1 }))[2000]).toEqual([0, 1000]);
  });

  it.each([-1, 1.5, NaN])('throws RangeError for %d neighbours', (most) => {
    expect(() => nearestRows(unit([[1], [1]]), most, { seed: 1 })).toThrow(RangeError);
  });
});
