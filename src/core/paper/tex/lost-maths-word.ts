import { setName } from './tex-maths-commands.ts';
import type { MathsSetter } from './maths-setter.ts';
import { CERTAIN_NAMES, TEX_FUNCTIONS, TEX_LETTERS, texSymbol } from './tex-symbols.ts';

const ENGLISH = new Set(
  'of is it at by we an as or on up no so do if us be he am go the and via for all not any'.split(
    ' ',
  ),
);
// Short names stand inside of too many words to be found there.
const GLUED = [
  ...'widetilde mathfrak mathcal mathbb varepsilon epsilon vartheta varphi lambda lesssim gtrsim'.split(
    ' ',
  ),
  ...'propto infty kappa sigma alpha gamma delta theta omega Omega Theta Delta times cdot leq'.split(
    ' ',
  ),
  ...'geq neq log exp'.split(' '),
];
const WORD = /[A-Za-z]+/y;

/** Whether a word is a name that mathematics knows, backslash or not. */
export function isMathsName(word: string): boolean {
  if (word.length < 2) return false;
  return TEX_FUNCTIONS.has(word) || texSymbol(word) !== undefined || CERTAIN_NAMES.has(word);
}

/** Sets a run of letters within lost mathematics: a name, variables, or names glued to them. */
export function setLostWord(setter: MathsSetter, word: string): string | undefined {
  if (CERTAIN_NAMES.has(word)) setter.certain++;
  if (isMathsName(word) || word === 'tilde' || word === 'sqrt') return setName(setter, word);
  const start = setter.at - word.length;
  const member = setMembership(setter, word);
  if (member !== undefined) return member;
  const parts = splitGlued(word);
  if (parts !== undefined) return setParts(setter, parts, start);
  return isVariables(word) ? setter.operand(word) : undefined;
}

// "xin R^d": between a letter and a set.
function setMembership(setter: MathsSetter, word: string): string | undefined {
  if (!/^[A-Za-z]in$/.test(word) || setter.take(/ (?=[A-Z[({])/y) === '') return undefined;
  setter.previous = 'other';
  return `${word[0]}∈`;
}

function isVariables(word: string): boolean {
  if (ENGLISH.has(word.toLowerCase()) && word !== word.toUpperCase()) return false;
  if (word.length <= 2) return true;
  return /^[A-Z]{3,4}$/.test(word) || (word.length === 3 && /^[A-Za-z]*[A-Z]/.test(word));
}

/** Splits a word into names and at most two variables before, between or behind them. */
export function splitGlued(word: string): string[] | undefined {
  const parts: string[] = [];
  let variables = 0;
  for (let at = 0; at < word.length;) {
    const name = GLUED.find((candidate) => word.startsWith(candidate, at)) ?? plusMinus(word, at);
    if (name === undefined && ++variables > 2) return undefined;
    parts.push(name ?? word[at]!);
    at += name?.length ?? 1;
  }
  return parts.length > variables ? parts : undefined;
}

function plusMinus(word: string, at: number): string | undefined {
  return at === 0 && /^pm(?:var)?(?:epsilon|delta|sigma)/.test(word) ? 'pm' : undefined;
}

// The position walks along with the parts: a name may read the argument that follows it.
function setParts(
  setter: MathsSetter,
  parts: readonly string[],
  start: number,
): string | undefined {
  const outer = setter.html;
  setter.at = start;
  for (const part of parts) {
    setter.at += part.length;
    if (CERTAIN_NAMES.has(part)) setter.certain++;
    const html = part.length === 1 ? setter.operand(part) : setName(setter, part);
    if (html === undefined) return undefined;
    setter.html += html;
  }
  const set = setter.html.slice(outer.length);
  setter.html = outer;
  return set;
}

/** Sets a script of lost mathematics: a group, a label, a name, or the one sign TeX would take. */
export function setLostScript(setter: MathsSetter, kind: '^' | '_'): string | undefined {
  if (setter.peek() === '{') return setLabel(setter) ?? setGroup(setter);
  if (setter.peek() === '\\') return setter.argument();
  if (/[A-Za-z]/.test(setter.peek())) return setNamedScript(setter, kind);
  const power = setter.take(/-?\d+/y);
  if (power !== '') return setPower(setter, power, kind);
  const sign = setter.take(/[*+†⋆∗]|[α-ωℓ∞]/y);
  return sign === '' ? undefined : sign;
}

function setGroup(setter: MathsSetter): string | undefined {
  setter.at++;
  return setter.sequence('}');
}

// "v_{reason}": a plain word in braces is a label and keeps its letters.
function setLabel(setter: MathsSetter): string | undefined {
  const at = setter.at;
  const word = setter.take(/\{[A-Za-z][A-Za-z-]{2,20}\}/y).slice(1, -1);
  if (word !== '' && !isMathsName(word) && splitGlued(word) === undefined) return word;
  setter.at = at;
  return undefined;
}

// TeX takes one digit: "x^12" may be a slip, and only a number's power is sure to mean all of them.
function setPower(setter: MathsSetter, power: string, kind: '^' | '_'): string | undefined {
  const numeric = /\d/.test(setter.last());
  if (numeric && kind === '_') return undefined;
  if (!numeric && power.length > 1) return undefined;
  return power.replace('-', '−');
}

function setNamedScript(setter: MathsSetter, kind: '^' | '_'): string | undefined {
  const word = setter.take(WORD);
  if (word.length === 1) return word;
  if (TEX_LETTERS.has(word) || word === 'star' || word === 'circ' || word === 'times')
    return texSymbol(word);
  const label = kind === '_' && /^[A-Z]{2,3}$/.test(word) && /[α-ωΑ-Ωϑℓ)]/.test(setter.last());
  return label ? word : undefined;
}
