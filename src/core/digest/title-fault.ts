import { quote } from '../input-error.ts';
import { parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import { writtenDay } from './written-date.ts';

/** The longest titles that arXiv has are of about 300 characters, those of journals of about 400. */
const LONGEST_TITLE = 500;
const ADDRESS = /^(?:(?:https?|ftp):|www\.|doi:|arxiv:)\S*$/i;
const MARKUP =
  /^(?:<[a-z!/?]|!?\[[^\]]{0,300}\]\s?[([]|#{1,6}\s|```|[|>]|@\w+\{|[{[]\s*["'{[])|\]\(|<\/|\/>/i;
const ELEMENT =
  /<(?:div|p|a|img|span|table|tr|td|th|h[1-6]|br|hr|li|ul|ol|script|style|html|body|details|summary|input|svg|iframe|object)\b/i;
const CHROME = new Set([
  'abstract',
  'title',
  'untitled',
  'no title',
  'subscribe',
  'daily papers',
  'view pdf',
  'pdf',
  'download',
  'download pdf',
  'null',
  'none',
  'undefined',
  'nan',
  'n/a',
  'unknown',
  'unknown title',
  'object object',
]);

/** One of the short names may stand behind a sign of less: “if x <p then”. */
const TAG =
  /^<\/?(?:a|b|i|p|u|s|em|br|hr|li|ul|ol|td|th|tr|h[1-6]|strong|sub|sup)[\s/>]|<\/?(?:script|style|iframe|object|embed|img|svg|div|span|table|details|summary|html|head|body|button|form|input|link|meta|template)[\s/>]/i;

/** Whether a title has a tag of HTML where no shape of digest writes one; it is text, but no title. */
export function hasTag(title: string): boolean {
  return TAG.test(title);
}

/** Why a text is no paper's title, as an error says what it found; null where it may be one. */
export function titleFault(title: string): string | null {
  if (title === '') return 'no title';
  if (title.length > LONGEST_TITLE) {
    return `a title of ${title.length.toLocaleString('en')} characters`;
  }
  if (ADDRESS.test(title)) return `the address ${quote(title)}`;
  if (MARKUP.test(title) || ELEMENT.test(title)) return `the markup ${quote(title)}`;
  if (writtenDay(title) !== null && title.length <= 40) return `the date ${quote(title)}`;
  if (!/\p{L}/u.test(title)) return `${quote(title)}, which has no letter`;
  if (CHROME.has(title.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))) return quote(title);
  const isId = !title.includes(' ') && (parseArxivId(title) ?? parseDoi(title)) !== null;
  return isId ? `the id ${quote(title)}` : null;
}
