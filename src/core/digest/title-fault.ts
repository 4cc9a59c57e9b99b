import { quote } from '../input-error.ts';
import { monthNumber } from '../iso-date.ts';
import { parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import { isWrittenDay } from './written-date.ts';

/** The longest titles that arXiv has are of about 300 characters, those of journals of about 400. */
const LONGEST_TITLE = 500;
/** In a page of titles above texts, a line of more characters is a text, or a title run into one. */
export const LONGEST_TITLE_LINE = 300;
/** Beyond so many characters a text is no date, whatever words it has. */
const LONGEST_DATE = 60;

const ADDRESS = /^https?:\/\/|^(?:(?:https?|ftp):|www\.|doi:|arxiv:)\S*$/i;
const NUMERIC_DATE = /^(?:\d{4}-\d\d?-\d\d?|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/;
/** What stands in a date beside the name of its month. */
const DATE_WORD =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$|^(?:st|nd|rd|th|t|z|gmt|utc|am|pm)$/i;
/** Papers are called “1984” and “1729”; other signs and digits alone are values, pages, times. */
const WORDS = /\p{L}|^\p{N}+$/u;

/** Markdown, BibTeX or JSON where a text begins. `[C II] (63 µm) …` and `|V_ub| …` are of titles. */
const MARKUP_AT_START = /^(?:!\[|#{1,6}\s|```|\|[\s*[]|@\w+\{|[{[]\s*["'{])/;
const LINK = /\]\((?:[a-z]{2,10}:|www\.|[./#])|^\[[^\]]{1,300}\]\[[^\]]{0,50}\]$/i;
/** One of the short names may stand behind a sign of less: “if x <p then”. */
const TAG =
  /^<(?:[!?]|\/?(?:a|b|i|p|u|s|em|br|hr|li|ul|ol|td|th|tr|h[1-6]|strong|sub|sup)[\s/>])|<\/?(?:script|style|iframe|object|embed|img|svg|div|span|table|details|summary|html|head|body|button|form|input|link|meta|template)[\s/>]|<\/(?:a|p|li|ul|ol|td|th|tr|h[1-6]|title)>|<[a-z][a-z0-9]{0,9}\s[^<>]{0,200}=\s?["']/i;
/** A tag of whatever name around the whole text, or alone. */
const ELEMENT = /^<\/?[a-z][^<>]*>(?:.*<\/[a-z][^<>]*>)?$/i;

/** What programs and pages put where a title should be, in lower case. */
const PLACEHOLDERS = new Set([
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

/**
 * Why a text on one line is no paper's title in whatever shape of digest, as an error says what it
 * found; null where it may be one of at most `longest` characters. A shape may know of more that is none
 * on its pages.
 */
export function titleFault(title: string, longest = LONGEST_TITLE): string | null {
  if (title === '') return 'no title';
  if (title.length > longest) {
    return `a title of ${title.length.toLocaleString('en')} characters`;
  }
  if (ADDRESS.test(title)) return `the address ${quote(title)}`;
  if (isMarkup(title)) return `the markup ${quote(title)}`;
  if (isDate(title)) return `the date ${quote(title)}`;
  const isId = !title.includes(' ') && (parseArxivId(title) ?? parseDoi(title)) !== null;
  if (isId) return `the id ${quote(title)}`;
  if (!WORDS.test(title)) return `${quote(title)}, which has no letter`;
  return PLACEHOLDERS.has(withoutMarks(title)) ? quote(title) : null;
}

function isMarkup(title: string): boolean {
  return MARKUP_AT_START.test(title) || LINK.test(title) || TAG.test(title) || ELEMENT.test(title);
}

/** A day and nothing else, even one that no calendar has. “2012 July 23 eruption” is more. */
function isDate(title: string): boolean {
  if (title.length > LONGEST_DATE) return false;
  if (NUMERIC_DATE.test(title)) return true;
  const words = title.match(/\p{L}+/gu) ?? [];
  const isOfDate = (word: string) => DATE_WORD.test(word) || monthNumber(word) !== null;
  return isWrittenDay(title) && words.every(isOfDate);
}

function withoutMarks(title: string): string {
  return title.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}
