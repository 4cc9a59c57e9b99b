import { splitWords } from './natural.ts';
import { usualForm } from './usual-form.ts';
import type { WrittenPaper } from './written-forms.ts';

/** What an acronym stands for. */
export interface Meaning {
  /** In lower case unless they are acronyms. */
  readonly words: readonly string[];
  /** As papers write it within a sentence; null where all of them write it in Title Case. */
  readonly form: string | null;
}

/** What acronyms stand for, by `acronymKey`. */
export type Acronyms = ReadonlyMap<string, Meaning>;

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
 * with what most of them give. Found as by Schwartz and Hearst (2003), "A simple algorithm for
 * identifying abbreviation definitions in biomedical text".
 */
export function findAcronyms(papers: readonly WrittenPaper[]): Acronyms {
  const found = new Map<string, string[]>();
  for (const { abstract } of papers) {
    for (const match of abstract.matchAll(BRACKETS)) {
      const definition = definitionAt(abstract, match.index, match[1]!);
      if (definition === null) continue;
      const list = found.get(definition.key) ?? [];
      found.set(definition.key, list);
      list.push(definition.meaning.replace(/\s+/g, ' '));
    }
  }
  return new Map([...found].map(([key, list]) => [key, usualMeaning(list)]));
}

function usualMeaning(list: readonly string[]): Meaning {
  const words = usualForm(countsOf(list.map((meaning) => wordsOf(meaning).join(' '))));
  const same = list.filter((meaning) => wordsOf(meaning).join(' ') === words);
  const plain = same.filter((meaning) => /^\p{Ll}/u.test(splitWords(meaning).at(-1)!));
  return { words: words.split(' '), form: plain.length > 0 ? usualForm(countsOf(plain)) : null };
}

function wordsOf(meaning: string): string[] {
  return splitWords(meaning).map((word) => (acronymKey(word) ? word : word.toLowerCase()));
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
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
  const meaning = longForm(key, inside === undefined ? inner : before);
  // Behind its acronym the whole of the brackets are its words, or they tell something else.
  if (meaning === null || (inside === undefined && meaning !== inner)) return null;
  return { key, meaning };
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
