import { addDays, mondayOf } from './calendar.ts';
import { formatDate } from '../format.ts';
import { pagePath } from '../page-paths.ts';
import type { Period, PeriodUnit } from './time-pages.ts';

const UTC = { timeZone: 'UTC' } as const;
const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', ...UTC });
const daysAndMonths = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...UTC });

/** A period in words: "Friday, 30 May 2026", "Week 22 of 2026", "May 2026". */
export function periodTitle({ unit, name }: Pick<Period, 'unit' | 'name'>): string {
  if (unit === 'week') return `Week ${Number(name.slice(6))} of ${name.slice(0, 4)}`;
  if (unit === 'month') return formatDate(name);
  return `${weekdays.format(new Date(name))}, ${formatDate(name)}`;
}

/** The days of a week as "25–31 May" or "27 Apr – 3 May". */
export function weekSpan(week: string): string {
  const monday = mondayOf(week);
  const sunday = addDays(monday, 6);
  const end = daysAndMonths.format(new Date(sunday));
  if (monday.slice(0, 7) === sunday.slice(0, 7)) return `${Number(monday.slice(8))}–${end}`;
  return `${daysAndMonths.format(new Date(monday))} – ${end}`;
}

/** Path of the page of a period, and of all of its unit. */
export function periodPath(unit: PeriodUnit, name?: string): string {
  if (name === undefined) return pagePath[`${unit}s`]();
  return pagePath[unit](name);
}
