import { setLostWord, splitGlued, isMathsName } from './lost-maths-word.ts';
import { setConditional, setGluedBase } from './lost-relation.ts';
import type { MathsSetter } from './maths-setter.ts';
import { setName } from './tex-maths-commands.ts';
import { CERTAIN_NAMES, TEX_FUNCTIONS, TEX_LETTERS, TEX_OPERATORS } from './tex-symbols.ts';
import { TEX_RELATIONS } from './tex-symbols.ts';

/** Whether an operand was set, is to be left with all it holds, or is none. */
export type Operand = 'set' | 'opaque' | 'none';

const WORD = /\\?[A-Za-z]+/y;
const ORDER = /^(?:O|o|Omega|Theta|left|Oleft)$/;
const GREEK = /[α-ωΑ-Ωϑℓ]/;
const GLUED_RELATION = /^[A-Za-z](?=(?:leq|geq|neq|lesssim|gtrsim|propto)$)/;

/** Whether a relation or operator that no prose holds comes next, after a space or not. */
export function isOperator(setter: MathsSetter): boolean {
  const at = setter.at;
  const name = setter.take(/ ?[A-Za-z]+/y).trim();
  setter.at = at;
  return isCertainOperator(name);
}

function isCertainOperator(name: string): boolean {
  return CERTAIN_NAMES.has(name) && (TEX_RELATIONS.has(name) || TEX_OPERATORS.has(name));
}

/** Sets an operand with its scripts and arguments and appends it to the HTML. */
export function setOperand(setter: MathsSetter): Operand {
  const before = { at: setter.at, html: setter.html, scripts: setter.scripts };
  const certain = setter.certain;
  setter.scripts = '';
  if (setter.peek() === '-' && setter.previous === 'other') setter.item();
  const base = setBase(setter);
  if (base === 'set' && setScripts(setter) && setter.peek() !== '{') {
    setArguments(setter);
    return 'set';
  }
  if (base !== 'opaque') setter.at = before.at;
  setter.html = before.html;
  setter.scripts = before.scripts;
  setter.certain = certain;
  return base === 'opaque' ? 'opaque' : 'none';
}

function setBase(setter: MathsSetter): Operand {
  const first = setter.peek();
  if (first === '|') return setBars(setter);
  if (first === '(' || first === '{') return setGroup(setter, first);
  if (/[A-Za-z\\]/.test(first)) return setWord(setter);
  if (/\d/.test(first)) return setNumber(setter);
  return GREEK.test(first) && setter.item() ? 'set' : 'none';
}

function outcome(done: boolean): Operand {
  return done ? 'set' : 'none';
}

// "36.4times" and "512times 512" hold a sign that lost its backslash, not a plural.
function setNumber(setter: MathsSetter): Operand {
  setter.item();
  if (setter.take(/times(?![A-Za-z])(?: (?=\d))?/y) === '') return 'set';
  setter.html += '×';
  setter.certain++;
  if (/\d/.test(setter.peek())) setter.item();
  return 'set';
}

// Bars are a norm only with a script behind them or with mathematics between them.
function setBars(setter: MathsSetter): Operand {
  const certain = setter.certain;
  setter.at++;
  const inner = setter.sequence('|');
  if (inner === undefined || inner === '') return 'none';
  setter.html += `|${inner}|`;
  setter.previous = 'operand';
  return outcome(setter.certain > certain || /[_^]/.test(setter.peek()));
}

function setGroup(setter: MathsSetter, open: '(' | '{'): Operand {
  if (open === '{') {
    const greek = setter.take(/\{(?:xi|var[a-z]+|\\[A-Za-z]+)\}/y);
    if (greek !== '') return setBracedName(setter, greek.slice(1, -1));
    return outcome(setter.item());
  }
  const close = closingOf(setter, setter.at);
  if (close < 0 || !/[_^]/.test(setter.source[close] ?? '')) return 'none';
  const inner = setter.parentheses(open);
  if (inner === undefined || !/[_^]/.test(setter.peek())) return 'none';
  setter.html += inner;
  return 'set';
}

function setBracedName(setter: MathsSetter, name: string): Operand {
  const letter = TEX_LETTERS.get(name.replace('\\', ''));
  if (letter === undefined) return 'none';
  setter.html += setter.operand(letter);
  setter.certain++;
  return 'set';
}

