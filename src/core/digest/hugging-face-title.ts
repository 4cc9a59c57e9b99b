import { quote } from '../input-error.ts';
import { isIsoDate } from '../iso-date.ts';
import { LONGEST_TITLE, pageDate } from './hugging-face-lines.ts';
import { isChrome } from './hugging-face-parts.ts';

const MARKUP = /^(?:[#[\]|<{}@]|!\[|https?:|www\.|\\\\)|\]\(http|<\/?[a-z][^>]*>$/i;

/** Why a text cannot be the title of a paper; null for a title. */
export function titleProblem(text: string): string | null {
  if (text.length > LONGEST_TITLE)
    return `a text of ${text.length.toLocaleString('en')} characters`;
  const isTitle =
    /[\p{L}\p{N}]/u.test(text) &&
    !MARKUP.test(text) &&
    !isChrome(text) &&
    pageDate(text) === null &&
    !isIsoDate(text) &&
    !/^(?:\d{1,6} authors?|\d{1,6}|Submitted by\b.*|Upvote(?: [\d.,k-]+)?|Get trending papers.*)$/.test(
      text,
    );
  return isTitle ? null : quote(text);
}
