import { describe, expect, it } from 'vitest';
import { assignToNearest } from '../../../src/core/topics/nearest-centroid.ts';
import { dense } from './matrices.ts';

describe('assignToNearest(rows, centroids, assignments)', () => {
  it('writes the cluster of least distance, and counts what changed', () => {
    const rows = dense([
      [0, 0],
      [3, 4],
      [6, 8],
    ]);
    const centroids = dense([
      [1, 0],
      [5, 6],
    ]);
    const assignments = Uint32Array.of(0, 0, 1);
    // Squared distances: 1 and 61, 20 and 8, 89 and 5.
    expect(assignToNearest(rows, centroids, assignments)).toBe(1);
    expect([...assignments]).toEqual([0, 1, 1]);
  });

  it('takes the first of equally near centroids', () => {
    const assignments = Uint32Array.of(9);
    assignToNearest(dense([[1]]), dense([[2], [0], [2]]), assignments);
    expect([...assignments]).toEqual([0]);
  });

  it('throws RangeError for centroids of other columns', () => {
    expect(() => assignToNearest(dense([[1]]), dense([[1, 2]]), Uint32Array.of(0))).toThrow(
      RangeError,
    );
  });
});
