import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestRows } from '../../../src/core/topics/nearest-rows.ts';
import {
  type RelatedPaper,
  relatedPapers,
  relatedTo,
} from '../../../src/core/topics/related-papers.ts';
import { RandomNumbers } from '../../../src/core/topics/random-numbers.ts';
import { dense, gramOf, sparse } from './matrices.ts';

type Rows = readonly (readonly number[])[];

function unitRows(rows: Rows): number[][] {
  return rows.map((row) => {
    const length = Math.hypot(...row);
    return row.map((value) => (length === 0 ? 0 : value / length));
  });
}

/** Related papers of unit rows of terms and unit rows in the reduced space; all are candidates. */
function related(terms: Rows, reduced: Rows, most: number, sharedMost: number): RelatedPaper[][] {
  const rows = dense(reduced);
  const near = nearestRows(rows, terms.length, { seed: 1 });
  const lists = relatedPapers(sparse(terms), rows, near, { most, sharedMost });
  return terms.map((_, row) => relatedTo(lists, row));
}

const rowsOf = (papers: readonly RelatedPaper[][]) => papers.map((list) => list.map((p) => p.row));

const someRows = fc.array(
  fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9 })), {
    minLength: 6,
    maxLength: 6,
  }),
  { minLength: 1, maxLength: 10 },
);

describe('relatedPapers(matrix, rows, near, options)', () => {
  it('finds those of greatest score, as comparing all with all does', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 4 }), (data, most) => {
        const terms = unitRows(data);
        const reduced = unitRows(data.map(([a, b, c, d]) => [a! + b!, c! - d!]));
        const [byTerms, byTheme] = [gramOf(terms), gramOf(reduced)];
        const scores = byTerms.map((row, i) =>
          row.map((value, j) => 0.65 * value + 0.35 * byTheme[i]![j]!),
        );
        related(terms, reduced, most, 6).forEach((list, row) => {
          const greatest = scores[row]!.filter((score, other) => other !== row && score > 1e-6)
            .sort((a, b) => b - a)
            .slice(0, most);
          expect(list).toHaveLength(greatest.length);
          list.forEach((other, rank) => {
            expect(other.row).not.toBe(row);
            expect(other.score).toBeLessThanOrEqual(1);
            expect(other.score).toBeCloseTo(scores[row]![other.row]!, 6);
            expect(other.score).toBeCloseTo(greatest[rank]!, 6);
          });
        });
      }),
    );
  });

  it('weighs words by 0.65 and theme by 0.35', () => {
    // Cosines with row 0: words 0.6 and theme 0.8 of row 1, words 0.8 and theme 0 of row 2.
    const terms = [
      [1, 0, 0],
      [0.6, 0.8, 0],
      [0.8, 0, 0.6],
    ];
    const reduced = [
      [1, 0],
      [0.8, 0.6],
      [0, 1],
    ];
    const [first] = related(terms, reduced, 3, 0);
    expect(first).toEqual([
      { row: 1, score: expect.closeTo(0.67, 6) as number, shared: [] },
      { row: 2, score: expect.closeTo(0.52, 6) as number, shared: [] },
    ]);
  });

  it('finds a paper of a rare common term that is not near in the reduced space', () => {
    const near = nearestRows(dense([[1], [1]]), 0, { seed: 1 });
    const terms = sparse([[1], [1]]);
    const rows = dense([[1], [1]]);
    const lists = relatedPapers(terms, rows, near, { most: 1, sharedMost: 0 });
    expect(rowsOf([relatedTo(lists, 0), relatedTo(lists, 1)])).toEqual([[1], [0]]);
  });

  it('names the shared terms with what they add, those that add most first, of equal ones the earlier', () => {
    // (2, 1, 2, 0)/3 by (1, 2, 2, 0)/3 adds 2/9, 2/9 and 4/9 to a cosine of 8/9, and 0.65 of that to the score.
    const terms = unitRows([
      [2, 1, 2, 0],
      [1, 2, 2, 0],
    ]);
    const [first] = related(terms, terms, 3, 9);
    expect(first![0]!.score).toBeCloseTo(8 / 9, 6);
    expect(first![0]!.shared.map(({ column }) => column)).toEqual([2, 0, 1]);
    [4 / 9, 2 / 9, 2 / 9].forEach((part, i) => {
      expect(first![0]!.shared[i]!.share).toBeCloseTo(0.65 * part, 6);
    });
    expect(related(terms, terms, 3, 1)[0]![0]!.shared.map(({ column }) => column)).toEqual([2]);
  });

  it('takes the earlier of rows that are equally near', () => {
    const rows = unitRows([
      [1, 1],
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(rowsOf(related(rows, rows, 3, 1))).toEqual([
      [4, 1, 2],
      [2, 3, 0],
      [1, 3, 0],
      [1, 2, 0],
      [0, 1, 2],
    ]);
  });

  it('has none for a row of zeros, nor that row for others', () => {
    const rows = [
      [1, 0],
      [0, 0],
      [1, 0],
    ];
    const [first, second] = related(rows, rows, 5, 5);
    expect(second).toEqual([]);
    expect(first).toEqual([{ row: 2, score: 1, shared: [{ column: 0, share: 0.65 }] }]);
  });

  it('gives the same in any number of threads', () => {
    const random = new RandomNumbers(1);
    const some = Array.from({ length: 300 }, () =>
      Array.from({ length: 40 }, () => (random.getFloat() < 0.2 ? random.getFloat() : 0)),
    );
    const terms = sparse(unitRows(some));
    const rows = dense(unitRows(some.map((row) => row.slice(0, 12))));
    const near = nearestRows(rows, 12, { seed: 1 });
    const [alone, ...others] = [1, 2, 3].map((threads) =>
      relatedPapers(terms, rows, near, { most: 5, sharedMost: 4, threads }),
    );
    expect(Math.max(...alone!.counts)).toBe(5);
    for (const other of others) expect(other).toEqual(alone);
  });

  it('has none where nothing is shared, or where none is asked for', () => {
    const apart = [
      [1, 0],
      [0, 1],
    ];
    expect(related(apart, apart, 5, 5)).toEqual([[], []]);
    const same = [
      [1, 0],
      [1, 0],
    ];
    expect(related(same, same, 0, 5)).toEqual([[], []]);
  });
});
