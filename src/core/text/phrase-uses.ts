import { PhraseNumbers } from './phrase-numbers.ts';
import { startsSentence } from './casing.ts';
import { countUse, noUses, type Uses, writingOf } from './uses.ts';
import type { WordsInText } from './words-in-text.ts';

/** A phrase that holds a term, and its uses. */
export interface LongerPhrase {
  readonly stems: readonly string[];
  readonly uses: Uses;
}

/** What is kept of a use; hardly any comes again, so that its words are read only if it does. */
const PREVIOUS = 0;
const PHRASE = 1;
const TEXT = 2;
const FROM = 3;
const TO = 4;
const AS_HEAD = 5;
const SIZE = 6;
const FIRST_CAPACITY = SIZE << 12;
/** In place of the use before, for the first one. */
export const NO_USE = -1;

/** The uses of phrases that hold asked terms, each linked to the one before of its term. */
export class PhraseUses {
  private readonly phrases = new PhraseNumbers();
  private readonly texts: Pick<WordsInText, 'text' | 'isProse'>[] = [];
  private uses = new Int32Array(FIRST_CAPACITY);
  private length = 0;

  /** Begins a text: those that are added next are in it. */
  begin({ text, isProse }: Pick<WordsInText, 'text' | 'isProse'>): void {
    this.texts.push({ text, isProse });
  }

  /** Adds a use of some stems behind the one before of its term, and returns it. */
  add(
    previous: number,
    stems: readonly number[],
    [from, to]: readonly [number, number],
    isHead: boolean,
  ): number {
    if (this.length === this.uses.length) this.grow();
    const { uses, length } = this;
    uses[length + PREVIOUS] = previous;
    uses[length + PHRASE] = this.phrases.numberOf(stems);
    uses[length + TEXT] = this.texts.length - 1;
    uses[length + FROM] = from;
    uses[length + TO] = to;
    uses[length + AS_HEAD] = isHead ? 1 : 0;
    this.length += SIZE;
    return length;
  }

  /** The phrases used more often than `bound`, of the uses that end with a last one. */
  frequent(last: number, bound: number): LongerPhrase[] {
    const counts = new Map<number, number>();
    this.visit(last, (use) => {
      const phrase = this.uses[use + PHRASE]!;
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    });
    const found = new Map<number, Uses>();
    for (const [phrase, count] of counts) if (count > bound) found.set(phrase, noUses());
    if (found.size === 0) return [];
    this.visit(last, (use) => {
      const uses = found.get(this.uses[use + PHRASE]!);
      if (uses !== undefined) this.count(use, uses);
    });
    return Array.from(found, ([phrase, uses]) => ({ stems: this.phrases.stemsOf(phrase), uses }));
  }

  private count(use: number, uses: Uses): void {
    const { text, isProse } = this.texts[this.uses[use + TEXT]!]!;
    const from = this.uses[use + FROM]!;
    countUse(uses, {
      writing: writingOf(text, [from, this.uses[use + TO]!]),
      isHead: this.uses[use + AS_HEAD] === 1,
      isCased: isProse && !startsSentence(text, from),
    });
  }

  private visit(last: number, visitor: (use: number) => void): void {
    for (let use = last; use !== NO_USE; use = this.uses[use + PREVIOUS]!) visitor(use);
  }

  private grow(): void {
    const { uses } = this;
    this.uses = new Int32Array(2 * uses.length);
    this.uses.set(uses);
  }
}
