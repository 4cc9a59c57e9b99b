import { Casings } from './casing.ts';
import { stemNumberOf } from './tokenize.ts';
import type { WordsInText } from './words-in-text.ts';

/** The uses of a term, or of a longer phrase that holds it. */
export interface Uses {
  count: number;
  /** Those with no further word of content joined to their end. */
  asHead: number;
  /** What is written, in lower case, and how often each: few differ, so that a list finds one sooner. */
  readonly forms: string[];
  readonly formCounts: number[];
}

/** The uses of a term and of the phrases of one or two more words that hold it, by their stems. */
export interface TermUses {
  readonly term: string;
  readonly exact: Uses;
  readonly longer: Map<string, Uses>;
}

const LONGEST_PHRASE = 4;
/** Uses of a term that tell its form; more of them hardly ever say otherwise. */
const ENOUGH_USES = 150;
/** Two words of content joined by such a word to two others make a phrase with them. */
const LINKED = 2;

/** What is asked of a stem: its uses as a term, and as the first of two-word terms by the second. */
interface AskedStem {
  word: TermUses | null;
  readonly phrases: Map<number, TermUses>;
}

/** Finds the uses of asked terms in texts, by the numbers of their stems. */
export class UseCounter {
  private readonly terms: readonly TermUses[];
  /** By the number of the stem; only of those that terms have. */
  private readonly asked: (AskedStem | undefined)[] = [];
  /** How the words of the uses, and those around phrases, are capitalised. */
  readonly casings = new Casings();

  /** Terms are one or two stems, joined by a space. */
  constructor(terms: Iterable<string>) {
    this.terms = Array.from(terms, (term) => {
      const exact: Uses = { count: 0, asHead: 0, forms: [], formCounts: [] };
      const uses: TermUses = { term, exact, longer: new Map() };
      const stems = term.split(' ').map(stemNumberOf);
      for (const stem of stems) this.asked[stem] ??= { word: null, phrases: new Map() };
      const first = this.asked[stems[0]!]!;
      if (stems.length === 1) first.word = uses;
      else first.phrases.set(stems[1]!, uses);
      return uses;
    });
  }

  /** The terms that were used, in the order in which they were asked for. */
  used(): TermUses[] {
    return this.terms.filter(({ exact }) => exact.count > 0);
  }

  /** Counts the uses in a text, of each term the first 150 of all texts. */
  count(words: WordsInText): void {
    const { tokens, text, isProse } = words;
    for (let at = 0; at < tokens.length; at++) {
      const asked = this.asked[tokens[at]!.stemNumber];
      if (asked === undefined) continue;
      this.casings.count(text, tokens[at]!, isProse);
      if (asked.word !== null && asked.word.exact.count < ENOUGH_USES) {
        countUse(asked.word.exact, words, at, at);
      }
      if (!words.isPhrase(at, at + 1)) continue;
      const uses = asked.phrases.get(tokens[at + 1]!.stemNumber);
      if (uses === undefined || uses.exact.count >= ENOUGH_USES) continue;
      countUse(uses.exact, words, at, at + 1);
      countLonger(uses.longer, words, at);
      // Words around it may come to belong to it, though nobody asked for them.
      const last = Math.min(tokens.length, at + LONGEST_PHRASE);
      for (let near = Math.max(0, at + 2 - LONGEST_PHRASE); near < last; near++) {
        const token = tokens[near]!;
        if (this.asked[token.stemNumber] === undefined) this.casings.count(text, token, isProse);
      }
    }
  }
}

/** Counts the phrases of three and four words around the two-word term that starts at a token. */
function countLonger(longer: Map<string, Uses>, words: WordsInText, at: number): void {
  for (let length = 3; length <= LONGEST_PHRASE; length++) {
    for (let first = at + 2 - length; first <= at; first++) {
      const last = first + length - 1;
      // A phrase may grow behind its end by words of content alone, and by any before its start.
      if (!words.isPhrase(first, last) || (last > at + 1 && !words.goesOn(last - 1))) continue;
      countPhrase(longer, words, first, last);
    }
  }
  // "reinforcement learning with verifiable rewards" from its second phrase
  const first = at - LINKED;
  if (words.isPhrase(first, at - 1) && words.isLinked(at))
    countPhrase(longer, words, first, at + 1);
}

/** Counts a use of a longer phrase. Hardly any comes again: so nothing is kept of it but what it needs. */
function countPhrase(
  longer: Map<string, Uses>,
  words: WordsInText,
  first: number,
  last: number,
): void {
  let stems = words.tokens[first]!.stem;
  for (let at = first + 1; at <= last; at++) stems += ` ${words.tokens[at]!.stem}`;
  const known = longer.get(stems);
  if (known === undefined) longer.set(stems, firstUse(words, first, last));
  else countUse(known, words, first, last);
}

function firstUse(words: WordsInText, first: number, last: number): Uses {
  const asHead = words.goesOn(last) ? 0 : 1;
  return { count: 1, asHead, forms: [words.form(first, last)], formCounts: [1] };
}

function countUse(uses: Uses, words: WordsInText, first: number, last: number): void {
  const form = words.form(first, last);
  uses.count += 1;
  if (!words.goesOn(last)) uses.asHead += 1;
  const known = uses.forms.indexOf(form);
  if (known >= 0) {
    uses.formCounts[known]! += 1;
  } else {
    uses.forms.push(form);
    uses.formCounts.push(1);
  }
}
