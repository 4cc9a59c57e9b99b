/** Where the setting of mathematics stands: what its commands and words read and write. */
export interface MathsSetter {
  readonly source: string;
  readonly end: number;
  /** Whether the backslashes of commands are lost, so that letters may hide names. */
  readonly lost: boolean;
  at: number;
  /** HTML set so far at this level, which decides about spaces and parentheses. */
  html: string;
  /** Number of signs seen that only mathematics holds. */
  certain: number;
  /** Scripts that hang on the last base: `^`, `_` or both. */
  scripts: string;
  depth: number;
  /** What stands directly before: braces mean another thing behind an operand than behind a function. */
  previous: 'operand' | 'function' | 'other';
  /** The last character set at this level. */
  last(): string;
  /** The character at the reading position, empty at the end. */
  peek(): string;
  /** Reads a sticky pattern here and moves behind it. */
  take(pattern: RegExp): string;
  /** Sets everything up to a closing character, or up to the end when it is empty. */
  sequence(close: string): string | undefined;
  /** Sets one item and appends it to the HTML of this level; false when it is not understood. */
  item(): boolean;
  /** Notes that an operand has been set. */
  operand(html: string): string;
  /** Sets a group in parentheses or brackets, which must be balanced. */
  parentheses(open: string): string | undefined;
  /** Sets the argument of a command or script: a group, a command or one character. */
  argument(): string | undefined;
}
