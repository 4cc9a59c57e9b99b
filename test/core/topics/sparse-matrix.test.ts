import { describe, expect, it } from 'vitest';
import {
  multiply,
  multiplyTransposed,
  normalizeRows,
  scaleToUnit,
  zeros,
} from '../../../src/core/topics/sparse-matrix.ts';
import { dense, sparse } from './matrices.ts';

//     [1 0 2]
// A = [0 0 0]
const A = sparse([
  [1, 0, 2],
  [0, 0, 0],
]);

describe('zeros(rows, cols)', () => {
  it('has rows × cols zeros', () => {
    expect(zeros(2, 3)).toEqual(
      dense([
        [0, 0, 0],
        [0, 0, 0],
      ]),
    );
  });
});

describe('multiply(sparse, dense)', () => {
  it('multiplies rows by columns', () => {
    // Row 0: 1·(1, 2) + 2·(5, 6) = (11, 14).
    expect(
      multiply(
        A,
        dense([
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
      ),
    ).toEqual(
      dense([
        [11, 14],
        [0, 0],
      ]),
    );
  });

  it('throws RangeError where the inner dimensions differ', () => {
    expect(() => multiply(A, zeros(2, 2))).toThrow(RangeError);
  });
});

describe('multiplyTransposed(sparse, dense)', () => {
  it('multiplies columns by columns', () => {
    // Aᵀ is 3 × 2: rows (1, 0), (0, 0) and (2, 0), by the rows (5, 6) and (7, 8).
    expect(
      multiplyTransposed(
        A,
        dense([
          [5, 6],
          [7, 8],
        ]),
      ),
    ).toEqual(
      dense([
        [5, 6],
        [0, 0],
        [10, 12],
      ]),
    );
  });

  it('throws RangeError where the numbers of rows differ', () => {
    expect(() => multiplyTransposed(A, zeros(3, 2))).toThrow(RangeError);
  });
});

describe('normalizeRows(matrix)', () => {
  it('scales each row to length 1 in place and leaves a row of zeros', () => {
    const matrix = dense([
      [3, 4],
      [0, 0],
      [0, -2],
    ]);
    expect(normalizeRows(matrix)).toBe(matrix);
    // (3, 4) has length 5.
    [0.6, 0.8, 0, 0, 0, -1].forEach((value, i) => {
      expect(matrix.values[i]).toBeCloseTo(value, 15);
    });
  });
});

describe('scaleToUnit(vector)', () => {
  it('divides by the length, and leaves zeros and an empty vector', () => {
    const vectors = [[2, 3, 6], [0, 0], []].map((values) => Float64Array.from(values));
    vectors.forEach(scaleToUnit);
    // 4 + 9 + 36 = 7².
    [2 / 7, 3 / 7, 6 / 7].forEach((value, i) => {
      expect(vectors[0]![i]).toBeCloseTo(value, 15);
    });
    expect(vectors.slice(1)).toEqual([new Float64Array(2), new Float64Array(0)]);
  });
});
