import { type Problem, quote } from '../input-error.ts';
import { isoDate } from '../iso-date.ts';
import { type Digest, type DigestNotes, type DigestRecord, unknownFields } from './digest.ts';
import { type Entry, EntryReader } from './hugging-face-entry-reader.ts';
import { LONGEST_LINE, type PageDate } from './hugging-face-lines.ts';
import { impliedYear } from './hugging-face-page.ts';
import { pageTitleFault } from './hugging-face-title.ts';
import { mergeTwins } from './merge-twins.ts';
import { foldText, type PageRow } from './page-row.ts';
import { ProblemList } from './problem-list.ts';

/** What a page holds, and all that is wrong in it. */
export interface PageOutcome {
  readonly digest: Digest;
  readonly problems: ProblemList;
}

/**
 * Reads the rows of a page of Hugging Face that lists papers. A paper that the page shows twice is one
 * record. `saved` is the year in which the page was saved, where something but the page tells it.
 */
export function readEntries(
  rows: readonly PageRow[],
  shape: string,
  notes: DigestNotes,
  saved: number | null = null,
): PageOutcome {
  const reader = new EntryReader(rows);
  reader.read();
  const years = reader.entries.flatMap(({ date }) => (date?.year ? [date.year] : []));
  const year = notes.date
    ? Number(notes.date.slice(0, 4))
    : (saved ?? yearOfIds(reader.entries) ?? impliedYear(years));
  const found = reader.problems;
  const records = mergeTwins(reader.entries.flatMap((entry) => finish(entry, year, found)));
  const problems = new ProblemList();
  for (const problem of found.toSorted((a, b) => a.line - b.line)) problems.add(problem);
  problems.wantRecords(records, 'titles of papers', 'only the page around them');
  const onPage = reader.date ? dayOfPage(reader.date, reader.entries, year) : null;
  const digest = {
    shape,
    title: notes.title ?? reader.title,
    date: notes.date ?? onPage,
    curator: notes.curator ?? reader.curator,
    records,
  };
  return { digest, problems };
}

/**
 * The year that a page leaves out of its dates is that of the papers so dated: an arXiv id begins with the
 * year and month of the submission. Null where no such paper has an id.
 */
function yearOfIds(entries: readonly Entry[]): number | null {
  let latest: number | null = null;
  for (const { id, date } of entries) {
    const written = /^(\d\d)(\d\d)\./.exec(id ?? '');
    if (!written || date?.year !== null) continue;
    const month = Number(written[2]);
    // A paper of the last days of a year may get the first number of the next.
    const shift = month === 1 && date.month === 12 ? -1 : month === 12 && date.month === 1 ? 1 : 0;
    latest = Math.max(latest ?? 0, 2000 + Number(written[1]) + shift);
  }
  return latest;
}

/** The day that a page shows above its papers. */
function dayOfPage(date: PageDate, entries: readonly Entry[], year: number | null): string | null {
  const known = date.year ?? year ?? yearAfterIds(entries, date.month);
  return known === null ? null : isoDate(known, date.month, date.day);
}

/**
 * The year of a page of this month, from the newest of its papers: null where that is older than a season,
 * as then it may be of any year.
 */
function yearAfterIds(entries: readonly Entry[], month: number): number | null {
  const months = entries.flatMap(({ id }) => {
    const written = /^(\d\d)(\d\d)\./.exec(id ?? '');
    return written ? [(2000 + Number(written[1])) * 12 + Number(written[2]) - 1] : [];
  });
  if (months.length === 0) return null;
  const newest = Math.max(...months);
  const later = (month - 1 - (newest % 12) + 12) % 12;
  return later > 3 ? null : Math.floor((newest + later) / 12);
}

/** The record of an entry, or none and a problem. */
function finish(entry: Entry, year: number | null, problems: Problem[]): DigestRecord[] {
  const { line, endLine, id, known, date } = entry;
  const title = foldText(entry.title);
  const abstract = foldText(entry.abstract.join(' ')) || null;
  const wrong = pageTitleFault(title);
  const report = (at: number, expected: string, got: string, advice: string) => {
    problems.push({ line: at, expected, got, advice });
    return [];
  };
  if (wrong !== null) {
    return report(line, 'the title of a paper', wrong, 'Restore the title, or remove the entry.');
  }
  if (abstract === null && id === null) {
    return report(
      line,
      'an abstract or a link below this title',
      quote(title),
      'Restore the paper’s abstract or its link, or remove the title.',
    );
  }
  if ((abstract?.length ?? 0) > LONGEST_LINE) {
    return report(
      line,
      `an abstract of at most ${LONGEST_LINE.toLocaleString('en')} characters`,
      `one of ${abstract!.length.toLocaleString('en')}`,
      'Cut the entry where the abstract ends, or save the page again.',
    );
  }
  const whichYear = date?.year ?? year;
  const published = date && whichYear ? isoDate(whichYear, date.month, date.day) : null;
  if (date && whichYear && published === null) {
    report(
      entry.dateLine,
      'a day of the calendar',
      `day ${date.day} of month ${date.month} of ${whichYear}`,
      'Correct the date, or give the digest its day: date: YYYY-MM-DD in its front matter.',
    );
  }
  return [{ ...unknownFields, ...known, title, abstract, arxivId: id, published, line, endLine }];
}
