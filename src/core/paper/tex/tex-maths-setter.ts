import { escapeHtml } from '../inline.ts';
import type { MathsSetter } from './maths-setter.ts';
import { matchAt } from './match-at.ts';
import { setCommand } from './tex-maths-commands.ts';
import { setLostScript, setLostWord } from './lost-maths-word.ts';

const DEEPEST = 12;
const LETTERS = /[A-Za-z]+/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const COMMAND = /\\(?:[A-Za-z]+\*?|[^])/y;

/** Sets mathematics as HTML from left to right; every method gives nothing where it understands nothing. */
export class TexMathsSetter implements MathsSetter {
  readonly source: string;
  readonly end: number;
  readonly lost: boolean;
  at: number;
  html = '';
  certain = 0;
  scripts = '';
  depth = 0;
  previous: MathsSetter['previous'] = 'other';

  constructor(source: string, at: number, end: number, lost: boolean) {
    this.source = source;
    this.at = at;
    this.end = end;
    this.lost = lost;
  }

  last(): string {
    return this.html.slice(-1);
  }

  peek(): string {
    return this.at < this.end ? this.source[this.at]! : '';
  }

  take(pattern: RegExp): string {
    const taken = matchAt(pattern, this.source, this.at, this.end);
    this.at += taken.length;
    return taken;
  }

  sequence(close: string): string | undefined {
    if (this.depth >= DEEPEST) return undefined;
    const outer = { html: this.html, scripts: this.scripts, previous: this.previous };
    this.depth++;
    const inner = this.readSequence(close);
    this.depth--;
    Object.assign(this, outer);
    return inner;
  }

  private readSequence(close: string): string | undefined {
    this.html = '';
    this.scripts = '';
    this.previous = 'other';
    while (this.at < this.end && this.peek() !== close) {
      if (!this.item()) return undefined;
    }
    if (close !== '' && this.peek() !== close) return undefined;
    this.at += close.length;
    return this.html.trim();
  }

  item(): boolean {
    const character = this.peek();
    if (character === '^' || character === '_') return this.script(character);
    const piece = this.piece(character);
    if (piece === undefined) return false;
    if (character !== "'") this.scripts = '';
    this.html += piece;
    return true;
  }

  private piece(character: string): string | undefined {
    if (/[A-Za-z]/.test(character)) return this.letters();
    if (/[0-9]/.test(character)) return this.operand(this.take(NUMBER));
    if (character === '\\') return setCommand(this, this.take(COMMAND).slice(1));
    if (character === '{') return this.braces();
    if (character === ' ' || character === '~') return this.space();
    return this.lost && (character === '(' || character === '[')
      ? this.parentheses(character)
      : this.sign();
  }

  private letters(): string | undefined {
    return this.lost ? setLostWord(this, this.take(LETTERS)) : this.operand(this.take(LETTERS));
  }

  operand(html: string): string {
    this.previous = 'operand';
    return html;
  }

  private space(): string {
    this.at++;
    if (this.previous === 'operand') this.previous = 'other';
    return this.html === '' || this.html.endsWith(' ') ? '' : ' ';
  }

  // Behind an operand, braces are what is left of a lost \frac or \sqrt: nobody can tell which.
  private braces(): string | undefined {
    if (this.lost && (this.previous === 'operand' || this.scripts !== '')) return undefined;
    const literal = this.lost && this.previous === 'function';
    this.at++;
    const inner = this.sequence('}');
    if (inner === undefined) return undefined;
    if (literal) return this.operand(`{${inner}}`);
    const gap = this.previous === 'function' ? ' ' : '';
    return this.operand(gap + inner);
  }

  parentheses(open: string): string | undefined {
    const close = open === '(' ? ')' : ']';
    this.at++;
    const inner = this.sequence(close);
    return inner === undefined ? undefined : this.operand(`${open}${inner}${close}`);
  }

  private sign(): string | undefined {
    const character = String.fromCodePoint(this.source.codePointAt(this.at)!);
    if (/[$&#}`"@]/.test(character)) return undefined;
    if (this.lost && /[\])?;%!]/.test(character)) return undefined;
    const uneven = !this.lost && /[=<>]/.test(character) && this.unevenlySpaced();
    this.at += character.length;
    this.previous = /[\p{L}|]/u.test(character) ? 'operand' : 'other';
    if (character === '-') return /^[a-z]{3}/.test(this.rest(3)) ? '-' : '−';
    if (character === "'") return '′';
    return (uneven ? ' ' : '') + escapeHtml(character);
  }

  // "α= 1" comes of a command name that was replaced together with the space behind it.
  private unevenlySpaced(): boolean {
    return this.html !== '' && !this.html.endsWith(' ') && this.source[this.at + 1] === ' ';
  }

  private rest(length: number): string {
    return this.source.slice(this.at, this.at + length);
  }

  private carriesScript(): boolean {
    if (this.html === '') return false;
    return this.previous !== 'other' || /[∑∏∐∫⋃⋂⨂⨁⋀⋁]$|<\/su[bp]>$/.test(this.html);
  }

  private script(kind: '^' | '_'): boolean {
    if (this.scripts.includes(kind)) return false;
    if (this.lost && !this.carriesScript()) return false;
    this.at++;
    const inner = this.lost ? setLostScript(this, kind) : this.argument();
    if (inner === undefined || inner === '') return false;
    const element = kind === '^' ? 'sup' : 'sub';
    this.html += `<${element}>${inner}</${element}>`;
    this.scripts += kind;
    this.certain++;
    this.previous = 'operand';
    return true;
  }

  argument(): string | undefined {
    while (this.peek() === ' ') this.at++;
    if (this.at >= this.end || this.depth >= DEEPEST) return undefined;
    if (this.peek() === '{') {
      this.at++;
      return this.sequence('}');
    }
    if (this.peek() === '\\') return this.commandArgument();
    const character = String.fromCodePoint(this.source.codePointAt(this.at)!);
    if (/[$&#{}^_]/.test(character)) return undefined;
    this.at += character.length;
    return character === '-' ? '−' : character === "'" ? '′' : escapeHtml(character);
  }

  private commandArgument(): string | undefined {
    const outer = { html: this.html, scripts: this.scripts, previous: this.previous };
    this.html = '';
    this.depth++;
    const inner = setCommand(this, this.take(COMMAND).slice(1));
    this.depth--;
    Object.assign(this, outer);
    return inner;
  }
}

/** Sets the content of real TeX mathematics as HTML; nothing when some of it is not understood. */
export function setTexMaths(content: string): string | undefined {
  return new TexMathsSetter(content, 0, content.length, false).sequence('');
}
