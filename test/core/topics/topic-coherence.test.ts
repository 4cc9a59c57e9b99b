import { describe, expect, it } from 'vitest';
import { topicCoherence, topicDiversity } from '../../../src/core/topics/topic-coherence.ts';

const documents = [['a', 'b'], ['a', 'b', 'c'], ['c'], ['d']].map((terms) => new Set(terms));

describe('topicCoherence(topics, documents)', () => {
  it('is 1 for terms that only stand together and -1 for those that never do', () => {
    expect(topicCoherence([['a', 'b']], documents)).toBeCloseTo(1, 12);
    expect(topicCoherence([['a', 'd']], documents)).toBe(-1);
  });

  it('is 0 for terms that meet as often as chance has it', () => {
    // P(a) = P(c) = 1/2 and P(a, c) = 1/4.
    expect(topicCoherence([['a', 'c']], documents)).toBeCloseTo(0, 12);
  });

  it('is the mean over pairs, then over topics', () => {
    // Pairs of a, b, c: 1, 0, 0; of a, d: -1.
    expect(
      topicCoherence(
        [
          ['a', 'b', 'c'],
          ['a', 'd'],
        ],
        documents,
      ),
    ).toBeCloseTo((1 / 3 - 1) / 2, 12);
  });

  it('does not count topics of fewer than two terms', () => {
    expect(topicCoherence([['a'], [], ['a', 'b']], documents)).toBeCloseTo(1, 12);
    expect(topicCoherence([['a']], documents)).toBe(0);
  });
});

describe('topicDiversity(topics)', () => {
  it('is the share of distinct terms', () => {
    expect(
      topicDiversity([
        ['a', 'b'],
        ['b', 'c'],
      ]),
    ).toBe(3 / 4);
    expect(topicDiversity([])).toBe(1);
  });
});
