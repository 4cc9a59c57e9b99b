import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWrittenDay,
  joinWrittenDates,
  writtenDate,
  writtenDay,
} from '../../../src/core/digest/written-date.ts';

describe('writtenDate(text)', () => {
  it.each([
    ['2025-08-20T00:00:00-04:00', '2025-08-20'],
    ['20240305', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['Thu, 7 Nov 2024 02:49:53 GMT   (31214kb,D)', '2024-11-07'],
    ['Wed  7 Jun 23 18:00:00 GMT', '2023-06-07'],
    ['Fri, 28 Jan 94', '1994-01-28'],
    ['Jan 5th, 2024', '2024-01-05'],
    ['March 5-7, 2023', '2023-03-05'],
    ['05-Mar-2023', '2023-03-05'],
    ['2023 Mar 5', '2023-03-05'],
    ['2023/03/05/spring', '2023-03-05'],
    ['13/4/2024', '2024-04-13'],
    ['4/13/2024', '2024-04-13'],
  ])('reads the day of %j as %s', (text, date) => {
    expect(writtenDate(text)).toBe(date);
    expect(writtenDay(text)).toBe(date);
  });

  it.each([
    ['2015', '2015'],
    ['(2015)', '2015'],
    ['2015a', '2015'],
    ['2015.0', '2015'],
    ['2023///', '2023'],
    ['2023-00-00', '2023'],
    ['2020/2021', '2020'],
    ['Spring 2015', '2015'],
    ['2015 Spring', '2015'],
    ['3/4/2024', '2024'],
    ['2023-03', '2023-03'],
    ['2023-3', '2023-03'],
    ['2023-03-00', '2023-03'],
    ['2023/03//', '2023-03'],
    ['2023-03/2023-05', '2023-03'],
    ['03/2024', '2024-03'],
    ['2023 Mar', '2023-03'],
    ['March 2023', '2023-03'],
    ['Mar.-Apr. 2015', '2015-03'],
  ])('keeps of %j the part that it tells: %s', (text, date) => {
    expect(writtenDate(text)).toBe(date);
    expect(writtenDay(text)).toBeNull();
  });

  it.each([
    '',
    '2025-02-30',
    '31 Apr 2024',
    '2023-13',
    '1234',
    '1678886400',
    'in press',
    'ICLR 15',
  ])('finds none in %j', (text) => {
    expect(writtenDate(text)).toBeNull();
  });

  it('gives a part of a date of the calendar or nothing, for any text', () => {
    const pieces = fc.constantFrom('2015', '03', '5', '-', '/', ' ', 'Mar', ', ', '00', '31', '.');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          const date = writtenDate(text);
          if (date === null) return;
          expect(date).toMatch(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/);
          expect(writtenDate(date)).toBe(date);
        },
      ),
    );
  });
});

describe('isWrittenDay(text)', () => {
  it('tells a day, even one of no calendar, from a month and from words', () => {
    expect(['2024-03-05', '31 April 2024'].map(isWrittenDay)).toEqual([true, true]);
    expect(['2024-03', '2024', '2024 Problems'].map(isWrittenDay)).toEqual([false, false, false]);
  });
});

describe('joinWrittenDates(texts)', () => {
  it('takes the first that tells a date, and what makes it more precise', () => {
    expect(joinWrittenDates([null, 'soon', '2015', 'March 2015', '2015-03-02'])).toBe('2015-03-02');
  });

  it('leaves what contradicts the first', () => {
    expect(joinWrittenDates(['2015', '2014-12-31'])).toBe('2015');
    expect(joinWrittenDates(['soon', null])).toBeNull();
  });
});
