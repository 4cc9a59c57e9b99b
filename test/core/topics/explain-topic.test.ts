import { describe, expect, it } from 'vitest';
import type { PaperVectors } from '../../../src/core/topics/embed-papers.ts';
import { explainTopic, termShares } from '../../../src/core/topics/explain-topic.ts';
import { innerProduct } from '../../../src/core/topics/inner-products.ts';
import { modelTopics } from '../../../src/core/topics/model-topics.ts';
import { parseText, seedNames, seedText } from '../digest/seeds.ts';
import { dense, sparse } from './matrices.ts';

/** Vectors by hand: rows of terms, what takes them to the reduced space, and where they arrive. */
function vectorsOf(terms: number[][], projection: number[][], rows: number[][]): PaperVectors {
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
);

describe('explainTopic(vectors, centroids, paper, topic)', () => {
  it('names the terms that bring a paper near its topic, those of greatest share first', () => {
    const centroids = dense([[0.6, 0.8]]);
    // 0.6 · 1 · 0.6 = 0.36 and 0.8 · 2 · 0.8 = 1.28, by √2.92.
    expect(explainTopic(byHand, centroids, 0, 0)).toEqual({
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
    const reason = explainTopic(byHand, dense([[-0.6, 0.8]]), 0, 0)!;
    expect(reason.terms.map(({ column }) => column)).toEqual([1]);
    expect(reason.similarity).toBeCloseTo((1.28 - 0.36) / LENGTH, 6);
  });

  it('names the next topic, and says whether it is nearly as near', () => {
    // Cosines of the paper: 1.6 / √2.92 = 0.936, 1.64 / √2.92 = 0.960, 0.6 / √2.92 = 0.351.
    const centroids = dense([
      [0, 1],
      [0.6, 0.8],
      [1, 0],
    ]);
    const second = { topic: 0, similarity: near(1.6 / LENGTH) };
    expect(explainTopic(byHand, centroids, 0, 1)).toMatchObject({
      runnerUp: second,
      isBetween: true,
    });
    const apart = dense([
      [0, 1],
      [1, 0],
    ]);
    const next = { topic: 1, similarity: near(0.6 / LENGTH) };
    expect(explainTopic(byHand, apart, 0, 0)).toMatchObject({ runnerUp: next, isBetween: false });
  });

  it('has no reason for a paper without terms', () => {
    expect(explainTopic(byHand, dense([[1, 0]]), 1, 0)).toBeNull();
    expect(termShares(byHand, dense([[1, 0]]), 1, 0)).toEqual([]);
  });
});

describe('termShares(vectors, centroids, paper, topic)', () => {
  it('adds up to the cosine of paper and centre, for each paper and topic of a collection', () => {
    const papers = seedNames
      .flatMap((name) => parseText(seedText(name), name).records)
      .map(({ title, abstract }) => ({ title, abstract: abstract ?? '' }));
    expect(papers.length).toBeGreaterThan(400);
    const { vectors, centroids, assignments } = modelTopics(papers, { topics: 8, seed: 1 });
    let greatest = 0;
    papers.forEach((_, paper) => {
      for (let topic = 0; topic < centroids.rows; topic++) {
        const shares = termShares(vectors, centroids, paper, topic);
        const sum = shares.reduce((total, { share }) => total + share, 0);
        const cosine = innerProduct(vectors.rows, paper, centroids, topic);
        greatest = Math.max(greatest, Math.abs(sum - cosine));
      }
      const reason = explainTopic(vectors, centroids, paper, assignments[paper]!)!;
      expect(reason.terms.length).toBeGreaterThan(0);
      expect(reason.terms.length).toBeLessThanOrEqual(6);
    });
    expect(greatest).toBeLessThan(1e-6);
  });
});