function setWord(setter: MathsSetter): Operand {
  const whole = setGluedBase(setter) ?? setConditional(setter);
  if (whole !== undefined) {
    setter.html += whole;
    return 'set';
  }
  const inFormula = setter.html !== '' && setter.certain > 0;
  const start = setter.at;
  const word = setter.take(WORD);
  if (ORDER.test(word) && setter.peek() === '(') return setOrder(setter, word);
  const html = wordHtml(setter, word, inFormula, start);
  if (html === undefined) return 'none';
  setter.html += html;
  return 'set';
}

function wordHtml(
  setter: MathsSetter,
  word: string,
  inFormula: boolean,
  start: number,
): string | undefined {
  if (word.startsWith('\\')) return setBackslashed(setter, word.slice(1));
  if (GLUED_RELATION.test(word)) {
    setter.at = start + 1;
    return setter.operand(word[0]!);
  }
  if (word === 'tilde') return setTilde(setter);
  if (isOperand(setter, word) || isGlued(word, inFormula)) return setLostWord(setter, word);
  return word.length === 1 || carriesScript(setter, word) ? setter.operand(word) : undefined;
}

function setBackslashed(setter: MathsSetter, name: string): string | undefined {
  if (!isMathsName(name)) return undefined;
  setter.certain++;
  return setName(setter, name);
}

function setTilde(setter: MathsSetter): string | undefined {
  const certain = setter.take(/ ?(?=(?:O|Omega|Theta) ?\()/y) !== '';
  if (certain) setter.certain++;
  return certain ? setName(setter, 'tilde') : undefined;
}

// "in", "to" or "star" are words; "sum" and its like are signs only with a script.
function isOperand(setter: MathsSetter, word: string): boolean {
  if (TEX_LETTERS.has(word) || TEX_FUNCTIONS.has(word) || CERTAIN_NAMES.has(word)) return true;
  return isMathsName(word) && setter.peek() === '_' && word.length > 2;
}

function isGlued(word: string, inFormula: boolean): boolean {
  const parts = splitGlued(word);
  if (parts === undefined) return false;
  const names = parts.every((part) => part.length > 1);
  return inFormula || (names && parts.some((part) => CERTAIN_NAMES.has(part)));
}

// Snake case is no mathematics: a subscript needs a short base, a power may hang on a name.
function carriesScript(setter: MathsSetter, word: string): boolean {
  if (setter.peek() === '^') return true;
  if (setter.peek() !== '_' || word.length > 2) return false;
  return /^[A-Z]+$/.test(word) || setter.source[setter.at + 1] === '{';
}

// The growth of an order is set as a whole or left as a whole.
function setOrder(setter: MathsSetter, word: string): Operand {
  const close = closingOf(setter, setter.at);
  if (close < 0) return 'none';
  const inner = setter.parentheses('(');
  if (inner === undefined) {
    setter.at = close;
    return 'opaque';
  }
  const letter = TEX_LETTERS.get(word) ?? word;
  setter.html += letter + inner;
  setter.certain++;
  return 'set';
}

function closingOf(setter: MathsSetter, open: number): number {
  let depth = 0;
  for (let at = open; at < setter.end; at++) {
    if (setter.source[at] === '(') depth++;
    if (setter.source[at] === ')' && --depth === 0) return at + 1;
  }
  return -1;
}

function setScripts(setter: MathsSetter): boolean {
  while (/[_^]/.test(setter.peek())) {
    if (!setter.item()) return false;
  }
  return true;
}

// Behind a tilde over O, the source may hold a space before the parenthesis.
function setArguments(setter: MathsSetter): void {
  const at = setter.at;
  if (/[ÕΩΘ]\u0303?$/u.test(setter.html)) setter.take(/ (?=\()/y);
  const certain = setter.certain;
  const scripts = setter.scripts;
  const inner =
    setter.peek() === '(' && setter.previous !== 'other' ? setter.parentheses('(') : undefined;
  const html = setter.html;
  if (inner !== undefined) {
    setter.html += inner;
    setter.scripts = '';
    if (setScripts(setter)) return;
  }
  setter.html = html;
  setter.at = at;
  setter.certain = certain;
  setter.scripts = scripts;
}
