import { describe, expect, it } from 'vitest';
import { evaluateTopics } from '../../../src/core/topics/evaluate-topics.ts';
import { PAPERS, THEMES } from './three-themes.ts';

const labelled = PAPERS.map((paper, row) => ({ ...paper, label: `theme ${row % THEMES}` }));

describe('evaluateTopics(papers, topics, seeds, onStage)', () => {
  it('gives full marks to topics that are the labels', () => {
    const measures = evaluateTopics(labelled, THEMES, [1, 2, 3]);
    expect(measures).toMatchObject({ papers: 24, k: 3 });
    for (const score of [measures.ami, measures.ari, measures.seedAri, measures.knnAccuracy]) {
      expect(score).toBeCloseTo(1, 9);
    }
    expect(measures.silhouette).toBeGreaterThan(0);
    expect(measures.npmi).toBeGreaterThan(0);
    expect(measures.diversity).toBeGreaterThan(0.8);
  });

  it('gives no marks to labels that have nothing to do with the texts', () => {
    // Eight papers a theme: four of each label in every theme.
    const crossed = PAPERS.map((paper, row) => ({
      ...paper,
      label: `${Math.floor(row / THEMES) % 2}`,
    }));
    const { ami, ari } = evaluateTopics(crossed, THEMES, [1]);
    expect(Math.max(ami ?? 1, ari ?? 1)).toBeLessThan(0.05);
  });

  it('leaves out what it cannot compare', () => {
    const unlabelled = PAPERS.map((paper) => ({ ...paper, label: null }));
    const { ami, ari, knnAccuracy, seedAri } = evaluateTopics(unlabelled, 'auto', [1]);
    expect([ami, ari, knnAccuracy, seedAri]).toEqual([null, null, null, null]);
  });

  it('compares the papers that have labels', () => {
    const some = labelled.map((paper, row) => (row < 12 ? paper : { ...paper, label: null }));
    const { papers, ami, ari, knnAccuracy } = evaluateTopics(some, THEMES, [1]);
    expect(papers).toBe(24);
    for (const score of [ami, ari, knnAccuracy]) expect(score).toBeCloseTo(1, 9);
  });

  it('names each stage as it ends', () => {
    const stages: string[] = [];
    evaluateTopics(labelled, THEMES, [1], (stage) => stages.push(stage));
    expect(stages).toEqual(['vectors', 'clusters', 'labels', 'related', 'map']);
  });

  it('refuses no seed', () => {
    expect(() => evaluateTopics(labelled, THEMES, [])).toThrow(RangeError);
  });
});
