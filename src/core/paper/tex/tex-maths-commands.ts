import { escapeHtml } from '../inline.ts';
import type { MathsSetter } from './maths-setter.ts';
import { TEX_FONTS, TEX_FUNCTIONS, TEX_LETTERS, TEX_MATH_ACCENTS } from './tex-symbols.ts';
import { blackboard, texSymbol } from './tex-symbols.ts';

const DECLARATIONS = new Set('cal rm bf it sf tt em boldmath'.split(' '));
const UPRIGHT = new Set(
  'text mbox hbox operatorname textbf textit textrm textsf texttt textsc textnormal textup emph'.split(
    ' ',
  ),
);
const IGNORED = new Set(
  `left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm
   displaystyle textstyle scriptstyle limits nolimits xspace allowbreak nonumber`.split(/\s+/),
);
const SPACES = new Set([',', ';', ':', ' ', '>', 'quad', 'qquad', 'enspace', 'thinspace']);
const ROOTS: Readonly<Record<string, string>> = { '': '√', '2': '√', '3': '∛', '4': '∜' };

/** Sets a command of TeX mathematics, its arguments included; nothing when it is unknown. */
export function setCommand(setter: MathsSetter, command: string): string | undefined {
  const name = command.replace(/\*$/, '');
  if (/^[{}%&#_$|]$/.test(name)) return setEscaped(setter, name);
  if (SPACES.has(name)) return ' ';
  if (name === '!' || name === '/') return '';
  return setName(setter, name);
}

function setEscaped(setter: MathsSetter, character: string): string {
  setter.previous = 'other';
  return character === '|' ? '‖' : escapeHtml(character);
}

/** Sets a command by its name alone, with or without the backslash before it. */
export function setName(setter: MathsSetter, name: string): string | undefined {
  if (TEX_FUNCTIONS.has(name)) return setFunction(setter, name);
  if (texSymbol(name) !== undefined) return setSymbol(setter, name, texSymbol(name)!);
  if (TEX_FONTS.has(name)) return setFont(setter, name);
  if (TEX_MATH_ACCENTS.has(name)) return setAccent(setter, TEX_MATH_ACCENTS.get(name)!);
  if (/^[dt]?frac$|^[ns]i?c?e?frac$/.test(name)) return setFraction(setter);
  if (name === 'sqrt') return setRoot(setter);
  if (name === 'unicode') return setCodePoint(setter);
  if (name === 'not') return setNegation(setter);
  if (name === 'pmod') return setModulus(setter);
  if (name === 'bmod' || name === 'mod') return ' mod ';
  return !setter.lost && IGNORED.has(name) ? setIgnored(setter) : undefined;
}

// A function is a word: it needs a space where TeX would set one.
function setFunction(setter: MathsSetter, name: string): string {
  const gap = setter.previous !== 'other' || setter.html.endsWith('>') ? ' ' : '';
  setter.previous = 'function';
  const spaced = setter.take(/ +(?=[^\s({[_^])/y) !== '' || /[A-Za-z0-9\\]/.test(setter.peek());
  return `${gap}${name}${spaced && !followedByFunction(setter) ? ' ' : ''}`;
}

// The next function brings its own space.
function followedByFunction(setter: MathsSetter): boolean {
  const at = setter.at;
  const name = setter.take(/\\?[A-Za-z]+/y).replace('\\', '');
  setter.at = at;
  return TEX_FUNCTIONS.has(name) || TEX_FUNCTIONS.has(name.slice(0, 3));
}

// TeX eats the space behind a command; it stays where the author also set one before the operator.
function setSymbol(setter: MathsSetter, name: string, symbol: string): string {
  const letter = TEX_LETTERS.has(name);
  const eat = letter ? !setter.lost : !setter.html.endsWith(' ');
  if (eat) setter.take(/ +/y);
  setter.previous = letter ? 'operand' : 'other';
  return escapeHtml(symbol);
}

function setFont(setter: MathsSetter, name: string): string | undefined {
  setter.take(/ +/y);
  if (DECLARATIONS.has(name)) return '';
  if (UPRIGHT.has(name)) {
    const words = setter.take(/\{[^{}\\$]*\}/y);
    if (words !== '') return setter.operand(escapeHtml(words.slice(1, -1)));
  }
  const inner = setter.argument();
  if (inner === undefined) return undefined;
  const double = name === 'mathbb' || name === 'mathds' || name === 'mathbbm';
  return setter.operand(double ? blackboard(inner) : inner);
}

// A combining mark sits on one character only: over more it would mislead.
function setAccent(setter: MathsSetter, mark: string): string | undefined {
  setter.take(/ +/y);
  const base = setter.lost ? lostAccentBase(setter) : setter.argument();
  if (base === undefined || [...base].length !== 1) return undefined;
  return setter.operand((base + mark).normalize('NFC'));
}

function lostAccentBase(setter: MathsSetter): string | undefined {
  const braced = setter.take(/\{[A-Za-z]+\}/y).slice(1, -1);
  const name = braced === '' ? setter.take(/[A-Za-z]+/y) : braced;
  return name.length === 1 ? name : TEX_LETTERS.get(name);
}

function setFraction(setter: MathsSetter): string | undefined {
  const above = setter.argument();
  const below = above === undefined ? undefined : setter.argument();
  if (above === undefined || below === undefined) return undefined;
  return setter.operand(`${grouped(above)}/${grouped(below)}`);
}

function setRoot(setter: MathsSetter): string | undefined {
  const sign = ROOTS[setter.take(/\[\d\]/y).slice(1, -1)];
  const inner = sign === undefined ? undefined : setter.argument();
  return inner === undefined ? undefined : setter.operand(`${sign}${grouped(inner)}`);
}

function grouped(html: string): string {
  const plain = html.replace(/<su[bp]>[^<]*<\/su[bp]>/g, '');
  return /^√?(?:\p{L}\p{M}?|[\d.]+)+$/u.test(plain) ? html : `(${html})`;
}

// MathJax's own command, by which pages write a dash between dollars.
function setCodePoint(setter: MathsSetter): string | undefined {
  const code = setter.take(/\{x[0-9A-Fa-f]{2,4}\}/y).slice(2, -1);
  return code === '' ? undefined : escapeHtml(String.fromCharCode(parseInt(code, 16)));
}

function setNegation(setter: MathsSetter): string | undefined {
  const relation = setter.argument();
  return relation === undefined || [...relation].length !== 1
    ? undefined
    : (relation + '\u0338').normalize('NFC');
}

function setModulus(setter: MathsSetter): string | undefined {
  const modulus = setter.argument();
  return modulus === undefined ? undefined : setter.operand(` (mod ${modulus})`);
}

function setIgnored(setter: MathsSetter): string {
  setter.take(/ +/y);
  setter.take(/\.(?=\s|$|[^\d])/y);
  return '';
}
