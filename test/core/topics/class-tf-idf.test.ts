import { describe, expect, it } from 'vitest';
import type { Vocabulary } from '../../../src/core/text/vocabulary.ts';
import { classTfIdf } from '../../../src/core/topics/class-tf-idf.ts';
import { rowsOf } from './matrices.ts';

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

describe('classTfIdf(vocabulary, topicOf, topicCount)', () => {
  it('is the share of the term in the topic by ln(1 + A / f)', () => {
    // Topic 0 holds 3 edge + 1 graph, topic 1 holds 1 graph + 1 tree: A = (4 + 2) / 2 = 3, and
    // f = 3, 2, 1. Topic 0: 3/4 ln 2, 1/4 ln 2.5, 0. Topic 1: 0, 1/2 ln 2.5, 1/2 ln 4.
    const weights = classTfIdf(VOCABULARY, Uint32Array.of(0, 0, 1), 2);
    const expected = [
      [0.5198603854199589, 0.22907268296853878, 0],
      [0, 0.45814536593707755, 0.6931471805599453],
    ];
    rowsOf(weights).forEach((row, topic) => {
      row.forEach((weight, column) => {
        expect(weight).toBeCloseTo(expected[topic]![column]!, 6);
      });
    });
  });

  it('gives a topic without terms a row of zeros', () => {
    const weights = classTfIdf(VOCABULARY, Uint32Array.of(0, 0, 0), 2);
    expect(rowsOf(weights)[1]).toEqual([0, 0, 0]);
    expect(rowsOf(weights)[0]!.every((weight) => weight > 0)).toBe(true);
  });
});
