import { describe, expect, it } from 'vitest';
import { embedPapers } from '../../../src/core/topics/embed-papers.ts';
import { transposed, type SparseMatrix } from '../../../src/core/topics/sparse-matrix.ts';
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

  it('has 12 dimensions for few papers, of orthonormal columns', () => {
    expect(vectors.rows.cols).toBe(12);
    const columns = rowsOf(transposed(vectors.projection));
    gramOf(columns).forEach((row, left) => {
      row.forEach((product, right) => expect(product).toBeCloseTo(left === right ? 1 : 0, 4));
    });
  });

  it('holds down the later dimensions of the steady rows, and leaves the others as they are', () => {
    const [rows, steady] = [rowsOf(vectors.rows), rowsOf(vectors.steadyRows)];
    steady.forEach((row) => expect(Math.hypot(...row)).toBeCloseTo(1, 6));
    // Up to the length of a row the factors are the same for all: √(1 - (σ / s)²), which fall.
    const factors = rows[0]!.map((value, col) => steady[0]![col]! / value);
    const scaled = rows.map((row) => row.map((value, col) => value * factors[col]!));
    scaled.forEach((row, paper) => {
      const length = Math.hypot(...row);
      row.forEach((value, col) => expect(steady[paper]![col]!).toBeCloseTo(value / length, 4));
    });
    factors.slice(1).forEach((factor, col) => expect(factor).toBeLessThan(factors[col]! + 1e-4));
    expect(factors.at(-1)!).toBeLessThan(0.9 * factors[0]!);
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
