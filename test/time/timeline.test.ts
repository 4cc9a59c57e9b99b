import { describe, expect, it } from 'vitest';
import { placeOnAxis, timeAxis } from '../../src/time/timeline.ts';

describe('timeAxis(dates)', () => {
  it('names all months from the first to the newest, those without papers too', () => {
    expect(timeAxis(['2025-11-30', '2026-02', '2025-11-01', null])).toEqual({
      unit: 'month',
      periods: ['2025-11', '2025-12', '2026-01', '2026-02'],
    });
  });

  it('is null where less than half of the papers have a date, and where all are of one month', () => {
    expect(timeAxis(['2025-11-30', '2026-02-01', null, null, null])).toBeNull();
    expect(timeAxis(['2025-11-30', '2025-11-01'])).toBeNull();
    expect(timeAxis([])).toBeNull();
  });

  it('counts years where months would be more than thirty-six', () => {
    expect(timeAxis(['2019-01-01', '2020-05-05', '2024-12-01'])).toEqual({
      unit: 'year',
      periods: ['2019', '2020', '2021', '2022', '2023', '2024'],
    });
    expect(timeAxis(['2021', '2023'])?.periods).toEqual(['2021', '2022', '2023']);
  });

  it('leaves out what is far older, up to a tenth of the papers', () => {
    const recent = Array.from({ length: 9 }, (_, at) => `2025-0${at + 1}-01`);
    const axis = timeAxis(['1998-04-01', ...recent]);
    expect([axis?.unit, axis?.periods[0], axis?.periods.length]).toEqual(['month', '2025-01', 9]);
    expect(timeAxis(['1998-04-01', '1999-01-01', ...recent])?.unit).toBe('year');
  });
});

describe('placeOnAxis(axis, date)', () => {
  const axis = timeAxis(['2025-11-30', '2026-02-01'])!;

  it('is the place of the month, and -1 for none, for another, and for a year alone', () => {
    const places = ['2025-11-05', '2026-01', '2024-01-01', '2026', null];
    expect(places.map((date) => placeOnAxis(axis, date))).toEqual([0, 2, -1, -1, -1]);
  });
});
