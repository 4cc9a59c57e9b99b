import { singularOf, splitWords } from './natural.ts';
import { stopWords } from './stop-words.ts';

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
/** What every URL has; most texts have neither. */
const URL_SIGN = /\/|www\./i;
const JOINT = /^[\s\u2010-\u2013-]{1,2}$/u;
const LONGEST_JOINT = 2;

/** A stem with its number, by the order in which stems were first met. */
interface Stem {
  readonly text: string;
  readonly number: number;
}

/** Stems of words as texts write them, null for words that are no terms: texts repeat themselves. */
const stemOfWord = new Map<string, Stem | null>();
const stems = new Map<string, Stem>();

/**
 * The tokens of a text in order: natural's words less stop words, URLs, single letters of the Latin
 * script and bare numbers.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const readable = blankUrls(text);
  let position = 0;
  let previousEnd = -1;
  for (const word of splitWords(readable)) {
    const start = readable.indexOf(word, position);
    position = start + word.length;
    const stem = termStem(word);
    if (stem !== null) {
      const joined = previousEnd >= 0 && isJoint(text, previousEnd, start);
      tokens.push({ word, stem: stem.text, stemNumber: stem.number, start, end: position, joined });
      previousEnd = position;
    } else {
      previousEnd = -1;
    }
  }
  return tokens;
}

/** URLs are blanked and not cut, so that offsets stay those of the text. */
function blankUrls(text: string): string {
  if (!URL_SIGN.test(text)) return text;
  return text.replace(URL_PATTERN, (url) => '.'.repeat(url.length));
}

function isJoint(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_JOINT) return false;
  return (to - from === 1 && text[from] === ' ') || JOINT.test(text.slice(from, to));
}

function termStem(word: string): Stem | null {
  let stem = stemOfWord.get(word);
  if (stem === undefined) {
    const folded = foldWord(word);
    stem = isTerm(folded) ? numberStem(singularOf(folded)) : null;
    stemOfWord.set(word, stem);
  }
  return stem;
}

/** The number of a stem in tokens of any text, also before it was met in one. */
export function stemNumberOf(stem: string): number {
  return numberStem(stem).number;
}

function numberStem(text: string): Stem {
  const stem = stems.get(text) ?? { text, number: stems.size };
  stems.set(text, stem);
  return stem;
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
