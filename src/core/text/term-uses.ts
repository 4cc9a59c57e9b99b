import { Casings, startsSentence } from './casing.ts';
import { type LongerPhrase, NO_USE, PhraseUses } from './phrase-uses.ts';
import { stemNumberOf } from './tokenize.ts';
import { countUse, noUses, type Uses, writingOf } from './uses.ts';
import type { WordsInText } from './words-in-text.ts';

/** The uses of a term, and of the phrases of one or two more words that most of them belong to. */
export interface TermUses {
  readonly term: string;
  readonly exact: Uses;
  readonly longer: readonly LongerPhrase[];
}

/** An asked term, its uses, and the last one of a longer phrase that holds it. */
interface AskedTerm {
  readonly term: string;
  readonly exact: Uses;
  lastLonger: number;
}

const LONGEST_PHRASE = 4;
/** Uses of a term that tell its form; more of them hardly ever say otherwise. */
const ENOUGH_USES = 150;
/** Two words of content joined by such a word to two others make a phrase with them. */
const LINKED = 2;

/** What is asked of a stem: its uses as a term, and as the first of two-word terms by the second. */
interface AskedStem {
  word: AskedTerm | null;
  readonly phrases: Map<number, AskedTerm>;
}

/** Finds the uses of asked terms in texts, by the numbers of their stems. */
export class UseCounter {
  private readonly terms: readonly AskedTerm[];
  /** By the number of the stem; only of those that terms have. */
  private readonly asked: (AskedStem | undefined)[] = [];
  private readonly longer = new PhraseUses();
  /** How the words of the uses, and those around phrases, are capitalised. */
  readonly casings = new Casings();

  /** Terms are one or two stems, joined by a space. */
  constructor(terms: Iterable<string>) {
    this.terms = Array.from(terms, (term) => {
      const uses: AskedTerm = { term, exact: noUses(), lastLonger: NO_USE };
      const stems = term.split(' ').map(stemNumberOf);
      for (const stem of stems) this.asked[stem] ??= { word: null, phrases: new Map() };
      const first = this.asked[stems[0]!]!;
      if (stems.length === 1) first.word = uses;
      else first.phrases.set(stems[1]!, uses);
      return uses;
    });
  }

  /**
   * The terms that were used, in the order in which they were asked for, with the phrases that more than
   * half of the uses belong to. One that stands once is no usual one.
   */
  used(): TermUses[] {
    return this.terms
      .filter(({ exact }) => exact.count > 0)
      .map(({ term, exact, lastLonger }) => {
        const longer = this.longer.frequent(lastLonger, Math.max(1, exact.count / 2));
        return { term, exact, longer };
      });
  }

  /** Counts the uses in a text, of each term the first 150 of all texts. */
  count(words: WordsInText): void {
    const { tokens, text, isProse } = words;
    this.longer.begin(words);
    for (let at = 0; at < tokens.length; at++) {
      const asked = this.asked[tokens[at]!.stemNumber];
      if (asked === undefined) continue;
      this.casings.count(text, tokens[at]!, isProse);
      if (asked.word !== null && asked.word.exact.count < ENOUGH_USES) {
        countTokens(asked.word.exact, words, at, at);
      }
      if (!words.isPhrase(at, at + 1)) continue;
      const uses = asked.phrases.get(tokens[at + 1]!.stemNumber);
      if (uses === undefined || uses.exact.count >= ENOUGH_USES) continue;
      countTokens(uses.exact, words, at, at + 1);
      this.countLonger(uses, words, at);
      // Words around it may come to belong to it, though nobody asked for them.
      const last = Math.min(tokens.length, at + LONGEST_PHRASE);
      for (let near = Math.max(0, at + 2 - LONGEST_PHRASE); near < last; near++) {
        const token = tokens[near]!;
        if (this.asked[token.stemNumber] === undefined) this.casings.count(text, token, isProse);
      }
    }
  }

  /** Counts the phrases of three and four words around the two-word term that starts at a token. */
  private countLonger(uses: AskedTerm, words: WordsInText, at: number): void {
    for (let length = 3; length <= LONGEST_PHRASE; length++) {
      for (let first = at + 2 - length; first <= at; first++) {
        const last = first + length - 1;
        // A phrase may grow behind its end by words of content alone, and by any before its start.
        if (!words.isPhrase(first, last) || (last > at + 1 && !words.goesOn(last - 1))) continue;
        this.countPhrase(uses, words, first, last);
      }
    }
    // "reinforcement learning with verifiable rewards" from its second phrase
    const first = at - LINKED;
    if (words.isPhrase(first, at - 1) && words.isLinked(at)) {
      this.countPhrase(uses, words, first, at + 1);
    }
  }

  private countPhrase(uses: AskedTerm, words: WordsInText, first: number, last: number): void {
    const stems = words.tokens.slice(first, last + 1).map(({ stemNumber }) => stemNumber);
    const stretch = words.stretch(first, last);
    uses.lastLonger = this.longer.add(uses.lastLonger, stems, stretch, !words.goesOn(last));
  }
}

function countTokens(uses: Uses, words: WordsInText, first: number, last: number): void {
  const { text, isProse } = words;
  const stretch = words.stretch(first, last);
  countUse(uses, {
    writing: writingOf(text, stretch),
    isHead: !words.goesOn(last),
    isCased: isProse && !startsSentence(text, stretch[0]),
  });
}
