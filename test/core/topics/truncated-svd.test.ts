import fc from 'fast-check';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { truncatedSvd } from '../../../src/core/topics/truncated-svd.ts';
import { gramOf, rowsOf, sparse } from './matrices.ts';

const DENSE = [
  [4, 0, 1, 0],
  [1, 3, 0, 2],
  [0, 1, 5, 0],
  [2, 0, 0, 1],
  [0, 7, 1, 1],
];

function expectClose(actual: readonly number[], expected: readonly number[], digits = 4): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, digits);
  });
}

describe('truncatedSvd(matrix, rank, options)', () => {
  it('finds the magnitudes of a diagonal, descending, each with its own row', () => {
    const { scores, singularValues } = truncatedSvd(
      sparse([
        [1, 0, 0],
        [0, -3, 0],
        [0, 0, 2],
      ]),
      3,
      { seed: 1 },
    );
    expectClose([...singularValues], [3, 2, 1]);
    expectClose(rowsOf(scores).flat(), [0, 0, 1, 3, 0, 0, 0, 2, 0]);
  });

  it('finds the singular values of a 2 × 2 matrix', () => {
    // AᵀA = [25 20; 20 25] has the eigenvalues 45 and 5.
    const { singularValues } = truncatedSvd(
      sparse([
        [3, 0],
        [4, 5],
      ]),
      2,
      { seed: 1 },
    );
    expectClose([...singularValues], [6.708203932499369, 2.23606797749979]);
  });

  it('has one component for a matrix of rank 1', () => {
    // (1, 2, 2)ᵀ (3, 4) has the singular value 3 · 5 and the scores 5 · (1, 2, 2).
    const { scores, singularValues } = truncatedSvd(
      sparse([
        [3, 4],
        [6, 8],
        [6, 8],
      ]),
      2,
      { seed: 1 },
    );
    expectClose([...singularValues], [15]);
    expectClose([...scores.values], [5, 10, 10]);
  });

  it.each([1, 2, 4])('agrees with the full decomposition at rank %i', (rank) => {
    const full = new SingularValueDecomposition(new Matrix(DENSE));
    const { scores, singularValues } = truncatedSvd(sparse(DENSE), rank, { seed: 7 });
    expectClose([...singularValues], full.diagonal.slice(0, rank));
    const left = full.leftSingularVectors.to2DArray();
    const expected = left.map((row) => row.slice(0, rank).map((u, i) => u * full.diagonal[i]!));
    expectClose(gramOf(rowsOf(scores)).flat(), gramOf(expected).flat());
  });

  it('keeps the inner products of all rows at full rank', () => {
    const value = fc.oneof(fc.constant(0), fc.integer({ min: -9, max: 9 }));
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, cols]) => {
        const row = fc.array(value, { minLength: cols, maxLength: cols });
        return fc.array(row, { minLength: rows, maxLength: rows });
      });
    fc.assert(
      fc.property(matrix, fc.integer(), (rows, seed) => {
        const { scores } = truncatedSvd(sparse(rows), 6, { seed });
        expectClose(gramOf(rowsOf(scores)).flat(), gramOf(rows).flat(), 2);
      }),
    );
  });

  it('has orthogonal components, the length of each its singular value', () => {
    const { scores, singularValues } = truncatedSvd(sparse(DENSE), 3, { seed: 1 });
    const components = new Matrix(rowsOf(scores)).transpose().to2DArray();
    const [a, b, c] = [...singularValues].map((value) => value ** 2) as [number, number, number];
    expectClose(gramOf(components).flat(), [a, 0, 0, 0, b, 0, 0, 0, c]);
  });

  it('makes the largest score of each component positive', () => {
    const { scores } = truncatedSvd(sparse(DENSE.map((row) => row.map((value) => -value))), 4, {
      seed: 3,
    });
    for (const component of new Matrix(rowsOf(scores)).transpose().to2DArray()) {
      const largest = component.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
      expect(largest).toBeGreaterThan(0);
    }
  });

  it('gives the same bytes for the same seed, and the same numbers for another', () => {
    const first = truncatedSvd(sparse(DENSE), 3, { seed: 5 });
    expect(truncatedSvd(sparse(DENSE), 3, { seed: 5 })).toEqual(first);
    expectClose(
      [...truncatedSvd(sparse(DENSE), 3, { seed: 6 }).scores.values],
      [...first.scores.values],
    );
  });

  it('has no more components than the matrix has rows, columns or rank', () => {
    expect(truncatedSvd(sparse(DENSE), 100, { seed: 1 }).scores).toMatchObject({
      rows: 5,
      cols: 4,
    });
    expect(truncatedSvd(sparse([[1, 1, 1]]), 100, { seed: 1 }).scores).toMatchObject({
      rows: 1,
      cols: 1,
    });
    expect(
      truncatedSvd(
        sparse([
          [0, 0],
          [0, 0],
        ]),
        2,
        { seed: 1 },
      ).scores,
    ).toMatchObject({ rows: 2, cols: 0 });
  });

  it('has right singular vectors that give the scores back from the matrix', () => {
    const { scores, singularValues, rightVectors } = truncatedSvd(sparse(DENSE), 3, { seed: 1 });
    expect(rightVectors).toMatchObject({ rows: 4, cols: 3 });
    const right = new Matrix(rowsOf(rightVectors));
    expectClose(right.transpose().mmul(right).to1DArray(), [1, 0, 0, 0, 1, 0, 0, 0, 1]);
    expectClose(new Matrix(DENSE).mmul(right).to1DArray(), [...scores.values]);
    expect(singularValues).toHaveLength(3);
  });

  it('finds the leading components of a matrix with more of them than it keeps', () => {
    const rows = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 40 }, (_, j) => ((i * 37 + j * 53 + i * j) % 11) ** 2 % 7),
    );
    const full = new SingularValueDecomposition(new Matrix(rows));
    for (const seed of [1, 2]) {
      const { singularValues } = truncatedSvd(sparse(rows), 3, { seed });
      singularValues.forEach((value, i) => {
        expect(value / full.diagonal[i]!).toBeCloseTo(1, 3);
      });
    }
  });

  it('gives the same bytes in any number of threads', () => {
    const rows = Array.from({ length: 700 }, (_, i) =>
      Array.from({ length: 90 }, (_, j) => ((i * 37 + j * 53 + i * j) % 11) ** 2 % 7),
    );
    const [one, ...others] = [1, 2, 3].map((threads) =>
      truncatedSvd(sparse(rows), 20, { seed: 1, threads }),
    );
    for (const other of others) expect(other).toEqual(one);
  });

  it('ends with numbers where rounding is all that lies below a few components', () => {
    const rows = Array.from({ length: 230 }, (_, i) =>
      Array.from({ length: 300 }, (_, j) =>
        (i * 37 + j * 53 + i * j) % 11 < 3 ? ((i * 7 + j * 5) % 9) + 1 : 0,
      ),
    );
    for (let seed = 0; seed < 12; seed++) {
      const { singularValues } = truncatedSvd(sparse(rows), 22, { seed });
      expect([...singularValues].every(Number.isFinite)).toBe(true);
    }
  });

  it('finds nothing in a matrix of zeros', () => {
    const rows = Array.from({ length: 20 }, () => Array<number>(15).fill(0));
    expect(truncatedSvd(sparse(rows), 1, { seed: 1 }).scores).toMatchObject({ rows: 20, cols: 0 });
  });

  it('throws RangeError for a rank below 1', () => {
    for (const rank of [0, -1, NaN]) {
      expect(() => truncatedSvd(sparse(DENSE), rank, { seed: 1 })).toThrow(RangeError);
    }
  });
});
