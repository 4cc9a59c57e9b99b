import { quote } from '../input-error.ts';
import { pageDate } from './hugging-face-lines.ts';
import { isChrome } from './hugging-face-parts.ts';
import { LONGEST_TITLE_LINE, titleFault } from './title-fault.ts';

/** What is left of a link or a table that was torn apart. */
const TORN = /^(?:[#\]|<{}@]|\[[^\]]*$|\\\\)|\]\[\d{1,6}\]|<\/?[a-z][^>]*>$/i;
/** What a page counts or tells of a paper; a bare number is one of upvotes. */
const COUNT =
  /^(?:\d{1,6} authors?|\d{1,6}|Submitted by\b.*|Upvote(?: [\d.,k-]+)?|Get trending papers.*)$/;

/** Why a text of a page of Hugging Face is no paper's title; null for one that may be. */
export function pageTitleFault(text: string): string | null {
  const isOfPage = TORN.test(text) || COUNT.test(text) || isChrome(text) || pageDate(text) !== null;
  return titleFault(text, LONGEST_TITLE_LINE) ?? (isOfPage ? quote(text) : null);
}
