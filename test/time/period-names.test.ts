import { describe, expect, it } from 'vitest';
import { periodPath, periodTitle, weekSpan } from '../../src/time/period-names.ts';
import { periodPaths } from '../../src/time/period-paths.ts';

describe('periodTitle(period)', () => {
  it('says days, weeks and months in words', () => {
    expect(periodTitle({ unit: 'day', name: '2026-05-29' })).toBe('Friday, 29 May 2026');
    expect(periodTitle({ unit: 'week', name: '2026-W01' })).toBe('Week 1 of 2026');
    expect(periodTitle({ unit: 'month', name: '2026-05' })).toBe('May 2026');
  });
});

describe('weekSpan(week)', () => {
  it('reaches from Monday to Sunday, over the end of a year', () => {
    expect(weekSpan('2025-W01')).toBe('30 Dec – 5 Jan');
  });

  it('names the month once where there is but one', () => {
    expect(weekSpan('2025-W38')).toBe('15–21 Sept');
  });
});

describe('periodPaths(periods)', () => {
  const period = (name: string) => ({ unit: 'week' as const, name, papers: [] });

  it('has an index, and each period between the one before and the one after', () => {
    const paths = periodPaths([period('2025-W02'), period('2024-W52')]);
    expect(
      paths.map(({ params, props }) => [params.name, props.older?.name, props.newer?.name]),
    ).toEqual([
      [undefined, undefined, undefined],
      ['2025-w02', '2024-W52', undefined],
      ['2024-w52', undefined, '2025-W02'],
    ]);
    expect(periodPath('week', '2025-W02')).toBe('weeks/2025-w02/');
  });

  it('is empty without periods', () => {
    expect(periodPaths([])).toEqual([]);
  });
});
