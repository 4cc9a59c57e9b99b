import { describe, expect, it } from 'vitest';
import { modelTopics, type TopicOptions } from '../../../src/core/topics/model-topics.ts';
import { PAPERS, THEMES } from './three-themes.ts';

const auto: TopicOptions = { topics: 'auto', seed: 1 };

describe('modelTopics(papers, options) after an earlier build', () => {
  const themes = PAPERS.map((_, row) => row % THEMES);

  it('goes on from topics that are there, and tells how far fresh ones agree', () => {
    const topicOf = Int32Array.from(themes, (theme, row) => (row < 20 ? 2 - theme : -1));
    const { assignments, cameFrom, report, stability } = modelTopics(PAPERS, {
      ...auto,
      earlier: { topics: 3, topicOf },
    });
    expect([...assignments].map((topic) => cameFrom[topic])).toEqual(
      themes.map((theme) => 2 - theme),
    );
    expect(report.agreement).toBeCloseTo(1, 9);
    expect(Math.min(...stability)).toBeGreaterThan(0.9);
  });

  it('keeps a partition that a fresh fit would not find, and says so', () => {
    const topicOf = Int32Array.from(PAPERS, (_, row) => Math.floor(row / 12));
    const { assignments, cameFrom, report, stability } = modelTopics(PAPERS, {
      ...auto,
      earlier: { topics: 2, topicOf },
    });
    expect([...assignments]).toEqual([...topicOf]);
    expect(cameFrom).toEqual([0, 1]);
    expect(report.agreement).toBeLessThan(0.2);
    expect(Math.max(...stability)).toBeLessThan(0.5);
  });

  it('fits anew on demand, and keeps the names alone', () => {
    const topicOf = Int32Array.from(PAPERS, (_, row) => (row % THEMES === 0 ? 1 : 0));
    const anew = modelTopics(PAPERS, { ...auto, earlier: { topics: 2, topicOf }, refit: true });
    expect(anew.assignments).toEqual(modelTopics(PAPERS, auto).assignments);
    const names = [0, 1, 2].map((row) => anew.cameFrom[anew.assignments[row]!]);
    expect(names[0]).toBe(1);
    expect(names.slice(1).sort()).toEqual([0, null]);
    expect(anew.report.agreement).toBeNull();
  });

  it('starts afresh where no paper of the earlier build is left', () => {
    const earlier = { topics: 2, topicOf: new Int32Array(PAPERS.length).fill(-1) };
    const model = modelTopics(PAPERS, { ...auto, earlier });
    expect(model.cameFrom).toEqual([null, null, null]);
    expect(model.assignments).toEqual(modelTopics(PAPERS, auto).assignments);
  });
});
