import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildVocabulary } from '../../../src/core/text/vocabulary.ts';
import { inverseDocumentFrequency, tfIdf } from '../../../src/core/topics/tf-idf.ts';
import { abstracts } from '../text/abstracts.ts';

describe('inverseDocumentFrequency(documentFrequency, documentCount)', () => {
  it('is ln((1 + n) / (1 + df)) + 1', () => {
    // n = 3: ln(4/4) + 1, ln(4/2) + 1, ln(4/1) + 1.
    const idf = inverseDocumentFrequency(Uint32Array.of(3, 1, 0), 3);
    [1, 1.6931471805599454, 2.386294361119891].forEach((value, i) => {
      expect(idf[i]).toBeCloseTo(value, 6);
    });
  });
});

describe('tfIdf(vocabulary)', () => {
  it('weighs terms by sublinear frequency and rarity, in unit rows', () => {
    const matrix = tfIdf(buildVocabulary(abstracts('graph. kernel. kernel', 'graph', 'the')));
    // idf: graph ln(4/3) + 1 = 1.287682…, kernel ln(4/2) + 1 = 1.693147…
    // Row 0: 1 · 1.287682… and (1 + ln 2) · 1.693147… = 2.866747…, of length 3.142668…
    expect([...matrix.indptr]).toEqual([0, 2, 3, 3]);
    expect([...matrix.indices]).toEqual([0, 1, 0]);
    [0.4097416099937816, 0.9122016295971542, 1].forEach((value, i) => {
      expect(matrix.values[i]).toBeCloseTo(value, 6);
    });
    expect(matrix).toMatchObject({ rows: 3, cols: 2 });
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
