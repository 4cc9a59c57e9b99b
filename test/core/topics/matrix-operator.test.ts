import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MatrixOperator } from '../../../src/core/topics/matrix-operator.ts';
import { dense, productOf, sparse } from './matrices.ts';

const matrixOf = (rows: number, cols: number) => {
  const value = fc.oneof(fc.constant(0), fc.integer({ min: -9, max: 9 }));
  const row = fc.array(value, { minLength: cols, maxLength: cols });
  return fc.array(row, { minLength: rows, maxLength: rows });
};
// Whole numbers, of which 32 bits hold every sum exactly; one panel of columns and more.
const factors = fc
  .tuple(fc.nat(9), fc.nat(9), fc.nat(39))
  .chain(([n, m, l]) => fc.tuple(matrixOf(n + 1, m + 1), matrixOf(n + 1, l + 1)));

const transposed = (rows: readonly number[][]) =>
  rows[0]!.map((_, col) => rows.map((r) => r[col]!));

describe('MatrixOperator(matrix, width)', () => {
  it('multiplies by the transpose, and by the transpose and the matrix', () => {
    fc.assert(
      fc.property(factors, ([a, y]) => {
        const operator = new MatrixOperator(sparse(a), y[0]!.length);
        const back = productOf(transposed(a), y);
        expect(operator.transposeTimes(dense(y))).toEqual(dense(back));
        expect(operator.gramTimes(dense(y))).toEqual(dense(productOf(a, back)));
      }),
    );
  });
});
