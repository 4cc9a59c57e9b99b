import { describe, expect, it } from 'vitest';
import { embedPapers } from '../../../src/core/topics/embed-papers.ts';
import type { SparseMatrix } from '../../../src/core/topics/sparse-matrix.ts';
import { abstracts } from '../text/abstracts.ts';
import { gramOf, productOf, rowsOf } from './matrices.ts';
import { PAPERS } from './three-themes.ts';

function denseRows({ rows, cols, indptr, indices, values }: SparseMatrix): number[][] {
  return Array.from({ length: rows }, (_, row) => {
    const full = new Array<number>(cols).fill(0);
    for (let at = indptr[row]!; at < indptr[row + 1]!; at++) full[indices[at]!] = values[at]!;
    return full;
  });
}

describe('embedPapers(papers, seed)', () => {
  const vectors = embedPapers(PAPERS, 1);

  it('projects the terms of each paper and scales it to length 1', () => {
    const projected = productOf(denseRows(vectors.matrix), rowsOf(vectors.projection));
    rowsOf(vectors.rows).forEach((row, paper) => {
      expect(Math.hypot(...row)).toBeCloseTo(1, 6);
      const length = Math.hypot(...projected[paper]!);
      row.forEach((value, col) => expect(value).toBeCloseTo(projected[paper]![col]! / length, 6));
    });
  });

  it('has 12 dimensions for few papers, and one without weight for what is cut off', () => {
    expect(vectors.rows.cols).toBe(13);
    const last = rowsOf(vectors.projection).map((row) => row[12]!);
    expect(last.every((value) => value === 0)).toBe(true);
    // The weights fall: the columns of the projection have the length √(1 - (σ / s)²).
    const weights = Array.from({ length: 12 }, (_, col) =>
      Math.hypot(...rowsOf(vectors.projection).map((row) => row[col]!)),
    );
    expect(Math.max(...weights)).toBeLessThan(1);
    expect(Math.min(...weights)).toBeGreaterThan(0);
    weights.slice(1).forEach((weight, col) => expect(weight).toBeLessThan(weights[col]! + 1e-4));
  });

  it('keeps all cosines where nothing is cut off', () => {
    const few = embedPapers(PAPERS.slice(0, 9), 1);
    const cosines = gramOf(denseRows(few.matrix));
    gramOf(rowsOf(few.rows)).forEach((row, left) => {
      row.forEach((cosine, right) => expect(cosine).toBeCloseTo(cosines[left]![right]!, 4));
    });
  });

  it('gives zeros to a paper without terms, and to all where none has any', () => {
    const { rows } = embedPapers(abstracts('graph, kernel', 'the of', 'graph, tree'), 1);
    expect(rowsOf(rows)[1]!.every((value) => value === 0)).toBe(true);
    expect(Math.hypot(...rowsOf(rows)[2]!)).toBeCloseTo(1, 6);
    const none = embedPapers(abstracts('', 'of the'), 1);
    expect(none.rows).toMatchObject({ rows: 2, cols: 1 });
    expect([...none.rows.values]).toEqual([0, 0]);
  });

  it('gives the same bytes for the same seed, and nearly the same cosines for another', () => {
    expect(embedPapers(PAPERS, 1)).toEqual(vectors);
    const other = gramOf(rowsOf(embedPapers(PAPERS, 2).rows));
    gramOf(rowsOf(vectors.rows)).forEach((row, left) => {
      row.forEach((cosine, right) => expect(other[left]![right]!).toBeCloseTo(cosine, 2));
    });
  });
});
