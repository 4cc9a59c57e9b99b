import leven from 'leven';
import { foldWord } from './words.ts';

/** Words of fewer letters are too like many others. */
const LEAST_LETTERS = 4;

/**
 * The query with each word that is nowhere in the collection replaced by the one most like it, of
 * several as near by that of most papers; null where there is none to replace. `vocabulary` has folded
 * words, those of most papers first.
 */
export function suggestQuery(query: string, vocabulary: readonly string[]): string | null {
  let hasChanged = false;
  const suggested = query.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const nearest = nearestWord(foldWord(word), vocabulary);
    if (nearest === null) return word;
    hasChanged = true;
    return nearest;
  });
  return hasChanged ? suggested : null;
}

/** The word to put in place of one that is nowhere; null for one that is there, or like none. */
function nearestWord(word: string, vocabulary: readonly string[]): string | null {
  if (word.length < LEAST_LETTERS || !/^\p{L}+$/u.test(word)) return null;
  // A word may be the start of another one, since results come while it is typed.
  if (vocabulary.some((other) => other.startsWith(word))) return null;
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
