import { publicationDate } from '../time/newest-papers.ts';
import type { PaperPage } from '../site-data.ts';

/** How many papers a topic, a year or an organisation has. */
export interface Tally<Key> {
  readonly key: Key;
  readonly count: number;
}

/** Papers by what each has of something, those with most first; papers that have none are left out. */
export function tally<Key>(
  papers: readonly PaperPage[],
  keyOf: (paper: PaperPage) => Key | null,
): Tally<Key>[] {
  return tallyAll(papers, (paper) => {
    const key = keyOf(paper);
    return key === null ? [] : [key];
  });
}

/** The same where a paper may have several, such as authors; one that it has twice counts once. */
export function tallyAll<Key>(
  papers: readonly PaperPage[],
  keysOf: (paper: PaperPage) => readonly Key[],
): Tally<Key>[] {
  const counts = new Map<Key, number>();
  for (const paper of papers) {
    for (const key of new Set(keysOf(paper))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((one, other) => other.count - one.count);
}

/** Papers of each year from the first to the last, those without any as well; empty where no date is known. */
export function tallyYears(papers: readonly PaperPage[]): Tally<number>[] {
  const known = tally(papers, (paper) => {
    const date = publicationDate(paper);
    return date === null ? null : Number(date.slice(0, 4));
  });
  const years = known.map(({ key }) => key).sort((one, other) => one - other);
  const [first = 0] = years;
  const length = years.length === 0 ? 0 : years.at(-1)! - first + 1;
  const countOf = new Map(known.map(({ key, count }) => [key, count]));
  return Array.from({ length }, (_, index) => ({
    key: first + index,
    count: countOf.get(first + index) ?? 0,
  }));
}

/** "2024", "2024–2026", or null where no year is known. */
export function yearSpan(papers: readonly PaperPage[]): string | null {
  const years = tallyYears(papers);
  const [first, last] = [years[0]?.key, years.at(-1)?.key];
  if (first === undefined || last === undefined) return null;
  return first === last ? `${first}` : `${first}–${last}`;
}
