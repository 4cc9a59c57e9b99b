import { describe, expect, it } from 'vitest';
import { countSince, firstVisit, openNews } from '../../../src/client/news/last-visit.ts';

const [MONDAY, TUESDAY, FRIDAY] = ['2026-03-02', '2026-03-03', '2026-03-06'].map(
  (day) => `${day}T00:00:00.000Z`,
) as [string, string, string];

describe('openNews(before, last, now)', () => {
  it('has nothing new at a first visit', () => {
    expect(openNews(null, 4, MONDAY)).toEqual(firstVisit(4, MONDAY));
    expect(firstVisit(4, MONDAY).since).toBe(4);
  });

  it('shows what came after the opening before, and again when it is opened again', () => {
    const first = firstVisit(4, MONDAY);
    const second = openNews(first, 6, TUESDAY);
    expect(second).toEqual({ told: 6, since: 4, sinceAt: MONDAY, openedAt: TUESDAY });
    const third = openNews(second, 6, FRIDAY);
    expect(third).toEqual({ ...second, openedAt: FRIDAY });
    expect(openNews(third, 7, FRIDAY)).toMatchObject({ told: 7, since: 6, sinceAt: FRIDAY });
  });

  it('begins anew with a collection that was begun anew', () => {
    expect(openNews(firstVisit(9, MONDAY), 1, FRIDAY)).toEqual(firstVisit(1, FRIDAY));
  });
});

describe('countSince(builds, since)', () => {
  it('sums the papers of later builds', () => {
    const builds = [
      [7, 3],
      [6, 2],
      [1, 400],
    ] as const;
    expect([0, 1, 5, 6, 7].map((since) => countSince(builds, since))).toEqual([405, 5, 5, 3, 0]);
  });
});
