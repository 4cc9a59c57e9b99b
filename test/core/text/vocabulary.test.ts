import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildVocabulary, termsOf, vocabularyOptions } from '../../../src/core/text/vocabulary.ts';

const TEXTS = [
  'Graph kernels. Graph kernels!',
  'a graph kernel',
  'kernel of a graph',
  'the of and',
];

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
    expect(vocabularyOptions(19)).toEqual({ minDocuments: 1, minPhraseDocuments: 2, maxShare: 1 });
    expect(vocabularyOptions(20)).toEqual({
      minDocuments: 2,
      minPhraseDocuments: 3,
      maxShare: 0.4,
    });
  });
});

describe('buildVocabulary(texts, options)', () => {
  it('counts terms and the documents that hold them', () => {
    const { terms, documentFrequency, documents } = buildVocabulary(TEXTS);
    expect(terms).toEqual(['graph', 'graph kernel', 'kernel']);
    expect([...documentFrequency]).toEqual([3, 2, 3]);
    expect(documents.map(({ columns }) => [...columns])).toEqual([
      [0, 1, 2],
      [0, 1, 2],
      [0, 2],
      [],
    ]);
    expect(documents.map(({ counts }) => [...counts])).toEqual([[2, 2, 2], [1, 1, 1], [1, 1], []]);
  });

  it('drops words and phrases of too few documents', () => {
    const options = { minDocuments: 3, minPhraseDocuments: 3, maxShare: 1 };
    expect(buildVocabulary(TEXTS, options).terms).toEqual(['graph', 'kernel']);
  });

  it('drops terms of too great a share of the documents, and keeps those at the bound', () => {
    // graph and kernel are in 3 of 4 documents, their phrase in 2 of 4.
    const bounded = (maxShare: number) =>
      buildVocabulary(TEXTS, { minDocuments: 1, minPhraseDocuments: 1, maxShare }).terms;
    expect(bounded(0.75)).toEqual(['graph', 'graph kernel', 'kernel']);
    expect(bounded(0.74)).toEqual(['graph kernel']);
  });

  it('keeps every term where the bounds would leave none', () => {
    expect(buildVocabulary(Array<string>(30).fill('graph kernels')).terms).toEqual([
      'graph',
      'graph kernel',
      'kernel',
    ]);
  });

  it('keeps one document for each text, with or without terms', () => {
    expect(buildVocabulary([]).documents).toEqual([]);
    expect(buildVocabulary(['', 'the']).documents).toHaveLength(2);
  });

  it('sorts terms and columns, and counts as many documents as hold a column', () => {
    const word = fc.constantFrom('graph', 'kernel', 'the', 'tree', 'node', '.', '模型', 'Zebra');
    const text = fc.array(word, { maxLength: 8 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), (texts) => {
        const { terms, documentFrequency, documents } = buildVocabulary(texts);
        expect(terms).toEqual([...new Set(terms)].sort());
        const held = new Uint32Array(terms.length);
        for (const { columns, counts } of documents) {
          expect([...columns]).toEqual([...new Set(columns)].sort((a, b) => a - b));
          expect(counts.every((count) => count >= 1)).toBe(true);
          for (const column of columns) held[column]! += 1;
        }
        expect([...documentFrequency]).toEqual([...held]);
      }),
    );
  });
});
