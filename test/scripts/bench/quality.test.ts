import { describe, expect, it } from 'vitest';
import { qualityOf, recallOf } from '../../../scripts/bench/quality.ts';

describe('qualityOf(labels, runs, neighbours)', () => {
  it('is 1 where clusters, seeds and neighbours all say what the labels say', () => {
    const runs = [
      [0, 0, 1, 1],
      [1, 1, 0, 0],
    ];
    const neighbours = [[1], [0], [3], [2]];
    expect(qualityOf(['a', 'a', 'b', 'b'], runs, neighbours)).toEqual({
      ami: 1,
      ari: 1,
      seedAri: 1,
      knnAccuracy: 1,
    });
  });

  it('leaves a paper out of its own neighbours, and lets the nearer one win of equal counts', () => {
    const runs = [
      [0, 0, 1],
      [0, 0, 1],
    ];
    const neighbours = [
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
    ];
    expect(qualityOf(['a', 'a', 'b'], runs, neighbours).knnAccuracy).toBeCloseTo(1 / 3, 10);
  });
});

describe('recallOf(found, expected)', () => {
  it('is the share of the true neighbours that were found', () => {
    expect(
      recallOf(
        [[1, 2], [3]],
        [
          [2, 1],
          [3, 4],
        ],
      ),
    ).toBe(0.75);
  });
});
