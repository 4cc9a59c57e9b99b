import { singularOf, splitWords } from './natural.ts';
import { stopWords } from './stop-words.ts';
import { UNKNOWN, WordNumbers } from './word-numbers.ts';

/** A word of a text that can be a term or a part of one. */
export interface Token {
  /** The word as the text writes it. */
  readonly word: string;
  /** What it shares with its plural: singular, lower-case, without accents. */
  readonly stem: string;
  /** A small number that stands for the stem, the same in every text. */
  readonly stemNumber: number;
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
/** Words of letters without accents alone: nearly all of them. */
const PLAIN = /^[A-Za-z]+$/;
/** What every URL has; most texts have neither. */
const URL_SIGN = /\/|www\./i;
const JOINT = /^[\s\u2010-\u2013-]{1,2}$/u;
const LONGEST_JOINT = 2;
const SPACE = 0x20;
const FIRST_SURROGATE = 0xd800;

/** The stems of all texts so far, by number, and their numbers. */
const stems: string[] = [];
const stemNumbers = new Map<string, number>();
/** Number of the stem of each word as texts write them, or NO_TERM: texts repeat themselves. */
const stemOfWord = new WordNumbers();
/** In place of a stem's number, for words that are no terms. */
const NO_TERM = 0x7fffffff;

/**
 * The tokens of a text in order: natural's words less stop words, URLs, single letters of the Latin
 * script and bare numbers.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  eachToken(text, (stemNumber, joined, word, start) => {
    const stem = stemOf(stemNumber);
    tokens.push({ word, stem, stemNumber, start, end: start + word.length, joined });
  });
  return tokens;
}

/** Hears of a token what `Token` describes. */
export type TokenVisitor = (
  stemNumber: number,
  joined: boolean,
  word: string,
  start: number,
) => void;

/** Visits the tokens of a text in order, without making an object for each. */
export function eachToken(text: string, visit: TokenVisitor): void {
  const readable = blankUrls(text);
  let position = 0;
  let previousEnd = -1;
  for (const word of splitWords(readable)) {
    const start = startOf(word, readable, position);
    position = start + word.length;
    const stemNumber = termStem(word);
    if (stemNumber === NO_TERM) {
      previousEnd = -1;
    } else {
      visit(stemNumber, previousEnd >= 0 && isJoint(text, previousEnd, start), word, start);
      previousEnd = position;
    }
  }
}

/** The stem with a number that a token has. */
export function stemOf(stemNumber: number): string {
  return stems[stemNumber]!;
}

/** Where the next word of a text begins that was read up to `position`. */
function startOf(word: string, text: string, position: number): number {
  const first = word.charCodeAt(0);
  // Mostly behind one space. Half a character beyond 16 bits may be a sign's and not the word's.
  const isNext = text.charCodeAt(position) === SPACE && text.charCodeAt(position + 1) === first;
  return isNext && first < FIRST_SURROGATE ? position + 1 : text.indexOf(word, position);
}

/** URLs are blanked and not cut, so that offsets stay those of the text. */
function blankUrls(text: string): string {
  if (!URL_SIGN.test(text)) return text;
  return text.replace(URL_PATTERN, (url) => '.'.repeat(url.length));
}

function isJoint(text: string, from: number, to: number): boolean {
  const length = to - from;
  if (length === 1 && text.charCodeAt(from) === SPACE) return true;
  return length <= LONGEST_JOINT && JOINT.test(text.slice(from, to));
}

/** The number of a word's stem, or NO_TERM. */
function termStem(word: string): number {
  const known = stemOfWord.get(word);
  if (known !== UNKNOWN) return known;
  const folded = foldWord(word);
  const number = isTerm(folded) ? numberStem(singularOf(folded)) : NO_TERM;
  stemOfWord.set(word, number);
  return number;
}

function numberStem(text: string): number {
  let number = stemNumbers.get(text);
  if (number === undefined) {
    number = stems.push(text) - 1;
    stemNumbers.set(text, number);
  }
  return number;
}

/** The number of a stem in tokens of any text, also before it was met in one. */
export function stemNumberOf(stem: string): number {
  return numberStem(stem);
}

/** A word in lower case and without accents ("Fréchet" → "frechet"). */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(ACCENTS, '').toLowerCase();
}

function isTerm(folded: string): boolean {
  if (PLAIN.test(folded) && folded.length > 1) return !stopWords.has(folded);
  if (/^[\p{N}\u2044]+$/u.test(folded) || /^[\p{Script=Latin}\p{Script=Greek}]$/u.test(folded))
    return false;
  return folded.length > 0 && !stopWords.has(folded);
}
