import { describe, expect, it } from 'vitest';
import { buildVocabulary } from '../../../src/core/text/vocabulary.ts';
import { compareTopics } from '../../../src/core/topics/compare-topics.ts';
import { typicalTerms } from '../../../src/core/topics/typical-terms.ts';

const repeat = (count: number, abstract: string) =>
  Array.from({ length: count }, () => ({ title: '', abstract }));

// Two topics of which both know sparse autoencoders, and two that have nothing to do with them.
const papers = [
  ...repeat(5, 'Sparse autoencoders. Steering vectors. Sparse autoencoders.'),
  ...repeat(5, 'Sparse autoencoders. Protein folding. Protein folding.'),
  ...repeat(10, 'Markov chains. Mixing rates.'),
  ...repeat(10, 'Camera poses. Depth maps.'),
];
const topicOf = Uint32Array.from(papers, (_, row) =>
  row < 10 ? Math.floor(row / 5) : 1 + Math.floor(row / 10),
);
const vocabulary = buildVocabulary(papers, { maxShare: 1, minDocuments: 1, minPhraseDocuments: 1 });

describe('compareTopics(pairs, vocabulary, topicOf, topicCount, papers)', () => {
  const [near, far] = compareTopics(
    [
      [0, 1],
      [0, 2],
    ],
    vocabulary,
    topicOf,
    4,
    papers,
  );

  it('joins by what both say and parts by what one says more', () => {
    expect(near!.joined).toEqual(['sparse autoencoders']);
    expect(near!.onlyFirst).toContain('steering vectors');
    expect(near!.onlySecond[0]).toBe('protein folding');
    expect(near!.onlyFirst).not.toContain('protein folding');
  });

  it('joins nothing where nothing is shared', () => {
    expect(far!.joined).toEqual([]);
  });
});

describe('typicalTerms(task)', () => {
  // The first topic in two months: steering in the one, circuits in the other.
  const dated = [
    ...repeat(8, 'Sparse autoencoders. Steering vectors.'),
    ...repeat(8, 'Sparse autoencoders. Induction heads.'),
    ...repeat(1, 'Sparse autoencoders. Lonely words.'),
    ...repeat(17, 'Markov chains. Mixing rates.'),
    ...repeat(17, 'Camera poses. Depth maps.'),
  ];
  const task = {
    vocabulary: buildVocabulary(dated, { maxShare: 1, minDocuments: 1, minPhraseDocuments: 1 }),
    papers: dated,
    topicOf: Uint32Array.from(dated, (_, row) => Math.floor(row / 17)),
    topicCount: 3,
    periodOf: Int32Array.from(dated, (_, row) => (row < 8 ? 0 : row < 17 ? 1 : -1)),
    periodCount: 2,
  };
  const [first, second] = typicalTerms(task);

  it('names what a topic says more in a month than at all times', () => {
    expect(first![0]).toEqual(['steering vectors']);
    expect(first![1]).toEqual(['induction heads']);
  });

  it('names nothing that a single paper says, nor anything of a month without papers', () => {
    expect(first!.flat()).not.toContain('lonely words');
    expect(second).toEqual([[], []]);
  });

  it('puts what many papers of a month say before what two say alone', () => {
    // By mentions: 4 where 2.3 are expected, and 1 where 0.3 is.
    const months = [
      ...repeat(8, 'Sparse autoencoders. Steering vectors.'),
      ...repeat(2, 'Sparse autoencoders. Lonely words.'),
      ...repeat(6, 'Sparse autoencoders. Steering vectors.'),
      ...repeat(14, 'Sparse autoencoders. Induction heads.'),
      ...repeat(30, 'Markov chains. Mixing rates.'),
      ...repeat(30, 'Camera poses. Depth maps.'),
    ];
    const [terms] = typicalTerms({
      vocabulary: buildVocabulary(months, { maxShare: 1, minDocuments: 1, minPhraseDocuments: 1 }),
      papers: months,
      topicOf: Uint32Array.from(months, (_, row) => Math.floor(row / 30)),
      topicCount: 3,
      periodOf: Int32Array.from(months, (_, row) => (row < 10 ? 0 : row < 30 ? 1 : -1)),
      periodCount: 2,
    });
    expect(terms![0]).toEqual(['steering vectors', 'lonely words']);
  });
});
