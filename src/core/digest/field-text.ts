import { isIsoDate, isoDate, monthNumber } from '../iso-date.ts';

/** A text on one line without control characters, or null where nothing is left of it. */
export function oneLine(text: string | null | undefined): string | null {
  const joined = (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return joined === '' ? null : joined;
}

const ELEMENT =
  'a|b|body|br|div|em|h[1-6]|head|html|i|img|li|p|script|span|strong|style|table|td|tr|ul';
const MARKUP = new RegExp(`^(?:</?(?:${ELEMENT})[\\s/>]|<[!?])`, 'i');
const ADDRESS = /^(?:https?:\/\/|www\.)\S*$/i;
const DATE = /^(?:\d{4}-\d\d?-\d\d?(?:T\S*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/;

/** The longest titles of arXiv have some 400 characters. */
const LONGEST_TITLE = 1000;

/** A paper with five thousand authors takes two hundred thousand characters. */
export const LONGEST_RECORD = 2_000_000;

/** Whether a text on one line may be a title: words, not too many, no markup, no address, no date. */
export function isTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE) return false;
  return /\p{L}/u.test(text) && !MARKUP.test(text) && !ADDRESS.test(text) && !DATE.test(text);
}

/**
 * The day at the start of an ISO timestamp, or in a date as e-mail writes it (`Thu, 7 Nov 2024 …`,
 * `Wed 7 Jun 23`), in the zone in which it is written; null for anything else.
 */
export function parseDay(text: string | null | undefined): string | null {
  const date = (text ?? '').trim();
  if (/^\d{4}-\d{2}-\d{2}(?!\d)/.test(date)) {
    return isIsoDate(date.slice(0, 10)) ? date.slice(0, 10) : null;
  }
  const match =
    /^(?:[A-Za-z]{3,9},?\s{1,9})?(\d{1,2})\s{1,9}([A-Za-z]{3,9})\s{1,9}(\d{4}|\d{2})(?!\d)/.exec(
      date,
    );
  const month = match ? monthNumber(match[2]!) : null;
  if (!match || month === null) return null;
  const year = Number(match[3]);
  return isoDate(match[3]!.length === 4 ? year : century(year) + year, month, Number(match[1]));
}

/** Two digits of a year, as arXiv wrote them from 1991 on. */
function century(year: number): number {
  return year >= 91 ? 1900 : 2000;
}
