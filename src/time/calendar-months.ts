import { addDays, weekdayOf } from './calendar.ts';
import type { Period } from './time-pages.ts';

/** A day of a calendar. */
export interface CalendarDay {
  readonly date: string;
  readonly papers: number;
  /** 0 for a day without papers, else 1 to 4: by quarters of the days that have some. */
  readonly level: number;
}

/** A month as a calendar shows it: weeks from Monday to Sunday, null before its first and after its last day. */
export interface CalendarMonth {
  readonly month: string;
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

/** The months in which there are days with papers, the newest first. */
export function calendarMonths(days: readonly Period[]): CalendarMonth[] {
  const counts = new Map(days.map(({ name, papers }) => [name, papers.length]));
  const sorted = [...counts.values()].sort((a, b) => a - b);
  const bounds = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0);
  const dayOf = (date: string): CalendarDay => {
    const papers = counts.get(date) ?? 0;
    const level = papers === 0 ? 0 : 1 + bounds.filter((bound) => papers > bound).length;
    return { date, papers, level };
  };
  const months = [...new Set([...counts.keys()].map((day) => day.slice(0, 7)))].sort().reverse();
  return months.map((month) => ({
    month,
    weeks: weeksOf(month).map((week) => week.map((date) => (date === null ? null : dayOf(date)))),
  }));
}

function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`;
  const weeks: (string | null)[][] = [];
  for (
    let monday = addDays(first, 1 - weekdayOf(first));
    monday.slice(0, 7) <= month;
    monday = addDays(monday, 7)
  ) {
    const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at));
    weeks.push(days.map((day) => (day.startsWith(month) ? day : null)));
  }
  return weeks;
}
