import { describe, expect, it } from 'vitest';
import { principalPlane } from '../../../src/core/topics/principal-plane.ts';
import { dense, rowsOf } from './matrices.ts';

describe('principalPlane(rows, seed)', () => {
  it('sees rows along the directions of greatest variance, from their mean', () => {
    // Mean (5, 2, 1); variance 8 along the second column, 2 along the first, none along the third.
    const rows = dense([[7, 2, 1], [3, 2, 1], [5, 6, 1], [5, -2, 1]]); // prettier-ignore
    const expected = [[0, 2], [0, -2], [4, 0], [-4, 0]]; // prettier-ignore
    rowsOf(principalPlane(rows, 1)).forEach((position, row) => {
      position.forEach((value, axis) => expect(value).toBeCloseTo(expected[row]![axis]!, 9));
    });
  });

  it('leaves the second at 0 where rows vary in one direction', () => {
    // (3, 4)/5 away from the mean, by 5 to each side.
    const plane = principalPlane(dense([[0, 0], [6, 8]]), 1); // prettier-ignore
    expect(plane.values[0]).toBeCloseTo(-5, 9);
    expect(plane.values[2]).toBeCloseTo(5, 9);
    expect(plane.values[1]).toBeCloseTo(0, 9);
    expect(plane.values[3]).toBeCloseTo(0, 9);
  });

  it('is 0 for rows that are all equal', () => {
    for (const value of principalPlane(dense([[1, 2], [1, 2]]), 1).values) expect(value).toBeCloseTo(0, 12); // prettier-ignore
  });
});
