import { describe, expect, it } from 'vitest';
import {
  clustersFor,
  MEASURES,
  parseBenchOptions,
  sizesOf,
} from '../../../scripts/bench/bench-options.ts';

describe('parseBenchOptions(args)', () => {
  it('measures all with a hundred dimensions where nothing else is asked for', () => {
    expect(parseBenchOptions([])).toEqual({
      files: [],
      papers: [],
      k: null,
      dimensions: 100,
      runs: 3,
      only: MEASURES,
    });
  });

  it('reads files and options in any order', () => {
    const args = ['--k', '20', 'a.jsonl', '--papers', '500,1000', 'b.jsonl', '--only', 'model'];
    expect(parseBenchOptions(args)).toMatchObject({
      files: ['a.jsonl', 'b.jsonl'],
      papers: [500, 1000],
      k: 20,
      only: ['model'],
    });
  });

  it('is null for help', () => {
    expect(parseBenchOptions(['--help'])).toBeNull();
  });

  it.each([
    [['--k', '0'], /--k: expected a whole number from 1 on, got 0/],
    [['--papers', '10,many'], /--papers: .*got many/],
    [['--only', 'speed'], /--only: expected some of .*got speed/],
    [['--fast'], /--fast/],
  ])('refuses %j', (args, words) => {
    expect(() => parseBenchOptions(args)).toThrow(words);
  });
});

describe('sizesOf(total, asked)', () => {
  it('takes 10,000 and 100,000 as far as a file goes', () => {
    expect(sizesOf(457, [])).toEqual([457]);
    expect(sizesOf(20_000, [])).toEqual([10_000]);
    expect(sizesOf(100_000, [])).toEqual([10_000, 100_000]);
  });

  it('takes what is asked for, once each and at most all, rising', () => {
    expect(sizesOf(300, [500, 100, 400])).toEqual([100, 300]);
  });
});

describe('clustersFor(papers)', () => {
  it('is 60 for 10,000 papers, 200 for 100,000, and fewer for small collections', () => {
    expect([1, 100, 10_000, 100_000].map(clustersFor)).toEqual([1, 6, 60, 200]);
  });
});
