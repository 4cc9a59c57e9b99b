import { academicStems } from './stop-words.ts';
import { type Token, tokenize } from './tokenize.ts';

/** No name goes further than this beyond its words: "human-in-the-loop". */
const LONGEST_AFFIX = 40;
const LINK = /^\s(?:from|in|of|with)\s$/;

/** The tokens of a text, and runs of them as the text writes them. */
export class WordsInText {
  readonly tokens: readonly Token[];
  readonly text: string;
  /** Whether its capitals tell something, unlike those of a title in Title Case. */
  readonly isProse: boolean;

  constructor(text: string, isProse: boolean) {
    this.text = text;
    this.isProse = isProse;
    this.tokens = tokenize(text);
  }

  /** Whether the token behind this one is joined to it and no academic word ("framework"). */
  goesOn(at: number): boolean {
    const next = this.tokens[at + 1];
    return next?.joined === true && !academicStems.has(next.stem);
  }

  /** Whether the tokens from `first` to `last` are there and make a phrase. */
  isPhrase(first: number, last: number): boolean {
    if (first < 0 || last >= this.tokens.length) return false;
    for (let at = first + 1; at <= last; at++) if (!this.tokens[at]!.joined) return false;
    return true;
  }

  /** Whether a "with" or the like alone stands between a token and the one before. */
  isLinked(at: number): boolean {
    const before = this.tokens[at - 1];
    const { start } = this.tokens[at]!;
    return before !== undefined && LINK.test(this.text.slice(before.end, start));
  }

  /** Where the tokens are written: the first character, and the one behind the last. */
  stretch(first: number, last: number): [number, number] {
    const { start, joined } = this.tokens[first]!;
    const { end } = this.tokens[last]!;
    // A stop word beside a hyphen is no token, but part of the name: "in-context", "try-on".
    const prefix = !joined && this.text[start - 1] === '-' ? this.prefix(start) : '';
    const isSuffixed = this.text[end] === '-' && this.tokens[last + 1]?.start !== end + 1;
    const suffix = isSuffixed ? this.suffix(end) : '';
    return [start - prefix.length, end + suffix.length];
  }

  private prefix(start: number): string {
    const before = this.text.slice(Math.max(0, start - LONGEST_AFFIX), start);
    return /(?:[\p{L}\p{N}]+-)+$/u.exec(before)?.[0] ?? '';
  }

  private suffix(end: number): string {
    const behind = this.text.slice(end, end + LONGEST_AFFIX);
    return /^(?:-[\p{L}\p{N}]+)+/u.exec(behind)?.[0] ?? '';
  }
}
