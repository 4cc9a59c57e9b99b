import { isoDate, monthNumber } from '../iso-date.ts';

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_FIRST =
  /^(?:[A-Z][a-z]{2,8},? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2,8})\.?,? (\d{4})(?!\d)/;
const MONTH_FIRST =
  /^(?:[A-Z][a-z]{2,8},? )?([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/;

/**
 * A date that is written in full, as `YYYY-MM-DD`, whatever time follows it; null for a year or a month
 * alone, for a day that no calendar has and for `3/4/2024`, which may be of March or of April.
 */
export function writtenDate(text: string): string | null {
  const start = text.slice(0, 60).trim();
  const yearFirst = YEAR_FIRST.exec(start) ?? COMPACT.exec(start);
  if (yearFirst) return isoDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dayFirst = DAY_FIRST.exec(start);
  if (dayFirst) return toDate(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  const monthFirst = MONTH_FIRST.exec(start);
  return monthFirst ? toDate(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!) : null;
}

function toDate(year: string, monthName: string, day: string): string | null {
  const month = monthNumber(monthName);
  return month === null ? null : isoDate(Number(year), month, Number(day));
}
