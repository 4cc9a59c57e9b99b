import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysFrom,
  mondayOf,
  monthsBetween,
  weekdayOf,
  weekOf,
} from '../../src/time/calendar.ts';

/** Days from 1990 to 2060. */
const day = fc.integer({ min: 0, max: 25_000 }).map((offset) => addDays('1990-01-01', offset));

describe('weekOf(day)', () => {
  // The examples of ISO 8601 and of its article in Wikipedia.
  it.each([
    ['2005-01-01', '2004-W53'],
    ['2005-01-02', '2004-W53'],
    ['2005-12-31', '2005-W52'],
    ['2006-01-01', '2005-W52'],
    ['2006-01-02', '2006-W01'],
    ['2007-01-01', '2007-W01'],
    ['2007-12-30', '2007-W52'],
    ['2007-12-31', '2008-W01'],
    ['2008-12-28', '2008-W52'],
    ['2008-12-29', '2009-W01'],
    ['2009-12-31', '2009-W53'],
    ['2010-01-03', '2009-W53'],
    ['2010-01-04', '2010-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
  ])('puts %s into %s', (date, week) => {
    expect(weekOf(date)).toBe(week);
  });

  it('gives the seven days from a Monday on one week, and no other day', () => {
    fc.assert(
      fc.property(day, (date) => {
        const monday = mondayOf(weekOf(date));
        expect(weekdayOf(monday)).toBe(1);
        const offset = daysFrom(monday, date);
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThan(7);
      }),
    );
  });
});

describe('mondayOf(week)', () => {
  it('may lie in the year before, and in the same one', () => {
    expect(mondayOf('2009-W01')).toBe('2008-12-29');
    expect(mondayOf('2009-W53')).toBe('2009-12-28');
    expect(mondayOf('2025-W07')).toBe('2025-02-10');
  });
});

describe('addDays(day, count)', () => {
  it('knows leap years and the ends of years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });
});

describe('monthsBetween(first, last)', () => {
  it('names both ends and all between, over the end of a year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(monthsBetween('2025-11', '2025-11')).toEqual(['2025-11']);
  });
});
