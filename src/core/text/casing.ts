import type { Token } from './tokenize.ts';
import { UNKNOWN, WordNumbers } from './word-numbers.ts';

/**
 * How words are capitalised, where that tells something: capitals within a word and digits always do
 * (LLM, 3D), a capital at its start only in running text (`isProse`) within a sentence.
 */
export class Casings {
  private readonly numbers = new WordNumbers();
  /** By the number of a word as texts write it. */
  private readonly words: string[] = [];
  private readonly counts: number[] = [];
  private readonly insisting: boolean[] = [];

  /** Counts how a token of a text is capitalised. */
  count(text: string, { word, start }: Token, isProse: boolean): void {
    const number = this.numberOf(word);
    if (this.insisting[number] || (isProse && !startsSentence(text, start))) {
      this.counts[number]! += 1;
    }
  }

  /** The most frequent casing of each word, by the word in lower case; of equal ones lower case. */
  usual(): Map<string, string> {
    const best = new Map<string, number>();
    this.words.forEach((word, number) => {
      const count = this.counts[number]!;
      if (count === 0) return;
      const folded = word.toLowerCase();
      const other = best.get(folded);
      const isMore = other === undefined || count > this.counts[other]!;
      if (isMore || (count === this.counts[other] && word > this.words[other]!))
        best.set(folded, number);
    });
    return new Map([...best].map(([folded, number]) => [folded, this.words[number]!]));
  }

  private numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== UNKNOWN) return known;
    const number = this.words.push(word) - 1;
    this.numbers.set(word, number);
    this.counts.push(0);
    this.insisting.push(insists(word));
    return number;
  }
}

function insists(word: string): boolean {
  // Most words have nothing but small letters.
  return !/^[a-z]*$/.test(word) && /\p{Lu}.*\p{Lu}|\p{N}/u.test(word);
}

/** Whether a sentence starts at a place, so that a capital there tells nothing. */
export function startsSentence(text: string, start: number): boolean {
  // Most words follow another one.
  if (text[start - 1] === ' ' && /[a-z,]/.test(text.charAt(start - 2))) return false;
  const before = text.slice(Math.max(0, start - 3), start).trimEnd();
  return before === '' || /[.!?:(“"]$/.test(before);
}

/** A form in lower case with each word in its usual casing: "llm agents" → "LLM agents". */
export function casingOf(form: string, usual: ReadonlyMap<string, string>): string {
  return form.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => usual.get(word) ?? word);
}

/** A lower-case word before one with a capital at its start alone: "hidden Markov", "vision Transformer". */
const MIXED = /(?:^|[\s-])\p{Ll}+[\s-]\p{Lu}\p{Ll}/u;

/**
 * A form whose words have their usual casing, by how texts write it as a whole where that says another one
 * and its words do not go together: "density functional Theory" → "density functional theory".
 */
export function wholeCasing(
  form: string,
  writings: readonly string[],
  counts: readonly number[],
): string {
  if (!MIXED.test(form)) return form;
  const folded = form.toLowerCase();
  let best = -1;
  writings.forEach((writing, at) => {
    if (writing.toLowerCase() !== folded) return;
    const difference = best < 0 ? 1 : counts[at]! - counts[best]!;
    if (difference > 0 || (difference === 0 && writing > writings[best]!)) best = at;
  });
  return best < 0 ? form : writings[best]!;
}
