import { describe, expect, it } from 'vitest';
import { calendarMonths } from '../../src/time/calendar-months.ts';
import type { Period } from '../../src/time/time-pages.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const day = (name: string, papers: number): Period => ({
  ...{ unit: 'day', name },
  papers: Array.from({ length: papers }, () => UNKNOWN),
});

describe('calendarMonths(days)', () => {
  const months = calendarMonths([
    ...[day('2026-02-02', 8), day('2026-02-01', 1), day('2025-12-31', 4), day('2025-12-30', 2)],
  ]);

  it('has the months with papers alone, the newest first', () => {
    expect(months.map(({ month }) => month)).toEqual(['2026-02', '2025-12']);
  });

  it('begins weeks on Monday and has every day of the month once', () => {
    // 1 February 2026 is a Sunday, 28 February a Saturday.
    const weeks = months[0]!.weeks;
    expect(weeks[0]!.map((one) => one?.date ?? null)).toEqual([
      ...[null, null, null, null, null, null, '2026-02-01'],
    ]);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect(weeks.flat().filter((one) => one !== null)).toHaveLength(28);
    expect(months[1]!.weeks.flat().filter((one) => one !== null)).toHaveLength(31);
  });

  it('tells quarters of the days by how many papers they have', () => {
    const levels = months.flatMap(({ weeks }) =>
      weeks.flat().flatMap((one) => (one?.papers ? [[one.papers, one.level]] : [])),
    );
    expect(levels).toEqual([
      [1, 1],
      [8, 3],
      [2, 1],
      [4, 2],
    ]);
  });
});
