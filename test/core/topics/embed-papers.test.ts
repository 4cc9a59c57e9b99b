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

describe('embedPapers(papers, seed, topics)', () => {
  const vectors = embedPapers(PAPERS, 1);

  it('projects the terms of each paper and scales it to length 1', () => {
    const projected = productOf(denseRows(vectors.matrix), rowsOf(vectors.projection));
    rowsOf(vectors.rows).forEach((row, paper) => {
      expect(Math.hypot(...row)).toBeCloseTo(1, 6);
      const length = Math.hypot(...projected[paper]!);
      row.forEach((value, col) => expect(value).toBeCloseTo(projected[paper]![col]! / length, 6));
    });
  });

  /** Factors by which one row differs from another of the same direction in each dimension, less their scale. */
  const factorsOf = (rows: number[][], others: number[][]) => {
    const factors = rows[0]!.map((value, col) => others[0]![col]! / value);
    return factors.map((factor) => factor / factors[0]!);
  };

  it('has 12 dimensions for few papers, the later ones held down by √(1 - (σ / s)²)', () => {
    expect(vectors.rows.cols).toBe(12);
    const lengths = rowsOf(transposed(vectors.projection)).map((column) => Math.hypot(...column));
    expect(Math.max(...lengths)).toBeLessThan(1);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
    lengths.slice(1).forEach((length, col) => expect(length).toBeLessThan(lengths[col]! + 1e-4));
    expect(vectors.steadyRows).toEqual(vectors.rows);
  });

  it('holds them down less in its rows, and as far in the steady ones, for topics of many papers', () => {
    const many = Array.from({ length: 7 }, () => PAPERS).flat();
    const [few, one] = [50, 1].map((topics) => embedPapers(many, 1, topics));
    // One topic of 252 papers: 50 / 252 = 0.198 of the shrinkage, as a power.
    const share = 50 / many.length;
    const held = rowsOf(transposed(few!.projection)).map((column) => Math.hypot(...column));
    rowsOf(transposed(one!.projection)).forEach((column, col) => {
      expect(Math.hypot(...column)).toBeCloseTo(held[col]! ** share, 4);
    });
    const left = factorsOf(rowsOf(one!.rows), rowsOf(one!.steadyRows));
    left.forEach((factor, col) => {
      expect(factor).toBeCloseTo((held[col]! / held[0]!) ** (1 - share), 3);
    });
    rowsOf(one!.steadyRows).forEach((row) => expect(Math.hypot(...row)).toBeCloseTo(1, 6));
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
