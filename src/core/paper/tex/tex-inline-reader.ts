import type { Inline } from '../inline.ts';
import { matchAt } from './match-at.ts';
import { createFinder, matchBraces } from './tex-brackets.ts';
import { texMaths } from './tex-maths.ts';

/** Reads a text from left to right and collects its inline nodes. */
export class InlineReader {
  readonly source: string;
  /** Closing brace of each opening one. */
  readonly partner: Int32Array;
  readonly find: Readonly<Record<FinderName, (from: number) => number>>;
  nodes: Inline[] = [];
  at = 0;
  end: number;
  depth = 0;
  /** Number of opening TeX quotes that wait for their closing ones. */
  openQuotes = 0;

  constructor(source: string) {
    this.source = source;
    this.end = source.length;
    this.partner = matchBraces(source);
    this.find = {
      dollar: createFinder(source, '$'),
      doubleDollar: createFinder(source, '$$'),
      closingParenthesis: createFinder(source, '\\)'),
      closingBracket: createFinder(source, '\\]'),
      closingQuotes: createFinder(source, "''"),
      straightQuote: createFinder(source, '"'),
      openingQuotes: createFinder(source, '``'),
    };
  }

  /** The character at the reading position. */
  peek(): string {
    return this.source[this.at] ?? '';
  }

  /** Reads a sticky pattern here and moves behind it. */
  take(pattern: RegExp): string {
    const taken = matchAt(pattern, this.source, this.at, this.end);
    this.at += taken.length;
    return taken;
  }

  /** Appends text, joined to the text before it. */
  text(value: string): void {
    const last = this.nodes.at(-1);
    if (last?.type === 'text') last.value += value;
    else if (value !== '') this.nodes.push({ type: 'text', value });
  }

  /** Appends a formula with its HTML. */
  math(source: string, html: string): void {
    this.nodes.push({ type: 'math', source, html });
  }

  /** Appends a formula of real TeX mathematics. */
  formula(content: string): void {
    this.nodes.push(texMaths(content));
  }
}

type FinderName =
  | 'dollar'
  | 'doubleDollar'
  | 'closingParenthesis'
  | 'closingBracket'
  | 'closingQuotes'
  | 'straightQuote'
  | 'openingQuotes';
