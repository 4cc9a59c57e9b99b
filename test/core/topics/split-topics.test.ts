import { describe, expect, it } from 'vitest';
import type { DenseMatrix } from '../../../src/core/topics/sparse-matrix.ts';
import { splitTopics } from '../../../src/core/topics/split-topics.ts';
import { noise, plantedRows } from './planted-rows.ts';

/** Rows of two matrices, one below the other. */
function below(top: DenseMatrix, bottom: DenseMatrix): DenseMatrix {
  const values = new Float32Array([...top.values, ...bottom.values]);
  return { rows: top.rows + bottom.rows, cols: top.cols, values };
}

describe('splitTopics(rows, topicOf, topicCount, seed)', () => {
  // Three themes in turn in the first topic, nothing but chance in the second.
  const themes = plantedRows(3, 40, { spread: 0.5, seed: 1, cols: 12 });
  const rows = below(themes, noise(120, 12, 2));
  const topicOf = Uint32Array.from({ length: 240 }, (_, row) => (row < 120 ? 0 : 1));
  const [clear, chance] = splitTopics(rows, topicOf, 2, 1);

  it('finds the parts of a topic that has some, each row once', () => {
    const parts = clear!.parts.map((part) => new Set(part.map((row) => row % 3)));
    expect(parts.map((themesOfPart) => themesOfPart.size)).toEqual([1, 1, 1]);
    expect(clear!.parts.flat().toSorted((a, b) => a - b)).toEqual([...Array(120).keys()]);
    expect(clear!.agreement).toBeGreaterThan(0.9);
  });

  it('does not split what only chance parts', () => {
    expect(chance).toBeNull();
  });

  it('does not split a small topic', () => {
    const few = plantedRows(2, 29, { spread: 0.1, seed: 1 });
    expect(splitTopics(few, new Uint32Array(58), 1, 1)).toEqual([null]);
  });

  it('gives the same parts again', () => {
    expect(splitTopics(rows, topicOf, 2, 1)).toEqual([clear, chance]);
  });

  it('leaves a topic in the parts that an earlier build gave it, new rows beside the nearest', () => {
    // The first two themes were one part, which a split from scratch would not make.
    const before = Int32Array.from({ length: 240 }, (_, row) =>
      row >= 120 || row % 10 === 9 ? -1 : row % 3 === 2 ? 7 : 4,
    );
    const [kept] = splitTopics(rows, topicOf, 2, 1, before);
    expect(kept!.parts.map((part) => new Set(part.map((row) => row % 3)))).toEqual([
      new Set([0, 1]),
      new Set([2]),
    ]);
    expect(kept!.parts.flat()).toHaveLength(120);
  });

  it('splits anew what has no likeness to the parts of an earlier build', () => {
    const before = Int32Array.from({ length: 240 }, (_, row) => (row < 120 ? row & 1 : -1));
    expect(splitTopics(rows, topicOf, 2, 1, before)).toEqual([clear, chance]);
  });

  it('takes rows that are all the same for one', () => {
    const same: DenseMatrix = {
      rows: 80,
      cols: 2,
      values: new Float32Array(160).fill(Math.SQRT1_2),
    };
    expect(splitTopics(same, new Uint32Array(80), 1, 1)).toEqual([null]);
  });
});
