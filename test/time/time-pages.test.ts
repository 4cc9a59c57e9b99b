import { describe, expect, it } from 'vitest';
import type { PaperPage } from '../../src/site-data.ts';
import { groupByTopic, arrivalDate, periodOf, timePages } from '../../src/time/time-pages.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const paper = (id: string, known: Partial<PaperPage>): PaperPage => ({ ...UNKNOWN, id, ...known });

describe('arrivalDate(paper)', () => {
  it('is the day on which a digest lists it, and else the date of publication', () => {
    expect(arrivalDate(paper('a', { listed: '2025-03-04', published: '2025-03-01' }))).toBe(
      '2025-03-04',
    );
    expect(arrivalDate(paper('b', { published: '2025-03' }))).toBe('2025-03');
    expect(arrivalDate(paper('c', {}))).toBeNull();
  });
});

describe('periodOf(paper, unit)', () => {
  it('is null where the date is too short for it', () => {
    const month = paper('a', { published: '2025-03' });
    expect([periodOf(month, 'day'), periodOf(month, 'week'), periodOf(month, 'month')]).toEqual([
      null,
      null,
      '2025-03',
    ]);
    expect(periodOf(paper('b', { published: '2025' }), 'month')).toBeNull();
  });

  it('takes the year of an ISO week from its Thursday', () => {
    expect(periodOf(paper('a', { listed: '2024-12-31' }), 'week')).toBe('2025-W01');
  });
});

describe('timePages(papers, unit)', () => {
  const papers = [
    paper('a', { listed: '2025-12-31', upvotes: 1 }),
    paper('b', { listed: '2026-01-01', upvotes: 2 }),
    paper('c', { listed: '2025-12-31', upvotes: 9 }),
    paper('d', { listed: '2026-01-01' }),
    paper('e', { published: '2026-01' }),
  ];
  const shape = (unit: 'day' | 'week' | 'month') =>
    timePages(papers, unit).map(({ name, papers: own }) => [
      name,
      own.map(({ id }) => id).join(''),
    ]);

  it('has each dated paper once, the newest period first, the most upvotes first in it', () => {
    expect(shape('day')).toEqual([
      ['2026-01-01', 'bd'],
      ['2025-12-31', 'ca'],
    ]);
    expect(shape('week')).toEqual([['2026-W01', 'cbad']]);
    expect(shape('month')).toEqual([
      ['2026-01', 'bde'],
      ['2025-12', 'ca'],
    ]);
  });

  it('is empty where less than half of the papers have such a date', () => {
    const undated = Array.from({ length: 5 }, (_, at) => paper(`u${at}`, {}));
    expect(timePages([...papers, ...undated], 'day')).toEqual([]);
    expect(timePages([...papers, ...undated], 'month')).toHaveLength(2);
    expect(timePages([], 'day')).toEqual([]);
  });

  it('is empty where hardly two papers fall on one period', () => {
    const spread = ['2001-01-01', '2004-02-02', '2009-03-03'].map((listed, at) =>
      paper(`s${at}`, { listed }),
    );
    expect(timePages(spread, 'day')).toEqual([]);
  });
});

describe('groupByTopic(papers)', () => {
  it('sets the topic of most papers first and keeps the order within', () => {
    const papers = ['x', 'y', 'y', 'z'].map((topic, at) => paper(`p${at}`, { topic }));
    expect(groupByTopic(papers).map(({ topic, papers: own }) => [topic, own.length])).toEqual([
      ['y', 2],
      ['x', 1],
      ['z', 1],
    ]);
    expect(groupByTopic(papers)[0]!.papers.map(({ id }) => id)).toEqual(['p1', 'p2']);
  });
});
