const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const numbers = new Intl.NumberFormat('en');

/** `2026-03-25` as "25 March 2026", `2026-03` as "March 2026", `2026` as it stands. */
export function formatDate(isoDate: string): string {
  if (isoDate.length === 4) return isoDate;
  if (isoDate.length === 7) return months.format(new Date(`${isoDate}-01T00:00:00Z`));
  return dates.format(new Date(`${isoDate}T00:00:00Z`));
}

/** A number and its noun: "1 paper", "1,234 papers". */
export function formatCount(count: number, noun: string): string {
  return `${numbers.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The start of a text, cut between words: at most so many characters. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most - 2);
  return `${text.slice(0, cut > 0 ? cut : most - 2).replace(/[\s,;:.–—-]+$/, '')} …`;
}

/** A number of so many digits behind the point, with a true minus sign: "0.42", "−0.034". */
export function formatDecimal(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A part of a whole: "12 %", and "< 1 %" for one that is small but there. */
export function formatPercent(part: number): string {
  const percent = Math.round(part * 100);
  return `${percent === 0 && part > 0 ? '<\u00a01' : percent}\u00a0%`;
}
