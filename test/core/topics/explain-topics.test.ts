import { describe, expect, it } from 'vitest';
import type { PaperVectors } from '../../../src/core/topics/embed-papers.ts';
import { explainTopics } from '../../../src/core/topics/explain-topics.ts';
import { innerProduct } from '../../../src/core/topics/inner-products.ts';
import { modelTopics } from '../../../src/core/topics/model-topics.ts';
import { parseText, seedNames, seedText } from '../digest/seeds.ts';
import { dense, sparse } from './matrices.ts';

/** Vectors by hand: rows of terms, what takes them to the reduced space, and where they arrive. */
function vectorsOf(
  terms: number[][],
  projection: number[][],
  rows: number[][],
  lengths: number[],
): PaperVectors {
  return {
    vocabulary: {
      terms: [],
      documentFrequency: new Uint32Array(0),
      documentCount: terms.length,
      counts: {
        indptr: new Uint32Array(0),
        indices: new Uint32Array(0),
        counts: new Float32Array(0),
      },
    },
    matrix: sparse(terms),
    projection: dense(projection),
    rows: dense(rows),
    steadyRows: dense(rows),
    lengths: Float64Array.from(lengths),
  };
}

const near = (value: number) => expect.closeTo(value, 6) as number;

// Terms (0.6, 0.8, 0) go to (0.6 · 1, 0.8 · 2) = (0.6, 1.6) of length √2.92.
const LENGTH = Math.sqrt(2.92);
const byHand = vectorsOf(
  [
    [0.6, 0.8, 0],
    [0, 0, 0],
  ],
  [
    [1, 0],
    [0, 2],
    [1, 1],
  ],
  [
    [0.6 / LENGTH, 1.6 / LENGTH],
    [0, 0],
  ],
  [LENGTH, 0],
);

/** Why the first paper stands in a topic. */
const reasonFor = (centroids: number[][], topic: number) =>
  explainTopics(byHand, dense(centroids), Uint32Array.of(topic, 0))[0];

describe('explainTopics(vectors, centroids, topicOf)', () => {
  it('names the terms that bring a paper near its topic, those of greatest share first', () => {
    // 0.6 · 1 · 0.6 = 0.36 and 0.8 · 2 · 0.8 = 1.28, by √2.92.
    expect(reasonFor([[0.6, 0.8]], 0)).toEqual({
      similarity: near(1.64 / LENGTH),
      runnerUp: null,
      isBetween: false,
      terms: [
        { column: 1, share: near(1.28 / LENGTH) },
        { column: 0, share: near(0.36 / LENGTH) },
      ],
    });
  });

  it('leaves out terms that pull away, but counts them', () => {
    const reason = reasonFor([[-0.6, 0.8]], 0)!;
    expect(reason.terms.map(({ column }) => column)).toEqual([1]);
    expect(reason.similarity).toBeCloseTo((1.28 - 0.36) / LENGTH, 6);
  });

  it('names the next topic, and says whether it is nearly as near', () => {
    // Cosines of the paper: 1.6 / √2.92 = 0.936, 1.64 / √2.92 = 0.960, 0.6 / √2.92 = 0.351.
    const centroids = [
      [0, 1],
      [0.6, 0.8],
      [1, 0],
    ];
    const second = { topic: 0, similarity: near(1.6 / LENGTH) };
    expect(reasonFor(centroids, 1)).toMatchObject({ runnerUp: second, isBetween: true });
    const apart = [
      [0, 1],
      [1, 0],
    ];
    const next = { topic: 1, similarity: near(0.6 / LENGTH) };
    expect(reasonFor(apart, 0)).toMatchObject({ runnerUp: next, isBetween: false });
    // Put by hand where it is far from.
    expect(reasonFor(apart, 1)).toMatchObject({ runnerUp: { topic: 0 }, isBetween: false });
  });

  it('has no reason for a paper without terms', () => {
    expect(explainTopics(byHand, dense([[1, 0]]), Uint32Array.of(0, 0))[1]).toBeNull();
  });

  it('names six terms at most, of equal shares the first', () => {
    const weights = [1, 2, 1, 3, 2, 1, 1, 0];
    const one = vectorsOf(
      [weights],
      weights.map(() => [1]),
      [[1]],
      [11],
    );
    const { terms } = explainTopics(one, dense([[1]]), Uint32Array.of(0))[0]!;
    expect(terms.map(({ column }) => column)).toEqual([3, 1, 4, 0, 2, 5]);
  });

  it('has shares that add up to the cosine, for each paper and topic of a collection', () => {
    const papers = seedNames
      .flatMap((name) => parseText(seedText(name), name).records)
      .map(({ title, abstract }) => ({ title, abstract: abstract ?? '' }));
    expect(papers.length).toBeGreaterThan(400);
    const { vectors, centroids } = modelTopics(papers, { topics: 8, seed: 1 });
    let greatest = 0;
    for (let topic = 0; topic < centroids.rows; topic++) {
      const same = new Uint32Array(papers.length).fill(topic);
      explainTopics(vectors, centroids, same).forEach((reason, paper) => {
        const cosine = innerProduct(vectors.rows, paper, centroids, topic);
        greatest = Math.max(greatest, Math.abs(reason!.similarity - cosine));
        expect(reason!.terms.length).toBeLessThanOrEqual(6);
      });
    }
    expect(greatest).toBeLessThan(1e-6);
  });
});
