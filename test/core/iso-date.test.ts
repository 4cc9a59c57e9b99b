import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIsoDate, isoDate, monthNumber } from '../../src/core/iso-date.ts';

describe('isoDate(year, month, day)', () => {
  it('pads months and days', () => {
    expect(isoDate(2026, 3, 5)).toBe('2026-03-05');
  });

  it('knows leap years', () => {
    expect(isoDate(2024, 2, 29)).toBe('2024-02-29');
    expect(isoDate(2000, 2, 29)).toBe('2000-02-29');
    expect(isoDate(2023, 2, 29)).toBeNull();
    expect(isoDate(1900, 2, 29)).toBeNull();
  });

  it('is null for months and days that do not exist', () => {
    for (const [month, day] of [
      [0, 1],
      [13, 1],
      [1, 0],
      [1, 32],
      [4, 31],
      [12, 99],
    ] as const) {
      expect(isoDate(2026, month, day)).toBeNull();
    }
  });

  it('gives days that isIsoDate takes, whatever the zone of the machine', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const date = isoDate(year, month, day) ?? '';
          expect(isIsoDate(date)).toBe(true);
          expect(date.split('-').map(Number)).toEqual([year, month, day]);
        },
      ),
    );
  });
});

describe('isIsoDate(text)', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-1-01', '26-01-01', '2026-01-01 ', '2026/01/01', ''])(
    'refuses %j',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );
});

describe('monthNumber(name)', () => {
  it('knows months short and in full, in any case', () => {
    const short = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    const full =
      'January February March April May June July August September October November December';
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    expect(short.map(monthNumber)).toEqual(numbers);
    expect(full.split(' ').map(monthNumber)).toEqual(numbers);
    expect(full.toUpperCase().split(' ').map(monthNumber)).toEqual(numbers);
  });

  it('is null for a word that begins as no month does', () => {
    expect(['Foo', 'Table', 'Ja', ''].map(monthNumber)).toEqual([null, null, null, null]);
  });
});

describe('isoDate and monthNumber', () => {
  it('take years of four digits and months by their own names alone', () => {
    expect([isoDate(50, 2, 8), isoDate(10_000, 3, 1)]).toEqual([null, null]);
    expect(['Janus', 'Marigold', 'Ma', 'Sept'].map(monthNumber)).toEqual([null, null, null, 9]);
  });
});
