import { type ArxivQuestion, arxivSeries, arxivSlice, arxivSource } from './arxiv-source.ts';
import { addDays, daysBetween, endOfMonth } from './days.ts';
import type { FetchState } from './fetch-state.ts';
import { huggingFaceSlice } from './hugging-face-source.ts';
import type { Slice } from './source.ts';

/** Without a word of the operator, and with nothing there to go on from. */
const FIRST_DAYS = 7;

/**
 * The first day to look at: the one given, and for `last` the first that was ever asked for (what is
 * there and final is passed over, so gaps are filled), else the last day of a file that is there. Null
 * where `last` has nothing to go on from; without either it is then a week ago.
 */
export function firstDay(
  since: string | undefined,
  series: string,
  { state, files, today }: { state: FetchState; files: readonly string[]; today: string },
): string | null {
  if (since !== undefined && since !== 'last') return since;
  const known = state.since[series] ?? lastDayOf(series, files);
  if (known !== null || since === 'last') return known;
  return addDays(today, 1 - FIRST_DAYS);
}

/** The last day in the names of a series' files, by day or by month. */
function lastDayOf(series: string, files: readonly string[]): string | null {
  const days = files.flatMap((file) => {
    const [, period, rest] = /^(\d{4}-\d{2}(?:-\d{2})?)-(.*)\.(?:json|xml)$/.exec(file) ?? [];
    if (period === undefined || rest!.replace(/-\d{4}$/, '') !== series) return [];
    return [period.length === 7 ? endOfMonth(period) : period];
  });
  return days.sort().at(-1) ?? null;
}

/** A day's list a slice. */
export function huggingFaceDays(base: string, since: string, today: string): Slice[] {
  return daysBetween(since, today).map((day) => huggingFaceSlice(base, 'date', day, day));
}

/**
 * Whole months that are final, and days around them. A month that was begun by days goes on by days,
 * and one that is there as a month stays one, so that no paper is fetched twice.
 */
export function arxivPeriods(
  base: string,
  question: ArxivQuestion,
  since: string,
  { state, today }: { state: FetchState; today: string },
): Slice[] {
  const series = arxivSeries(question);
  const fileOf = (period: string) => `${period}-${series}-0001.xml`;
  const slices: Slice[] = [];
  for (let day = since; day <= today;) {
    const month = day.slice(0, 7);
    const end = endOfMonth(month);
    const isBegun = daysBetween(`${month}-01`, end).some((each) => fileOf(each) in state.answers);
    const isWhole = day.endsWith('-01') && !isBegun && addDays(end, arxivSource.settleDays) < today;
    // All of a month of everything is more than arXiv gives to one question.
    if (question.category !== null && (isWhole || fileOf(month) in state.answers)) {
      slices.push(arxivSlice(base, question, month, end));
      day = addDays(end, 1);
    } else {
      slices.push(arxivSlice(base, question, day, day));
      day = addDays(day, 1);
    }
  }
  return slices;
}
