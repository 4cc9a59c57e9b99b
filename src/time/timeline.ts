import { monthsBetween } from './calendar.ts';

/** The periods of a picture of time, oldest first: months, or years where months would be too many. */
export interface TimeAxis {
  readonly unit: 'month' | 'year';
  /** `2025-03` or `2025`, none left out. */
  readonly periods: readonly string[];
}

/** A picture of time needs a date for so many of the papers. */
const LEAST_DATED_SHARE = 0.5;
/** More columns than that are too thin to see, and too many to read. */
const MOST_PERIODS = { month: 36, year: 40 } as const;
/** Months that leave out more than this share of the dated papers, all older ones, give way to years. */
const MOST_LEFT_OUT = 0.1;
const LEAST_PERIODS = 2;
const LENGTHS = { month: 7, year: 4 } as const;

/**
 * The axis of a collection from the dates of its papers (`2025-03-04` or a part of it, null for none).
 * It ends with the newest date; older papers than it has room for are left out. Null where fewer than
 * half of the papers have a date that is exact enough, or where all fall on one period.
 */
export function timeAxis(dates: readonly (string | null)[]): TimeAxis | null {
  return axisOf(dates, 'month') ?? axisOf(dates, 'year');
}

function axisOf(dates: readonly (string | null)[], unit: TimeAxis['unit']): TimeAxis | null {
  const dated = dates
    .flatMap((date) => (date !== null && date.length >= LENGTHS[unit] ? date : []))
    .map((date) => date.slice(0, LENGTHS[unit]))
    .sort();
  if (dated.length === 0 || dated.length < LEAST_DATED_SHARE * dates.length) return null;
  const newest = dated.at(-1)!;
  const room = MOST_PERIODS[unit];
  const oldest = unit === 'month' ? monthBefore(newest, room - 1) : yearBefore(newest, room - 1);
  const within = dated.filter((period) => period >= oldest);
  if (unit === 'month' && dated.length - within.length > MOST_LEFT_OUT * dated.length) return null;
  const periods = between(within[0]!, newest, unit);
  return periods.length < LEAST_PERIODS ? null : { unit, periods };
}

/** The place of a date on an axis; -1 for one that is not on it. */
export function placeOnAxis({ unit, periods }: TimeAxis, date: string | null): number {
  return date === null ? -1 : periods.indexOf(date.slice(0, LENGTHS[unit]));
}

function monthBefore(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const months = year * 12 + number - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function yearBefore(year: string, count: number): string {
  return String(Number(year) - count).padStart(4, '0');
}

function between(first: string, last: string, unit: TimeAxis['unit']): string[] {
  if (unit === 'month') return monthsBetween(first, last);
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, at) => yearBefore(last, count - 1 - at));
}
