import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildVocabulary } from '../../../src/core/text/vocabulary.ts';
import { inverseDocumentFrequency, tfIdf } from '../../../src/core/topics/tf-idf.ts';
import { abstracts } from '../text/abstracts.ts';

describe('inverseDocumentFrequency(documentFrequency, documentCount)', () => {
  it('is ln(1 + (n - df + ½) / (df + ½)), above 0 also for what every document has', () => {
    // n = 3: ln(1 + 0.5 / 3.5) = ln 8/7, ln(1 + 2.5 / 1.5) = ln 8/3, ln(1 + 3.5 / 0.5) = ln 8.
    const idf = inverseDocumentFrequency(Uint32Array.of(3, 1, 0), 3);
    [0.133531393, 0.980829253, 2.079441542].forEach((value, i) => {
      expect(idf[i]).toBeCloseTo(value, 6);
    });
  });
});

describe('tfIdf(vocabulary)', () => {
  it('weighs terms by saturating frequency and rarity, in unit rows', () => {
    const matrix = tfIdf(buildVocabulary(abstracts('graph. kernel. kernel', 'graph', 'the')));
    // Row 0 has 3 words, and the mean of 3, 1 and 0 is 4/3: tf / (tf + 2 · (1/4 + 3/4 · 9/4)) · 3.
    // graph: 3 / 4.875 · ln(1.6)^1.75 = 0.164181…, kernel: 6 / 5.875 · ln(8/3)^1.75 = 0.987261…,
    // of length 1.000819…
    expect([...matrix.indptr]).toEqual([0, 2, 3, 3]);
    expect([...matrix.indices]).toEqual([0, 1, 0]);
    [0.164046928, 0.986452536, 1].forEach((value, i) => {
      expect(matrix.values[i]).toBeCloseTo(value, 6);
    });
    expect(matrix).toMatchObject({ rows: 3, cols: 2 });
  });

  it('weighs a phrase 0.7 times a word that is as rare', () => {
    const matrix = tfIdf(buildVocabulary(abstracts('graph kernel', 'graph kernel', 'tree')));
    // graph, graph kernel and kernel of two documents each: (1, 0.7, 1) / √2.49.
    expect([...matrix.indices]).toEqual([0, 1, 2, 0, 1, 2, 3]);
    [0.63372425, 0.443606975, 0.63372425].forEach((value, i) => {
      expect(matrix.values[i]).toBeCloseTo(value, 6);
    });
  });

  it('lets a count saturate, the later the longer a document is', () => {
    const matrix = tfIdf(
      buildVocabulary(abstracts('graph, tree, tree, tree, tree', 'graph, tree')),
    );
    const share = (row: number) => matrix.values[2 * row]! / matrix.values[2 * row + 1]!;
    // Lengths 5 and 2 of 3.5 in the mean; held down by 2 · (1/4 + 3/4 · 10/7) = 37/14.
    // Both terms weigh alike: 3 / (1 + 37/14) by 12 / (4 + 37/14) = 1 / 4 · (4 + 37/14) / (1 + 37/14).
    expect(share(0)).toBeCloseTo(93 / 204, 5);
    expect(share(1)).toBeCloseTo(1, 6);
  });

  it('gives a document without terms an empty row', () => {
    const matrix = tfIdf(buildVocabulary(abstracts('the of', 'graph', '')));
    expect([...matrix.indptr]).toEqual([0, 0, 1, 1]);
    expect([...matrix.values]).toEqual([1]);
  });

  it('has positive values and rows of length 1', () => {
    const word = fc.constantFrom('graph', 'kernel', 'tree', 'node', 'edge', 'the');
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(', '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 19 }), (texts) => {
        const { indptr, values, rows } = tfIdf(buildVocabulary(abstracts(...texts)));
        expect(values.every((value) => value > 0)).toBe(true);
        for (let row = 0; row < rows; row++) {
          const entries = [...values.subarray(indptr[row], indptr[row + 1])];
          const length = Math.hypot(...entries);
          expect(length).toBeCloseTo(entries.length === 0 ? 0 : 1, 6);
        }
      }),
    );
  });
});
