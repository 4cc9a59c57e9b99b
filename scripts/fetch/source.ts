import type { Answer } from './ask.ts';
import type { Rate } from './rate-limit.ts';

/** A part of what a source has that is asked for on its own, in as many pages as it takes. */
export interface Slice {
  /** How the names of its files begin. */
  readonly name: string;
  /** Its last day: a while after it nothing is added any more. */
  readonly lastDay: string;
  /** The address of a page. */
  readonly url: (cursor: number) => string;
}

/** What a good page holds. */
export interface Page {
  readonly records: number;
  /** Where the next page begins; null for the last one. */
  readonly next: number | null;
}

/** A place that digests can be fetched from. */
export interface Source {
  /** How the operator calls it. */
  readonly title: string;
  readonly rate: Rate;
  /** What an answer must be, for the `Accept` of requests. */
  readonly accept: string;
  /** A day before which it has nothing. */
  readonly begins: string;
  /** How many days after a slice's last one its list is final. */
  readonly settleDays: number;
  /** What to look at when there was no paper at all; null where that is as it may be. */
  readonly whenEmpty: string | null;
  /** The name of the file for a page, which counts from 1. */
  readonly fileName: (slice: Slice, page: number) => string;
  /** Looks at the answer for a page. Throws FetchError for one that is not a list of papers. */
  readonly check: (answer: Answer, cursor: number) => Page;
}

/** A page's number as files are named. */
export function padPage(page: number): string {
  return String(page).padStart(4, '0');
}
