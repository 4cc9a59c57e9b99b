import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relatedPapers } from '../../../src/core/topics/related-papers.ts';
import { gramOf, sparse } from './matrices.ts';

function unitRows(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row) => {
    const length = Math.hypot(...row);
    return row.map((value) => (length === 0 ? 0 : value / length));
  });
}

const someRows = fc.array(
  fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9 })), {
    minLength: 6,
    maxLength: 6,
  }),
  { minLength: 1, maxLength: 10 },
);

describe('relatedPapers(matrix, most, sharedMost)', () => {
  it('finds those of greatest cosine, as comparing all with all does', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 4 }), (data, most) => {
        const rows = unitRows(data);
        const cosines = gramOf(rows);
        relatedPapers(sparse(rows), most, 6).forEach((related, row) => {
          const greatest = cosines[row]!.filter((cosine, other) => other !== row && cosine > 0)
            .sort((a, b) => b - a)
            .slice(0, most);
          expect(related).toHaveLength(greatest.length);
          related.forEach((other, rank) => {
            expect(other.row).not.toBe(row);
            expect(other.score).toBeLessThanOrEqual(1);
            expect(other.score).toBeCloseTo(cosines[row]![other.row]!, 6);
            expect(other.score).toBeCloseTo(greatest[rank]!, 6);
          });
        });
      }),
    );
  });

  it('names the shared columns, those that add most first, of equal ones the earlier', () => {
    // (2, 1, 2, 0)/3 by (1, 2, 2, 0)/3 adds 2/9, 2/9 and 4/9: the cosine is 8/9.
    const rows = unitRows([
      [2, 1, 2, 0],
      [1, 2, 2, 0],
    ]);
    const [[first]] = relatedPapers(sparse(rows), 3, 9) as [[{ score: number }], unknown];
    expect(first).toEqual({ row: 1, score: expect.closeTo(8 / 9, 6), sharedColumns: [2, 0, 1] });
    expect(relatedPapers(sparse(rows), 3, 1)[0]![0]!.sharedColumns).toEqual([2]);
  });

  it('takes the earlier of rows that are equally near', () => {
    const rows = unitRows([
      [1, 1],
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
    const nearest = relatedPapers(sparse(rows), 3, 1).map((near) => near.map(({ row }) => row));
    expect(nearest).toEqual([
      [4, 1, 2],
      [2, 3, 0],
      [1, 3, 0],
      [1, 2, 0],
      [0, 1, 2],
    ]);
  });

  it('has none for a row of zeros, nor that row for others', () => {
    const related = relatedPapers(
      sparse([
        [1, 0],
        [0, 0],
        [1, 0],
      ]),
      5,
      5,
    );
    expect(related[1]).toEqual([]);
    expect(related[0]).toEqual([{ row: 2, score: 1, sharedColumns: [0] }]);
  });

  it('has none where nothing is shared, or where none is asked for', () => {
    expect(
      relatedPapers(
        sparse([
          [1, 0],
          [0, 1],
        ]),
        5,
        5,
      ),
    ).toEqual([[], []]);
    expect(
      relatedPapers(
        sparse([
          [1, 0],
          [1, 0],
        ]),
        0,
        5,
      ),
    ).toEqual([[], []]);
  });
});
