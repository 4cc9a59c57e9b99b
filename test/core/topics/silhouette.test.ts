import { describe, expect, it } from 'vitest';
import { simplifiedSilhouette } from '../../../src/core/topics/silhouette.ts';
import { dense } from './matrices.ts';

describe('simplifiedSilhouette(rows, clustering)', () => {
  it('is the mean of (b - a) / max(a, b)', () => {
    // Own centroid at distance 1 each; the other at 11, 9, 9, 11: (10/11 + 8/9) / 2 = 89/99.
    const silhouette = simplifiedSilhouette(dense([[0], [2], [10], [12]]), {
      assignments: Uint32Array.of(0, 0, 1, 1),
      centroids: dense([[1], [11]]),
    });
    expect(silhouette).toBeCloseTo(89 / 99, 14);
  });

  it('takes the nearest of the other centroids', () => {
    // Row 0: a = 0, so 1. Row 4 of cluster 1 at 5: a = 1, b = 4 (to 0, not 20): 3/4. Row 6: a = 1,
    // b = 6: 5/6. Row 20: 1.
    const silhouette = simplifiedSilhouette(dense([[0], [4], [6], [20]]), {
      assignments: Uint32Array.of(0, 1, 1, 2),
      centroids: dense([[0], [5], [20]]),
    });
    expect(silhouette).toBeCloseTo((1 + 3 / 4 + 5 / 6 + 1) / 4, 14);
  });

  it('is negative for rows nearer to another centroid', () => {
    // a = 3, b = 1: (1 - 3) / 3.
    const silhouette = simplifiedSilhouette(dense([[3]]), {
      assignments: Uint32Array.of(0),
      centroids: dense([[0], [4]]),
    });
    expect(silhouette).toBeCloseTo(-2 / 3, 14);
  });

  it('is 0 for one cluster, and for a row on both centroids', () => {
    const one = { assignments: Uint32Array.of(0, 0), centroids: dense([[1]]), inertia: 2 };
    expect(simplifiedSilhouette(dense([[0], [2]]), one)).toBe(0);
    const same = { assignments: Uint32Array.of(0), centroids: dense([[1], [1]]), inertia: 0 };
    expect(simplifiedSilhouette(dense([[1]]), same)).toBe(0);
  });
});
