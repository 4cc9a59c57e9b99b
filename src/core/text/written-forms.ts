import { academicStems } from './stop-words.ts';
import { type Token, tokenize } from './tokenize.ts';
import { casingOf, countCasings, type Casings } from './casing.ts';

/** A paper's text; its title may be in Title Case, and so tells nothing about capitals. */
export interface WrittenPaper {
  readonly title: string;
  readonly abstract: string;
}

/** How papers write a term. */
export interface WrittenForm {
  readonly form: string;
  /**
   * Share of the uses in which no further word of content is joined to the term, 0 to 1: near 1 for
   * the head of a phrase ("diffusion models"), near 0 for what modifies one ("pre-trained").
   */
  readonly headShare: number;
}

const LONGEST_PREFIX = 40;

interface Uses {
  count: number;
  asHead: number;
}

/** Uses of each form, by term. */
type FormUses = Map<string, Map<string, Uses>>;

/**
 * For each term (stems joined by a space) the form in which papers write it most often: "diffus
 * model" → "diffusion models". Where more than half of a two-word term's uses have the same third
 * word before or behind them, that word belongs to it: "markov decis" → "Markov decision processes". Capitals are
 * kept where the abstracts insist on them (LLM, 3D, Markov). A term that no paper holds is missing.
 */
export function writtenForms(
  terms: ReadonlySet<string>,
  papers: readonly WrittenPaper[],
): Map<string, WrittenForm> {
  const exact: FormUses = new Map();
  const extended: FormUses = new Map();
  const casings: Casings = new Map();
  for (const { title, abstract } of papers) {
    for (const [text, isProse] of [
      [title, false],
      [abstract, true],
    ] as const) {
      const words = new WordsInText(text);
      words.tokens.forEach((_, at) => {
        countUses(words, at, terms, exact, extended);
      });
      countCasings(text, words.tokens, isProse, casings);
    }
  }
  return new Map(
    [...exact].map(([term, forms]) => {
      const [form, uses] = usualForm(forms, extended.get(term));
      return [term, { form: casingOf(form, casings), headShare: uses.asHead / uses.count }];
    }),
  );
}

/** The tokens of a text, and runs of them as the text writes them. */
class WordsInText {
  readonly tokens: readonly Token[];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  /** Whether the token behind this one is joined to it and no academic word ("framework"). */
  goesOn(at: number): boolean {
    const next = this.tokens[at + 1];
    return next?.joined === true && !academicStems.has(next.stem);
  }

  /** Whether this token and the one behind it make a phrase. */
  isPhrase(at: number): boolean {
    return this.tokens[at + 1]?.joined === true;
  }

  form(first: number, last: number): string {
    const { start, joined } = this.tokens[first]!;
    // A stop word before a hyphen is no token, but part of the name: "in-context learning".
    const prefix = !joined && this.text[start - 1] === '-' ? this.hyphenated(start) : '';
    const written = this.text.slice(start, this.tokens[last]!.end);
    return (prefix + (first === last ? written : written.replace(/\s+/g, ' '))).toLowerCase();
  }

  /** The words that hyphens join to what starts here. */
  private hyphenated(start: number): string {
    const before = this.text.slice(Math.max(0, start - LONGEST_PREFIX), start);
    return /(?:[\p{L}\p{N}]+-)+$/u.exec(before)?.[0] ?? '';
  }
}

/** Counts the uses of terms that start with a token. */
function countUses(
  words: WordsInText,
  at: number,
  terms: ReadonlySet<string>,
  exact: FormUses,
  extended: FormUses,
): void {
  const token = words.tokens[at]!;
  const count = (uses: FormUses, term: string, first: number, last: number) => {
    countUse(uses, term, words.form(first, last), !words.goesOn(last));
  };
  if (terms.has(token.stem)) count(exact, token.stem, at, at);
  if (!words.isPhrase(at)) return;
  const term = `${token.stem} ${words.tokens[at + 1]!.stem}`;
  if (!terms.has(term)) return;
  count(exact, term, at, at + 1);
  if (words.goesOn(at + 1)) count(extended, term, at, at + 2);
  if (token.joined && at > 0) count(extended, term, at - 1, at + 1);
}

function countUse(uses: FormUses, term: string, form: string, isHead: boolean): void {
  const forms = uses.get(term) ?? new Map<string, Uses>();
  uses.set(term, forms);
  const use = forms.get(form) ?? { count: 0, asHead: 0 };
  forms.set(form, use);
  use.count += 1;
  if (isHead) use.asHead += 1;
}

/** The most frequent form; its head share is that of all forms, which are too few one by one. */
function usualForm(
  forms: ReadonlyMap<string, Uses>,
  longer: ReadonlyMap<string, Uses> | undefined,
): [string, Uses] {
  const all = { count: 0, asHead: 0 };
  for (const uses of forms.values()) {
    all.count += uses.count;
    all.asHead += uses.asHead;
  }
  const extension = longer ? mostFrequent(longer) : null;
  if (extension !== null && extension[1].count > Math.max(1, all.count / 2)) return extension;
  return [mostFrequent(forms)[0], all];
}

/** The form of greatest count; of equals the first by code point, so that order does not matter. */
function mostFrequent(forms: ReadonlyMap<string, Uses>): [string, Uses] {
  return [...forms].reduce((best, entry) => {
    const difference = entry[1].count - best[1].count;
    return difference > 0 || (difference === 0 && entry[0] < best[0]) ? entry : best;
  });
}
