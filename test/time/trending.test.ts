import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/time/calendar.ts';
import type { PaperPage } from '../../src/site-data.ts';
import { newestDay, risingPapers, topicChanges, trendScore } from '../../src/time/trending.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const NEWEST = '2026-05-31';

/** A paper so many days before the newest day. */
const aged = (id: string, age: number, known: Partial<PaperPage> = {}): PaperPage => ({
  ...UNKNOWN,
  id,
  listed: addDays(NEWEST, -age),
  ...known,
});

describe('trendScore(upvotes, age)', () => {
  it('is upvotes / (age + 2)^1.2', () => {
    // 2^1.2 = 2.29740, 10^1.2 = 15.84893
    expect(trendScore(100, 0)).toBeCloseTo(43.5275, 4);
    expect(trendScore(100, 8)).toBeCloseTo(6.3096, 4);
    expect(trendScore(0, 5)).toBe(0);
  });
});

describe('newestDay(papers)', () => {
  it('is the newest whole day, whatever months are known beside', () => {
    expect(newestDay([aged('a', 3), aged('b', 1), { ...UNKNOWN, published: '2026-12' }])).toBe(
      '2026-05-30',
    );
    expect(newestDay([UNKNOWN])).toBeNull();
  });
});

describe('risingPapers(papers)', () => {
  const many = Array.from({ length: 20 }, (_, age) => aged(`p${age}`, age, { upvotes: 10 }));

  it('ranks the same upvotes by age, and more upvotes before that', () => {
    const ranked = risingPapers([...many, aged('old', 8, { upvotes: 100 })]);
    // 100 / 10^1.2 = 6.31 against 10 / 2^1.2 = 4.35
    expect(ranked.slice(0, 3).map(({ paper, age }) => [paper.id, age])).toEqual([
      ['old', 8],
      ['p0', 0],
      ['p1', 1],
    ]);
    expect(ranked).toHaveLength(21);
  });

  it('leaves out what has no upvote or no day', () => {
    const beside = [aged('none', 0), aged('zero', 0, { upvotes: 0 }), { ...UNKNOWN, upvotes: 900 }];
    expect(risingPapers([...many, ...beside])).toHaveLength(20);
  });

  it('is empty for fewer than twenty, and for papers without a date', () => {
    expect(risingPapers(many.slice(1))).toEqual([]);
    expect(risingPapers(many.map((paper) => ({ ...paper, listed: null })))).toEqual([]);
  });
});

describe('topicChanges(papers)', () => {
  const some = (topic: string, count: number, age: number) =>
    Array.from({ length: count }, (_, at) => aged(`${topic}-${age}-${at}`, age, { topic }));

  it('compares the shares of the newest 90 days with those of the 365 before', () => {
    const papers = [
      ...some('up', 30, 0),
      ...some('still', 50, 89),
      ...some('down', 20, 10),
      ...some('up', 10, 90),
      ...some('still', 50, 454),
      ...some('down', 40, 200),
      // Too old to count.
      ...some('down', 70, 455),
    ];
    const { recent, before, growing, shrinking } = topicChanges(papers)!;
    expect([recent, before]).toEqual([100, 100]);
    expect(
      growing.map(({ topic, recentShare, beforeShare }) => [topic, recentShare, beforeShare]),
    ).toEqual([['up', 0.3, 0.1]]);
    // (0.3 - 0.1) / sqrt(0.2 · 0.8 · (1/100 + 1/100)) = 0.2 / 0.0565685
    expect(growing[0]!.z).toBeCloseTo(3.5355, 4);
    expect(shrinking.map(({ topic }) => topic)).toEqual(['down']);
    // (0.2 - 0.4) / sqrt(0.3 · 0.7 · 0.02)
    expect(shrinking[0]!.z).toBeCloseTo(-3.0861, 4);
  });

  it('says nothing of a topic of fewer than ten papers', () => {
    const papers = [...some('small', 9, 0), ...some('rest', 60, 0), ...some('rest', 60, 100)];
    expect(topicChanges(papers)!.growing).toEqual([]);
    expect(topicChanges([...papers, ...some('small', 1, 1)])!.growing).toHaveLength(1);
  });

  it('is null where one of the two spans has fewer than fifty papers', () => {
    expect(topicChanges([...some('a', 60, 0), ...some('a', 49, 100)])).toBeNull();
    expect(topicChanges([UNKNOWN])).toBeNull();
  });
});
