import { describe, expect, it } from 'vitest';
import { representativePapers } from '../../../src/core/topics/representative-papers.ts';
import type { DenseMatrix } from '../../../src/core/topics/sparse-matrix.ts';

/** Unit rows at angles in degrees. */
function atAngles(...degrees: number[]): DenseMatrix {
  const values = degrees.flatMap((angle) => {
    const radians = (angle * Math.PI) / 180;
    return [Math.cos(radians), Math.sin(radians)];
  });
  return { rows: degrees.length, cols: 2, values: Float32Array.from(values) };
}

const ONE_TOPIC = Uint32Array.of(0, 0, 0, 0, 0);

describe('representativePapers(rows, topicOf, centroids, options)', () => {
  // Row 1 is nearest; row 2 is as near as row 3, but more like row 1 as it stands on its side.
  const rows = atAngles(30, 2, 10, -10, 60);

  it('chooses papers near the centroid and unlike each other, the nearest first', () => {
    const [chosen] = representativePapers(rows, ONE_TOPIC, atAngles(0), { most: 2 });
    // 0.7 cos(-10°) - 0.3 cos 12° = 0.3959; cos 30° and cos 28° give 0.3413, cos 10° and 8° 0.3923.
    expect(chosen).toEqual([1, 3]);
  });

  it('chooses three papers, and fewer only of a smaller topic', () => {
    const topicOf = Uint32Array.of(0, 0, 0, 0, 1);
    const chosen = representativePapers(rows, topicOf, atAngles(0, 60, 90));
    expect(chosen.map((list) => list.length)).toEqual([3, 1, 0]);
    expect(chosen[1]).toEqual([4]);
  });

  it('does not depend on the length of the centroid, and of equals takes the first', () => {
    const centroid = { rows: 1, cols: 2, values: Float32Array.of(0.01, 0) };
    const same = atAngles(5, 5, 5, 5, 5);
    expect(representativePapers(same, ONE_TOPIC, centroid)).toEqual([[0, 1, 2]]);
    expect(representativePapers(rows, ONE_TOPIC, centroid)).toEqual(
      representativePapers(rows, ONE_TOPIC, atAngles(0)),
    );
  });

  it('takes papers that tell nothing only for want of others', () => {
    const isTelling = (row: number) => row === 0 || row === 4;
    const [chosen] = representativePapers(rows, ONE_TOPIC, atAngles(0), { isTelling });
    expect(chosen).toEqual([0, 4, 1]);
  });

  it('takes rows and centroids of zeros along', () => {
    const zeros = { rows: 2, cols: 2, values: new Float32Array(4) };
    expect(representativePapers(zeros, Uint32Array.of(0, 0), { ...zeros, rows: 1 })).toEqual([
      [0, 1],
    ]);
  });
});
