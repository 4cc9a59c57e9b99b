import { splitWords } from './natural.ts';
import type { WrittenPaper } from './written-forms.ts';

/** The words that acronyms stand for, by `acronymKey`; in lower case unless they are acronyms. */
export type Acronyms = ReadonlyMap<string, readonly string[]>;

/** Text in brackets: an acronym, or what the word before stands for. */
const BRACKETS = /\(([^()]{2,80})\)/g;
const LONGEST_ACRONYM = 10;
/** Characters before a bracket among which the words of an acronym are. */
const LONGEST_REACH = 150;

/** An acronym in lower case without the "s" of its plural ("LLMs" → "llm"); null for any other word. */
export function acronymKey(word: string): string | null {
  const singular = word.replace(/(?<=\p{Lu})s$/u, '');
  const isAcronym = singular.length <= LONGEST_ACRONYM && /\p{Lu}.*\p{Lu}/u.test(singular);
  return isAcronym ? singular.toLowerCase() : null;
}

/**
 * The acronyms that abstracts explain, "large language models (LLMs)" or "LLM (large language model)",
 * with the words that most of them give. Found as by Schwartz and Hearst (2003), "A simple algorithm
 * for identifying abbreviation definitions in biomedical text".
 */
export function findAcronyms(papers: readonly WrittenPaper[]): Acronyms {
  const counts = new Map<string, Map<string, number>>();
  for (const { abstract } of papers) {
    for (const match of abstract.matchAll(BRACKETS)) {
      const found = definitionAt(abstract, match.index, match[1]!);
      if (found === null) continue;
      const meanings = counts.get(found.key) ?? new Map<string, number>();
      counts.set(found.key, meanings);
      meanings.set(found.meaning, (meanings.get(found.meaning) ?? 0) + 1);
    }
  }
  return new Map(
    [...counts].map(([key, meanings]) => [key, mostFrequent(meanings).split(' ')] as const),
  );
}

/** Of equals the first by code point, so that the order of papers does not matter. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((best, entry) => {
    const difference = entry[1] - best[1];
    return difference > 0 || (difference === 0 && entry[0] < best[0]) ? entry : best;
  })[0];
}

/** What brackets that open at a place define, if anything. */
function definitionAt(
  text: string,
  opening: number,
  inner: string,
): { readonly key: string; readonly meaning: string } | null {
  const inside = /^[^\s,;]+(?=$|[,;])/.exec(inner)?.[0];
  const before = text.slice(Math.max(0, opening - LONGEST_REACH), opening).trimEnd();
  const key = acronymKey(inside ?? before.slice(before.lastIndexOf(' ') + 1));
  if (key === null) return null;
  const long = longForm(key, inside === undefined ? inner : before);
  // Behind its acronym the whole of the brackets are its words, or they tell something else.
  if (long === null || (inside === undefined && long !== inner)) return null;
  const words = splitWords(long).map((word) => (acronymKey(word) ? word : word.toLowerCase()));
  return { key, meaning: words.join(' ') };
}

/**
 * The shortest end of a text that has the letters of an acronym in order, the first of them at the
 * start of a word; null if there is none that may be its words.
 */
function longForm(key: string, text: string): string | null {
  const folded = text.toLowerCase();
  let at = folded.length;
  for (let letter = key.length - 1; letter >= 0; letter--) {
    do at -= 1;
    while (at >= 0 && (folded[at] !== key[letter] || (letter === 0 && !startsWord(folded, at))));
    if (at < 0) return null;
  }
  const long = text.slice(at);
  const words = splitWords(long);
  const most = Math.min(key.length + 5, 2 * key.length);
  const isSound = words.length <= most && long.length > key.length && !/[.,;:()]/.test(long);
  return isSound && words.every((word) => acronymKey(word) !== key) ? long : null;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!);
}
