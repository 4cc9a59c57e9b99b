import type { Token } from './tokenize.ts';

/** Counts of each casing of a word, by the word in lower case. */
export type Casings = Map<string, Map<string, number>>;

/**
 * Adds how each word is capitalised, where that tells something: capitals within a word and digits
 * always do (LLM, 3D), a capital at its start only in running text (`isProse`) within a sentence.
 */
export function countCasings(
  text: string,
  tokens: readonly Token[],
  isProse: boolean,
  casings: Casings,
): void {
  for (const { word, start } of tokens) {
    if (!insists(word) && !(isProse && !startsSentence(text, start))) continue;
    const folded = word.toLowerCase();
    const counts = casings.get(folded) ?? new Map<string, number>();
    casings.set(folded, counts);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}

function insists(word: string): boolean {
  // Most words have nothing but small letters.
  return !/^[a-z]*$/.test(word) && /\p{Lu}.*\p{Lu}|\p{N}/u.test(word);
}

function startsSentence(text: string, start: number): boolean {
  // Most words follow another one.
  if (text[start - 1] === ' ' && /[a-z,]/.test(text.charAt(start - 2))) return false;
  const before = text.slice(Math.max(0, start - 3), start).trimEnd();
  return before === '' || /[.!?:(“"]$/.test(before);
}

/** A form in lower case with each word in its usual casing: "llm agents" → "LLM agents". */
export function casingOf(form: string, casings: Casings): string {
  return form.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const counts = casings.get(word);
    if (!counts) return word;
    return [...counts].reduce((best, entry) =>
      entry[1] > best[1] || (entry[1] === best[1] && entry[0] > best[0]) ? entry : best,
    )[0];
  });
}
