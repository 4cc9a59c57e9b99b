import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachProductRows } from '../../../src/core/topics/matrix-products.ts';
import { zeros } from '../../../src/core/topics/sparse-matrix.ts';
import { dense, productOf } from './matrices.ts';

// Whole numbers, of which 32 bits hold every sum exactly; sizes on both sides of the kernels' blocks.
const matrixOf = (rows: number, cols: number) => {
  const value = fc.oneof(fc.constant(0), fc.integer({ min: -9, max: 9 }));
  const row = fc.array(value, { minLength: cols, maxLength: cols });
  return fc.array(row, { minLength: rows, maxLength: rows });
};
const size = fc.integer({ min: 1, max: 18 });
const factors = fc
  .tuple(size, size, size)
  .chain(([n, m, l]) => fc.tuple(matrixOf(n, m), matrixOf(m, l)));

describe('eachProductRows(left, right, visit)', () => {
  it('multiplies rows by columns', () => {
    fc.assert(
      fc.property(factors, ([left, right]) => {
        const product: number[][] = [];
        eachProductRows(dense(left), dense(right), (_, rows, values, stride) => {
          for (let row = 0; row < rows; row++) {
            const start = row * stride;
            product.push([...values.subarray(start, start + right[0]!.length)]);
          }
        });
        expect(product).toEqual(productOf(left, right));
      }),
    );
  });

  it('throws RangeError where the inner dimensions differ', () => {
    expect(() => {
      eachProductRows(zeros(2, 3), zeros(2, 2), () => undefined);
    }).toThrow(RangeError);
  });

  it('visits every row of the product once, in order', () => {
    // Row i of the left matrix is (i, 1): its products with the columns (1, 0) and (0, 5) are i and 5.
    const left = dense(Array.from({ length: 1500 }, (_, i) => [i, 1]));
    const right = dense([
      [1, 0],
      [0, 5],
    ]);
    const seen: number[] = [];
    eachProductRows(left, right, (first, rows, values, stride) => {
      expect(first).toBe(seen.length);
      for (let row = 0; row < rows; row++) {
        expect(values[row * stride + 1]).toBe(5);
        seen.push(values[row * stride]!);
      }
    });
    expect(seen).toEqual(Array.from({ length: 1500 }, (_, i) => i));
  });
});
