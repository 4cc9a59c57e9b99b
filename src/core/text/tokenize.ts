import { porterStem, splitWords } from './natural.ts';
import { stopWords } from './stop-words.ts';

/** A word of a text that can be a term or a part of one. */
export interface Token {
  /** The word as the text writes it. */
  readonly word: string;
  /** Its Porter stem, lower-case and without accents. */
  readonly stem: string;
  /** Offset of its first character in the text, and of the one behind its last. */
  readonly start: number;
  readonly end: number;
  /** Whether only a space or a hyphen stands between it and the token before: they can be a phrase. */
  readonly joined: boolean;
}

// A URL ends at white space, or where Chinese text goes on behind it.
const URL_PATTERN =
  /\b(?:https?:\/\/|www\.)[^\s，。；、）]+|\b(?:[a-z0-9-]+\.)+(?:com|io|org|net|dev|co|ai|edu)\/[^\s，。；、）]*/gi;
/** Marks above or below letters; in other scripts than these they are vowels or other letters. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}/gu;
const JOINT = /^[\s\u2010-\u2013-]{1,2}$/u;

/**
 * The tokens of a text in order: natural's words less stop words, URLs, single letters of the Latin
 * script and bare numbers.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  // URLs are blanked and not cut, so that offsets stay those of the text.
  const readable = text.replace(URL_PATTERN, (url) => '.'.repeat(url.length));
  let position = 0;
  let previousEnd = -1;
  for (const word of splitWords(readable)) {
    const start = readable.indexOf(word, position);
    position = start + word.length;
    const folded = foldWord(word);
    if (isTerm(folded)) {
      const joined = previousEnd >= 0 && JOINT.test(text.slice(previousEnd, start));
      tokens.push({ word, stem: porterStem(folded), start, end: position, joined });
      previousEnd = position;
    } else {
      previousEnd = -1;
    }
  }
  return tokens;
}

/** A word in lower case and without accents ("Fréchet" → "frechet"). */
export function foldWord(word: string): string {
  return word.normalize('NFKD').replace(ACCENTS, '').toLowerCase();
}

function isTerm(folded: string): boolean {
  if (/^[\p{N}\u2044]+$/u.test(folded) || /^[\p{Script=Latin}\p{Script=Greek}]$/u.test(folded))
    return false;
  return folded.length > 0 && !stopWords.has(folded);
}
