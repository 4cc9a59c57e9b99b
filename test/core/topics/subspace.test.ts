import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Subspace } from '../../../src/core/topics/subspace.ts';
import { dense, productOf, sparse } from './matrices.ts';

type Rows = readonly (readonly number[])[];

// Whole numbers, of which 32 bits hold every sum exactly; sizes on both sides of panels and blocks.
const matrixOf = (rows: number, cols: number) => {
  const value = fc.oneof(fc.constant(0), fc.integer({ min: -5, max: 5 }));
  const row = fc.array(value, { minLength: cols, maxLength: cols });
  return fc.array(row, { minLength: rows, maxLength: rows });
};
const matrixAndBasis = fc
  .tuple(fc.nat(9), fc.nat(9), fc.nat(39))
  .chain(([n, m, l]) => fc.tuple(matrixOf(n + 1, m + 1), matrixOf(n + 1, l + 1)));

const transposed = (rows: Rows) => rows[0]!.map((_, col) => rows.map((row) => row[col]!));
const gramTimes = (a: Rows, y: Rows) => productOf(a, productOf(transposed(a), y));

function subspaceOf(a: Rows, y: Rows, threads = 1): Subspace {
  const space = new Subspace(sparse(a), { width: y[0]!.length, threads });
  space.fill((row, col) => y[row]![col]!);
  return space;
}

describe('Subspace(matrix, options)', () => {
  it('multiplies its basis by the transpose, and by the transpose and the matrix', () => {
    fc.assert(
      fc.property(matrixAndBasis, ([a, y]) => {
        const space = subspaceOf(a, y);
        expect(space.basis()).toEqual(dense(y));
        expect(space.transposeTimes()).toEqual(dense(productOf(transposed(a), y)));
        space.advance();
        expect(space.basis()).toEqual(dense(gramTimes(a, y)));
      }),
    );
  });

  it('finds the inner products of its basis, and of that with its image', () => {
    fc.assert(
      fc.property(matrixAndBasis, ([a, y]) => {
        const space = subspaceOf(a, y);
        space.apply();
        const { gram, projected } = space.crossProducts();
        expect([...gram]).toEqual(productOf(transposed(y), y).flat());
        expect([...projected]).toEqual(productOf(transposed(y), gramTimes(a, y)).flat());
      }),
    );
  });

  it('sums over more rows than go through at once', () => {
    const ones = Array.from({ length: 1500 }, () => [1, 2]);
    const space = subspaceOf(ones, ones);
    expect([...space.crossProducts().gram]).toEqual([1500, 3000, 3000, 6000]);
  });

  it('turns its basis, and its image with it', () => {
    fc.assert(
      fc.property(matrixAndBasis, ([a, y]) => {
        const space = subspaceOf(a, y);
        space.apply();
        // The first column twice, less the last.
        const turn = y[0]!.map((_, i) => [i === 0 ? 2 : 0]);
        turn[turn.length - 1]![0]! -= 1;
        space.rotate(dense(turn));
        const turned = productOf(y, turn);
        expect(space.basis()).toEqual(dense(turned));
        const { projected } = space.crossProducts();
        expect([...projected]).toEqual(productOf(transposed(turned), gramTimes(a, turned)).flat());
      }),
    );
  });

  it.each([
    [2, (x: number) => 2 * x ** 2 - 1],
    [3, (x: number) => 4 * x ** 3 - 3 * x],
    [4, (x: number) => 8 * x ** 4 - 8 * x ** 2 + 1],
  ])('damps by the Chebyshev polynomial of degree %i', (degree, chebyshev) => {
    // A Aᵀ has the eigenvalues 1, 4, 9; the polynomial swings from 0 to 4.
    const diagonal = [1, 2, 3].map((value, i) => [0, 1, 2].map((j) => (i === j ? value : 0)));
    const identity = diagonal.map((row) => row.map((value) => Math.sign(value)));
    const space = subspaceOf(diagonal, identity);
    space.apply();
    space.filter(degree, 4);
    const expected = [1, 4, 9].map((value) => chebyshev(value / 2 - 1));
    expect([0, 4, 8].map((at) => space.basis().values[at])).toEqual(expected);
    const { projected } = space.crossProducts();
    expect([0, 4, 8].map((at) => projected[at])).toEqual(
      expected.map((value, i) => Math.fround(value ** 2 * (i + 1) ** 2)),
    );
  });
});
