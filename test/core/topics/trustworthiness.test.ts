import { describe, expect, it } from 'vitest';
import { trustworthiness } from './trustworthiness.ts';
import { dense } from './matrices.ts';

const line = (...values: number[]) => dense(values.map((value) => [value]));

describe('trustworthiness(vectors, map, neighbours)', () => {
  it('is 1 where the nearest on the map are the nearest among the vectors', () => {
    expect(trustworthiness(line(0, 1, 3, 7, 15), line(0, 2, 6, 14, 30), 2)).toBe(1);
  });

  it('takes away the ranks beyond the neighbours, scaled to their greatest sum', () => {
    // Vectors 0, 1, 3, 7; on the map 0, 10, 1, 12. Row 0: nearest on the map is row 2, of rank 2; row
    // 1: row 3, of rank 3; row 2: row 0, of rank 2; row 3: row 1, of rank 2. Beyond rank 1: 1 + 2 +
    // 1 + 1 = 5. With n = 4, k = 1: 1 - 2 · 5 / (4 · 1 · (8 - 3 - 1)) = 1 - 10/16.
    expect(trustworthiness(line(0, 1, 3, 7), line(0, 10, 1, 12), 1)).toBeCloseTo(6 / 16, 14);
  });

  it('agrees with manifold.trustworthiness of scikit-learn 1.2.1', () => {
    const items = [...Array(12).keys()];
    const vectors = dense(items.map((i) => [Math.sin(3 * i), Math.sin(5 * i), Math.sin(7 * i)]));
    const map = dense(items.map((i) => [Math.sin(3 * i), Math.sin(11 * i)]));
    expect(trustworthiness(vectors, map, 4)).toBeCloseTo(0.6590909090909091, 12);
  });

  it('counts equal vectors as equally near', () => {
    expect(trustworthiness(line(5, 5, 5, 5), line(0, 9, 2, 30), 1)).toBe(1);
  });

  it.each([0, 1.5, 2, NaN])('throws RangeError for %d neighbours among four rows', (neighbours) => {
    const rows = line(1, 2, 3, 4);
    expect(() => trustworthiness(rows, rows, neighbours)).toThrow(RangeError);
  });

  it('throws RangeError for a map of other rows', () => {
    expect(() => trustworthiness(line(1, 2, 3, 4), line(1, 2, 3), 1)).toThrow(RangeError);
  });
});
