import { describe, expect, it } from 'vitest';
import {
  normalizeRows,
  scaleToUnit,
  transpose,
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

describe('transpose(matrix)', () => {
  it('makes columns of rows, their entries in ascending order', () => {
    const matrix = sparse([
      [1, 0, 2],
      [0, 0, 0],
      [3, 0, 4],
    ]);
    expect(transpose(matrix)).toEqual(
      sparse([
        [1, 0, 3],
        [0, 0, 0],
        [2, 0, 4],
      ]),
    );
    expect(transpose(transpose(A))).toEqual(A);
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
      expect(matrix.values[i]).toBeCloseTo(value, 6);
    });
  });
});

describe('scaleToUnit(vector)', () => {
  it('divides by the length, and leaves zeros and an empty vector', () => {
    const vectors = [[2, 3, 6], [0, 0], []].map((values) => Float32Array.from(values));
    vectors.forEach(scaleToUnit);
    // 4 + 9 + 36 = 7².
    [2 / 7, 3 / 7, 6 / 7].forEach((value, i) => {
      expect(vectors[0]![i]).toBeCloseTo(value, 6);
    });
    expect(vectors.slice(1)).toEqual([new Float32Array(2), new Float32Array(0)]);
  });
});
