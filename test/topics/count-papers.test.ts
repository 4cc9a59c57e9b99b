import { describe, expect, it } from 'vitest';
import { tallyAll, tallyYears, yearSpan } from '../../src/topics/count-papers.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const dated = (published: string | null, listed: string | null = null) => ({
  ...UNKNOWN,
  published,
  listed,
});

describe('tallyAll(papers, keysOf)', () => {
  it('counts a paper once for each of its keys, the most frequent key first', () => {
    const papers = [['b', 'a', 'b'], ['a'], null, ['c', 'a']].map((authors) => ({
      ...UNKNOWN,
      authors,
    }));
    expect(tallyAll(papers, ({ authors }) => authors ?? [])).toEqual([
      { key: 'a', count: 3 },
      { key: 'b', count: 1 },
      { key: 'c', count: 1 },
    ]);
  });
});

describe('tallyYears(papers)', () => {
  it('goes from the first year to the last, by what is known of each paper', () => {
    const papers = [dated('2026-03-01'), dated(null), dated('2024'), dated(null, '2026-01-05')];
    expect(tallyYears(papers)).toEqual([
      { key: 2024, count: 1 },
      { key: 2025, count: 0 },
      { key: 2026, count: 2 },
    ]);
  });

  it('is empty where no date is known', () => {
    expect(tallyYears([dated(null)])).toEqual([]);
  });
});

describe('yearSpan(papers)', () => {
  it.each([
    [['2025-01-02', '2025'], '2025'],
    [['2026', '2024-03'], '2024–2026'],
    [[null], null],
  ])('of %j is %j', (dates, span) => {
    expect(yearSpan(dates.map((date) => dated(date)))).toBe(span);
  });
});
