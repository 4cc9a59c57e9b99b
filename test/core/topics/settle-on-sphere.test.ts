import { describe, expect, it } from 'vitest';
import { settleOnSphere } from '../../../src/core/topics/settle-on-sphere.ts';
import { dense, rowsOf } from './matrices.ts';

/** Unit rows of the plane by their angles in degrees. */
const angles = (...degrees: number[]) =>
  dense(degrees.map((d) => [Math.cos((d * Math.PI) / 180), Math.sin((d * Math.PI) / 180)]));

const angleOf = ([x, y]: number[]) => (Math.atan2(y!, x!) * 180) / Math.PI;

describe('settleOnSphere(rows, start, least)', () => {
  it('moves centroids to the directions of the means of their rows, the largest first', () => {
    const rows = angles(0, 90, 10, 100, 110);
    const { assignments, centroids } = settleOnSphere(rows, angles(30, 60));
    expect([...assignments]).toEqual([1, 0, 1, 0, 0]);
    expect(rowsOf(centroids).map(angleOf)).toEqual([
      expect.closeTo(100, 4) as number,
      expect.closeTo(5, 4) as number,
    ]);
  });

  it('drops centroids of zeros and those that end empty', () => {
    const start = dense([
      [0, 0],
      [0, -1],
      [1, 0],
      [0, 1],
    ]);
    const { assignments, centroids } = settleOnSphere(angles(0, 10, 90), start);
    expect(centroids.rows).toBe(2);
    expect([...assignments]).toEqual([0, 0, 1]);
  });

  it('adds the rows farthest from all centroids until there are as many as wanted', () => {
    const rows = angles(0, 1, 2, 90, 180);
    const { assignments, centroids } = settleOnSphere(rows, angles(0), 3);
    expect(centroids.rows).toBe(3);
    expect([...assignments]).toEqual([0, 0, 0, expect.any(Number), expect.any(Number)]);
    expect(new Set(assignments).size).toBe(3);
  });

  it('never makes a centroid of a row of zeros', () => {
    const rows = dense([
      [1, 0],
      [0.8, 0.6],
      [0, 0],
    ]);
    const { centroids } = settleOnSphere(rows, angles(0), 2);
    expect(rowsOf(centroids).every((row) => Math.hypot(...row) > 0.99)).toBe(true);
    expect(centroids.rows).toBe(2);
  });

  it('gives fewer where the rows are all the same', () => {
    expect(settleOnSphere(angles(20, 20, 20), angles(20), 2).centroids.rows).toBe(1);
  });
});
