import { describe, expect, it } from 'vitest';
import { expectedTopics } from '../../../src/core/topics/expected-topics.ts';

describe('expectedTopics(papers)', () => {
  it('is one below 12 papers, at least 3 from there on, and grows as a power of them', () => {
    // 0.34 · 457^0.56 = 10.5, 0.34 · 8000^0.56 = 52.1, 0.025 · 100000^0.85 = 444.6.
    expect([1, 11, 12, 50, 457, 8000, 100_000].map(expectedTopics)).toEqual([
      1, 1, 3, 3, 10, 52, 445,
    ]);
  });
});
