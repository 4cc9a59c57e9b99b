import { describe, expect, it } from 'vitest';
import { assignMarks } from '../../../src/core/topics/assign-marks.ts';

/** Unit rows at these angles, in degrees. */
function rowsAt(...angles: number[]) {
  const values = angles.flatMap((angle) => {
    const radians = (angle * Math.PI) / 180;
    return [Math.cos(radians), Math.sin(radians)];
  });
  return { rows: angles.length, cols: 2, values: Float32Array.from(values) };
}

describe('assignMarks(centroids, kept)', () => {
  it('gives ten topics ten colours of the first shape', () => {
    const rows = rowsAt(...Array.from({ length: 10 }, (_, index) => index * 9));
    expect(assignMarks(rows, Array(10).fill(null))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('keeps the marks of topics that had one, also where others come before them', () => {
    expect(assignMarks(rowsAt(0, 10, 20), [null, 0, 37])).toEqual([1, 0, 37]);
  });

  it('gives an eleventh topic the colour of the one least like it, in another shape', () => {
    const angles = [90, ...Array.from({ length: 9 }, (_, index) => index), 2];
    const marks = assignMarks(rowsAt(...angles), Array(11).fill(null));
    expect(marks[0]).toBe(0);
    expect(marks[10]).toBe(10);
  });

  it('throws RangeError for a mark that there is not', () => {
    expect(() => assignMarks(rowsAt(0), [50])).toThrow(RangeError);
    expect(() => assignMarks(rowsAt(0), [1.5])).toThrow(RangeError);
  });
});
