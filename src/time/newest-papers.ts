import type { PaperPage } from '../site-data.ts';

/** When a paper came out, as far as that is known: a day, a month or a year; else when a digest lists it. */
export function publicationDate({ published, listed }: PaperPage): string | null {
  return published ?? listed;
}

/** Papers from the newest on, those without a date last; equal ones as they came. */
export function newestFirst(papers: readonly PaperPage[]): PaperPage[] {
  return papers.toSorted((a, b) => compareDates(publicationDate(a), publicationDate(b)));
}

/** The newest first, unknown dates last. */
export function compareDates(left: string | null, right: string | null): number {
  if (left === right) return 0;
  return (left ?? '') < (right ?? '') ? 1 : -1;
}
