import { describe, expect, it } from 'vitest';
import type { Vocabulary } from '../../../src/core/text/vocabulary.ts';
import { classTfIdf } from '../../../src/core/topics/class-tf-idf.ts';
import { countTopicTerms, membersOf } from '../../../src/core/topics/topic-term-counts.ts';

const VOCABULARY: Vocabulary = {
  terms: ['edge', 'graph', 'tree'],
  documentFrequency: Uint32Array.of(2, 2, 1),
  documentCount: 3,
  // Two edge and one graph; one edge; one graph and one tree.
  counts: {
    indptr: Uint32Array.of(0, 2, 3, 5),
    indices: Uint32Array.of(0, 1, 0, 1, 2),
    counts: Float32Array.of(2, 1, 1, 1, 1),
  },
};

function weightsOf(...topicOf: number[]) {
  return classTfIdf(countTopicTerms(VOCABULARY, membersOf(Uint32Array.from(topicOf), 2)));
}

describe('classTfIdf(counts)', () => {
  it('is the share of the term in the topic by ln(1 + A / f)', () => {
    // Topic 0 holds 3 edge + 1 graph, topic 1 holds 1 graph + 1 tree: A = (4 + 2) / 2 = 3, and
    // f = 3, 2, 1. Topic 0: 3/4 ln 2, 1/4 ln 2.5, 0. Topic 1: 0, 1/2 ln 2.5, 1/2 ln 4.
    const { indptr, indices, values } = weightsOf(0, 0, 1);
    expect([...indptr]).toEqual([0, 2, 4]);
    expect([...indices]).toEqual([0, 1, 1, 2]);
    const expected = [
      0.5198603854199589, 0.22907268296853878, 0.45814536593707755, 0.6931471805599453,
    ];
    expected.forEach((weight, entry) => {
      expect(values[entry]).toBeCloseTo(weight, 6);
    });
  });

  it('has no entry in a topic without papers', () => {
    expect(weightsOf(0, 0, 0)).toMatchObject({
      rows: 2,
      cols: 3,
      indptr: Uint32Array.of(0, 3, 3),
      indices: Uint32Array.of(0, 1, 2),
    });
  });
});

describe('countTopicTerms(vocabulary, members)', () => {
  it('sums counts and mentions by topic', () => {
    const counts = countTopicTerms(VOCABULARY, membersOf(Uint32Array.of(0, 0, 1), 2));
    expect([...counts.counts]).toEqual([3, 1, 1, 1]);
    // Edge: 2 of 3 for its two uses in one paper, 1 of 2 for one use in the other.
    expect(counts.mentions[0]).toBeCloseTo(2 / 3 + 1 / 2, 6);
    expect(counts.mentions[1]).toBeCloseTo(1 / 2, 6);
  });
});

describe('membersOf(topicOf, topicCount)', () => {
  it('lists the papers of each topic in order', () => {
    expect(membersOf(Uint32Array.of(2, 0, 2, 0), 3)).toEqual({
      indptr: Uint32Array.of(0, 2, 2, 4),
      rows: Uint32Array.of(1, 3, 0, 2),
    });
  });
});
