import { isoDate, monthNumber } from '../iso-date.ts';

/** A date by its parts as written, in no calendar yet; 0 for what is not told. */
interface WrittenParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const WEEKDAY = String.raw`^(?:[A-Z][a-z]{2,8},? )?`;
const MONTH = String.raw`(?<month>[A-Za-z]{3,9})\b\.?`;
const DAY = String.raw`(?<day>\d{1,2})`;
/** Ways to write a date with the name of its month, or of a season; the first that fits counts. */
const NAMED_MONTH = [
  String.raw`${WEEKDAY}${DAY}(?:st|nd|rd|th)?[ -]${MONTH},?[ -](?<year>\d{4}|\d{2})(?!\d)`,
  // Of the days of a conference the first.
  String.raw`${WEEKDAY}${MONTH} ${DAY}(?:st|nd|rd|th)?(?:[-–]\d{1,2})?,? (?<year>\d{4})(?!\d)`,
  String.raw`^(?<year>\d{4})[ ,/-]{1,2}${MONTH}(?:[ ,/-]{1,2}${DAY}(?!\d))?`,
  // Also “Mar.–Apr. 2015”.
  String.raw`^${MONTH}[^\d\n]{1,20}(?<year>\d{4})(?!\d)`,
].map((pattern) => new RegExp(pattern));
const SEASON = /^(?:spring|summer|fall|autumn|winter)$/i;
const NUMBERS = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/;
const MONTH_NUMBER_YEAR = /^(\d{1,2})[/.-](\d{4})(?!\d)/;
/** Four digits alone may count anything; papers are of these centuries. */
const YEAR = /^[([]?((?:1[5-9]|2[01])\d{2})(?!\d)/;

/**
 * What a text tells of a date, whatever time follows it: `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where it
 * tells no more. Of `3/4/2024`, which may be of March or of April, that is the year; zeros stand for what
 * is unknown. Null for a text without a date, and for a day that no calendar has.
 */
export function writtenDate(text: string): string | null {
  const parts = partsOf(text);
  if (parts === null || parts.year < 1000 || parts.month > 12) return null;
  const { year, month, day } = parts;
  if (month === 0) return `${year}`;
  return day === 0 ? `${year}-${String(month).padStart(2, '0')}` : isoDate(year, month, day);
}

/** A date of which the day is told, as `YYYY-MM-DD`; null for any other text. */
export function writtenDay(text: string): string | null {
  const date = writtenDate(text);
  return date?.length === 10 ? date : null;
}

/** Whether a text begins with a day, even one that no calendar has: `31 April 2024`. */
export function isWrittenDay(text: string): boolean {
  return (partsOf(text)?.day ?? 0) > 0;
}

/** What texts tell of one date together: the first that tells any, made more precise by those that agree. */
export function joinWrittenDates(texts: readonly (string | null)[]): string | null {
  return mostPrecise(texts.map((text) => (text === null ? null : writtenDate(text))));
}

/** The first date that is known, or one of those that agree with it and tell more: `2015-03` of `2015`. */
function mostPrecise(dates: readonly (string | null)[]): string | null {
  let found: string | null = null;
  for (const date of dates) {
    if (date !== null && (found === null || date.startsWith(found))) found = date;
  }
  return found;
}

function partsOf(text: string): WrittenParts | null {
  const start = text.slice(0, 80).replace(/\s+/g, ' ').trim().slice(0, 60);
  const yearFirst = YEAR_FIRST.exec(start) ?? COMPACT.exec(start);
  if (yearFirst) return parts(yearFirst[1]!, Number(yearFirst[2]), yearFirst[3]);
  return namedMonth(start) ?? numbersAlone(start);
}

function namedMonth(start: string): WrittenParts | null {
  for (const pattern of NAMED_MONTH) {
    const { year, month: name = '', day } = pattern.exec(start)?.groups ?? {};
    const month = SEASON.test(name) ? 0 : monthNumber(name);
    if (year !== undefined && month !== null) return parts(year, month, day);
  }
  return null;
}

function numbersAlone(start: string): WrittenParts | null {
  const numbers = NUMBERS.exec(start);
  if (numbers) {
    const [one, two] = [Number(numbers[1]), Number(numbers[2])];
    // Above 12 is no month, so the other is.
    if (one > 12 || one === two) return parts(numbers[3]!, two, numbers[1]);
    return two > 12 ? parts(numbers[3]!, one, numbers[2]) : parts(numbers[3]!, 0);
  }
  const monthYear = MONTH_NUMBER_YEAR.exec(start);
  if (monthYear) return parts(monthYear[2]!, Number(monthYear[1]));
  const year = YEAR.exec(start)?.[1];
  return year === undefined ? null : parts(year, 0);
}

function parts(year: string, month: number, day = '0'): WrittenParts {
  // Two digits as arXiv wrote years, from 1991 on.
  const century = year.length > 2 ? 0 : Number(year) >= 91 ? 1900 : 2000;
  return { year: century + Number(year), month, day: Number(day) };
}
