import { isIsoDate, isoDate } from '../../src/core/iso-date.ts';

export const DAY_MS = 86_400_000;

/** The day (UTC) of a moment in milliseconds since 1970. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The day so many days after another one, or before it. */
export function addDays(day: string, count: number): string {
  return dayOf(Date.parse(day) + count * DAY_MS);
}

/** The last day of a month, `YYYY-MM`. */
export function endOfMonth(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return dayOf(Date.UTC(year!, number!, 0));
}

/** The last day, a Sunday, of an ISO week, `YYYY-Www`; null where the year has no such week. */
export function endOfWeek(week: string): string | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  const fourth = match && isoDate(Number(match[1]), 1, 4);
  if (!match || !fourth) return null;
  const weekday = new Date(fourth).getUTCDay() || 7;
  const sunday = addDays(fourth, 7 * Number(match[2]) - weekday);
  // The Thursday of a week says to which year it belongs.
  const isOfYear = Number(match[2]) > 0 && addDays(sunday, -3).startsWith(match[1]!);
  return isOfYear ? sunday : null;
}

/** Whether a text is a month as `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isIsoDate(`${text}-01`);
}

/** All days from one to another, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
