import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildVocabulary,
  termsOf,
  type Vocabulary,
  vocabularyOptions,
} from '../../../src/core/text/vocabulary.ts';
import { abstracts } from './abstracts.ts';

const PAPERS = abstracts(
  'Graph kernels. Graph kernels!',
  'a graph kernel',
  'kernel of a graph',
  'the of and',
);

/** Columns and counts of each document. */
function countsByDocument({ counts, documentCount }: Vocabulary): [number, number][][] {
  return Array.from({ length: documentCount }, (_, document) => {
    const [from, to] = [counts.indptr[document]!, counts.indptr[document + 1]!];
    return [...counts.indices.subarray(from, to)].map((column, i) => [
      column,
      counts.counts[from + i]!,
    ]);
  });
}

describe('termsOf(text)', () => {
  it('gives words and phrases in order, with repetitions', () => {
    expect(termsOf('Graph kernels, graph kernels')).toEqual([
      'graph',
      'kernel',
      'graph kernel',
      'graph',
      'kernel',
      'graph kernel',
    ]);
  });

  it('makes overlapping phrases of three joined words', () => {
    expect(termsOf('deep graph kernel')).toEqual([
      'deep',
      'graph',
      'deep graph',
      'kernel',
      'graph kernel',
    ]);
  });
});

describe('vocabularyOptions(documentCount)', () => {
  it('keeps every word of a collection below 20, and drops rare and common terms from 20 on', () => {
    expect(vocabularyOptions(19)).toEqual({
      minDocuments: 1,
      minPhraseDocuments: 2,
      maxShare: 1,
      titleWeight: 2,
    });
    expect(vocabularyOptions(300)).toEqual({
      minDocuments: 2,
      minPhraseDocuments: 3,
      maxShare: 0.25,
      titleWeight: 2,
    });
  });

  it('lets a term of a small collection have the share that a theme has there', () => {
    // √(300 / n) / 4: √6.25 = 2.5 of 48 documents, √4 = 2 of 75.
    const share = (documents: number) => vocabularyOptions(documents).maxShare;
    expect(share(48)).toBeCloseTo(0.625, 9);
    expect(share(75)).toBeCloseTo(0.5, 9);
    expect([19, 300, 1000, 100_000].map(share)).toEqual([1, 0.25, 0.25, 0.25]);
    for (let documents = 1; documents < 400; documents++) {
      expect(share(documents + 1)).toBeLessThanOrEqual(share(documents));
    }
  });
});

describe('vocabularyOptions(documentCount).minPhraseDocuments', () => {
  it('keeps the phrases of a single document, of which no other can have them', () => {
    expect([0, 1, 2, 19].map((n) => vocabularyOptions(n).minPhraseDocuments)).toEqual([1, 1, 2, 2]);
  });

  it('grows with the collection beyond 30,000 documents', () => {
    const least = (documents: number) => vocabularyOptions(documents).minPhraseDocuments;
    expect([20, 10_000, 30_000, 50_000, 100_000].map(least)).toEqual([3, 3, 3, 5, 10]);
  });
});

describe('buildVocabulary(papers, options)', () => {
  it('counts terms and the documents that hold them', () => {
    const vocabulary = buildVocabulary(PAPERS);
    expect(vocabulary.terms).toEqual(['graph', 'graph kernel', 'kernel']);
    expect([...vocabulary.documentFrequency]).toEqual([3, 2, 3]);
    expect(countsByDocument(vocabulary)).toEqual([
      [
        [0, 2],
        [1, 2],
        [2, 2],
      ],
      [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
      [
        [0, 1],
        [2, 1],
      ],
      [],
    ]);
  });

  it('counts a word of the title by its weight, and a document once', () => {
    const papers = [{ title: 'Graph kernels', abstract: 'A kernel of kernels' }];
    const vocabulary = buildVocabulary(papers, { titleWeight: 1.5, minPhraseDocuments: 1 });
    expect(vocabulary.terms).toEqual(['graph', 'graph kernel', 'kernel']);
    expect([...vocabulary.documentFrequency]).toEqual([1, 1, 1]);
    expect([...vocabulary.counts.counts]).toEqual([1.5, 1.5, 3.5]);
  });

  it('makes no phrase of the end of a title and the start of the abstract', () => {
    const papers = [{ title: 'Graph', abstract: 'kernel' }];
    expect(buildVocabulary(papers, { minPhraseDocuments: 1 }).terms).toEqual(['graph', 'kernel']);
  });

  it.each([0, -1, NaN])('throws RangeError for a title weight of %d', (titleWeight) => {
    expect(() => buildVocabulary(PAPERS, { titleWeight })).toThrow(RangeError);
  });

  it('drops words and phrases of too few documents', () => {
    const options = { minDocuments: 3, minPhraseDocuments: 3 };
    expect(buildVocabulary(PAPERS, options).terms).toEqual(['graph', 'kernel']);
  });

  it('drops terms of too great a share of the documents, and keeps those at the bound', () => {
    // graph and kernel are in 3 of 4 documents, their phrase in 2 of 4.
    const bounded = (maxShare: number) => buildVocabulary(PAPERS, { maxShare }).terms;
    expect(bounded(0.75)).toEqual(['graph', 'graph kernel', 'kernel']);
    expect(bounded(0.74)).toEqual(['graph kernel']);
  });

  it('keeps every term where the bounds would leave none', () => {
    const papers = abstracts(...Array<string>(30).fill('graph kernels'));
    expect(buildVocabulary(papers).terms).toEqual(['graph', 'graph kernel', 'kernel']);
  });

  it('keeps one document for each paper, with or without terms', () => {
    expect(countsByDocument(buildVocabulary([]))).toEqual([]);
    expect(countsByDocument(buildVocabulary(abstracts('', 'the')))).toEqual([[], []]);
  });

  it('counts what termsOf finds, by sorted columns', () => {
    const word = fc.constantFrom('graph', 'kernel', 'the', 'tree', 'node', '.', '模型', 'Zebra');
    const text = fc.array(word, { maxLength: 8 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), (texts) => {
        const options = { minDocuments: 1, minPhraseDocuments: 1, maxShare: 1 };
        const { terms, ...rest } = buildVocabulary(abstracts(...texts), options);
        const found = texts.map(termsOf);
        expect(terms).toEqual([...new Set(found.flat())].sort());
        expect([...rest.documentFrequency]).toEqual(
          terms.map((term) => found.filter((inText) => inText.includes(term)).length),
        );
        expect(countsByDocument({ terms, ...rest })).toEqual(
          found.map((inText) =>
            [...new Set(inText)]
              .sort()
              .map((term) => [terms.indexOf(term), inText.filter((t) => t === term).length]),
          ),
        );
      }),
    );
  });
});
