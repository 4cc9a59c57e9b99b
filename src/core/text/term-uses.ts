import { type Casings, countCasings } from './casing.ts';
import { stemNumberOf } from './tokenize.ts';
import type { WordsInText } from './words-in-text.ts';

/** The uses of a term, or of a longer phrase that holds it. */
export interface Uses {
  count: number;
  /** Those with no further word of content joined to their end. */
  asHead: number;
  /** How often each form is written, in lower case. */
  readonly forms: Map<string, number>;
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
const IS_WORD = 1;
const STARTS_PHRASE = 2;
const IS_ASKED = 4;
/** Two words of content joined by such a word to two others make a phrase with them. */
const LINKED = 2;
/** More stems than there will be, in products that a number holds exactly. */
const STEMS = 2 ** 26;

/** Finds the uses of asked terms in texts, by the numbers of their stems. */
export class UseCounter {
  private readonly words = new Map<number, TermUses>();
  private readonly phrases = new Map<number, TermUses>();
  /** How the words of the uses, and those around phrases, are capitalised. */
  readonly casings: Casings = new Map();
  /** What a stem may be, by its number. */
  private readonly kinds: Uint8Array;

  /** Terms are one or two stems, joined by a space. */
  constructor(terms: Iterable<string>) {
    const numbered = [...terms].map((term) => ({
      uses: { term, exact: noUses(), longer: new Map<string, Uses>() },
      stems: term.split(' ').map(stemNumberOf),
    }));
    const greatest = numbered.reduce((most, { stems }) => Math.max(most, ...stems), 0);
    this.kinds = new Uint8Array(greatest + 1);
    for (const { uses, stems } of numbered) {
      const [first, second] = stems;
      if (second === undefined) this.words.set(first!, uses);
      else this.phrases.set(first! * STEMS + second, uses);
      this.kinds[first!]! |= second === undefined ? IS_WORD : STARTS_PHRASE;
      for (const stem of stems) this.kinds[stem]! |= IS_ASKED;
    }
  }

  /** The terms that were used, in the order in which they were asked for. */
  used(): TermUses[] {
    return [...this.words.values(), ...this.phrases.values()].filter(
      ({ exact }) => exact.count > 0,
    );
  }

  /** Counts the uses in a text, of each term the first 150 of all texts. */
  count(words: WordsInText): void {
    const { tokens } = words;
    for (let at = 0; at < tokens.length; at++) {
      const { stemNumber } = tokens[at]!;
      const kind = this.kinds[stemNumber] ?? 0;
      if (kind & IS_ASKED) countCasings(words.text, [tokens[at]!], words.isProse, this.casings);
      if (kind & IS_WORD) {
        const { exact } = this.words.get(stemNumber)!;
        if (exact.count < ENOUGH_USES) countUse(exact, words, at, at);
      }
      if (!(kind & STARTS_PHRASE) || !words.isPhrase(at, at + 1)) continue;
      const uses = this.phrases.get(stemNumber * STEMS + tokens[at + 1]!.stemNumber);
      if (uses === undefined || uses.exact.count >= ENOUGH_USES) continue;
      countUse(uses.exact, words, at, at + 1);
      countLonger(uses.longer, words, at);
      // Words around it may come to belong to it, though nobody asked for them.
      const around = tokens
        .slice(Math.max(0, at + 2 - LONGEST_PHRASE), at + LONGEST_PHRASE)
        .filter((token) => !((this.kinds[token.stemNumber] ?? 0) & IS_ASKED));
      countCasings(words.text, around, words.isProse, this.casings);
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
      countUse(usesOf(longer, words, first, last), words, first, last);
    }
  }
  // "reinforcement learning with verifiable rewards" from its second phrase
  const first = at - LINKED;
  if (words.isPhrase(first, at - 1) && words.isLinked(at))
    countUse(usesOf(longer, words, first, at + 1), words, first, at + 1);
}

function usesOf(longer: Map<string, Uses>, words: WordsInText, first: number, last: number): Uses {
  const key = words.tokens
    .slice(first, last + 1)
    .map(({ stem }) => stem)
    .join(' ');
  const uses = longer.get(key) ?? noUses();
  longer.set(key, uses);
  return uses;
}

function countUse(uses: Uses, words: WordsInText, first: number, last: number): void {
  const form = words.form(first, last);
  uses.count += 1;
  if (!words.goesOn(last)) uses.asHead += 1;
  uses.forms.set(form, (uses.forms.get(form) ?? 0) + 1);
}

function noUses(): Uses {
  return { count: 0, asHead: 0, forms: new Map() };
}
