import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  endOfMonth,
  endOfWeek,
  isMonth,
} from '../../../scripts/fetch/days.ts';

describe('endOfWeek(week)', () => {
  it.each([
    ['2025-W01', '2025-01-05'],
    ['2025-W09', '2025-03-02'],
    ['2026-W53', '2027-01-03'],
    ['2020-W53', '2021-01-03'],
    ['2021-W01', '2021-01-10'],
    ['2025-W53', null],
    ['2025-W00', null],
    ['2025-W99', null],
    ['2025-9', null],
    ['0000-W01', null],
  ])('%s → %s', (week, sunday) => {
    expect(endOfWeek(week)).toBe(sunday);
  });
});

describe('days of the calendar', () => {
  it('cross months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
    expect(daysBetween('2025-12-30', '2026-01-02')).toEqual([
      '2025-12-30',
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
    ]);
    expect(daysBetween('2025-01-02', '2025-01-01')).toEqual([]);
  });

  it('end months where they end', () => {
    expect(['2024-02', '2025-02', '2025-12'].map(endOfMonth)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2025-12-31',
    ]);
    expect(['2025-12', '2025-13', '2025-1', '2025-12-01'].map(isMonth)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
