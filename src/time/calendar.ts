// Days are texts (YYYY-MM-DD) and compared as such: no local time zone comes near them.

const DAY_MS = 86_400_000;

/** The day so many days after another one, or before it. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie between a day and a later one; negative where it is earlier. */
export function daysFrom(day: string, later: string): number {
  return (Date.parse(later) - Date.parse(day)) / DAY_MS;
}

/** Place of a day in its week by ISO 8601: 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7;
}

/** The week of a day by ISO 8601, `2025-W07`: it belongs to the year of its Thursday. */
export function weekOf(day: string): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysFrom(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Monday of a week as ISO 8601 writes it. */
export function mondayOf(week: string): string {
  // The fourth of January is always in the first week.
  const fourth = `${week.slice(0, 4)}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth) + 7 * (Number(week.slice(6)) - 1));
}

/** All months from one to another, `YYYY-MM`, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > last) return months;
    months.push(name);
    month = (month % 12) + 1;
    if (month === 1) year += 1;
  }
}
