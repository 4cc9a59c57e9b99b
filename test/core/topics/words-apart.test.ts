import { describe, expect, it } from 'vitest';
import { buildVocabulary } from '../../../src/core/text/vocabulary.ts';
import { mentionsApart } from '../../../src/core/topics/words-apart.ts';

const PAPERS = [
  'image segmentation',
  'segmentation of an image, and of an image',
  'image',
  'we segment; segmentation. image',
].map((abstract) => ({ title: '', abstract }));

describe('mentionsApart(vocabulary, topicOf, topicCount, columns)', () => {
  const vocabulary = buildVocabulary(PAPERS, {
    minDocuments: 1,
    minPhraseDocuments: 1,
    maxShare: 1,
  });
  const column = vocabulary.terms.indexOf('image segmentation');
  const sums = (topicOf: number[]) => [
    ...mentionsApart(vocabulary, Uint32Array.from(topicOf), 2, [column]),
  ];

  it('is a quarter for a paper with both words once, apart, and nothing with the phrase or one word', () => {
    expect(sums([0, 1, 1, 0])).toEqual([0.25, 0.25]);
    expect(sums([1, 0, 1, 0])).toEqual([0.5, 0]);
  });

  it('is 0 where a word is no term of its own', () => {
    const terms = vocabulary.terms.map((term) => (term === 'image' ? 'picture' : term));
    expect([...mentionsApart({ ...vocabulary, terms }, new Uint32Array(4), 1, [column])]).toEqual([
      0,
    ]);
  });
});
