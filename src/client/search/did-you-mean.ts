import leven from 'leven';
import { foldWord } from './words.ts';

/** Words of fewer letters are too like many others. */
const LEAST_LETTERS = 4;

/**
 * What may have been meant by a query with words that are nowhere in the collection: each of them
 * replaced by the one most like it, of several as near by that of most papers; and the same without those
 * that are like none. Empty where there is none to replace. `vocabulary` has folded words, those of most
 * papers first.
 */
export function suggestQueries(query: string, vocabulary: readonly string[]): string[] {
  const words = [...query.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word);
  const meant = new Map(words.map((word) => [word, wordMeant(word, vocabulary)]));
  if (words.every((word) => meant.get(word) === word || meant.get(word) === null)) return [];
  const withMeant = (other: (word: string) => string) =>
    query.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => meant.get(word) ?? other(word));
  const whole = withMeant((word) => word);
  const without = withMeant(() => '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [...new Set([whole, without])];
}

/** The word itself where it is known or may not be judged; null for one that is nowhere and like none. */
function wordMeant(written: string, vocabulary: readonly string[]): string | null {
  const word = foldWord(written);
  if (word.length < LEAST_LETTERS || !/^\p{L}+$/u.test(word)) return written;
  // A word may be the start of another one, since results come while it is typed.
  if (vocabulary.some((other) => other.startsWith(word))) return written;
  return nearestWord(word, vocabulary);
}

/** The word most like one that is nowhere; null where it is like none. */
function nearestWord(word: string, vocabulary: readonly string[]): string | null {
  let least = word.length < 5 ? 2 : word.length < 9 ? 3 : 4;
  let nearest: string | null = null;
  for (const other of vocabulary) {
    if (Math.abs(other.length - word.length) >= least) continue;
    // Letters that changed places are one slip, not two.
    const distance = sameLetters(word, other) ? 1 : leven(word, other, { maxDistance: least });
    if (distance >= least) continue;
    least = distance;
    nearest = other;
  }
  return nearest;
}

function sameLetters(left: string, right: string): boolean {
  return left.length === right.length && [...left].sort().join('') === [...right].sort().join('');
}
