import { withoutControls } from '../control-characters.ts';
import type { Inline } from './inline.ts';
import { setGreekWords } from './tex/greek-words.ts';
import { readLostMaths } from './tex/lost-maths.ts';
import { readTexAccent } from './tex/tex-accents.ts';
import { readDelimited, readDollars } from './tex/tex-dollars.ts';
import { InlineReader } from './tex/tex-inline-reader.ts';
import { texMaths } from './tex/tex-maths.ts';
import { readDeclaration, readTextCommand } from './tex/tex-text-command.ts';
import { ADDRESS, unescapeAddress } from './tex/tex-text.ts';
import { readTypography } from './tex/tex-typography.ts';

const PLAIN = /[A-Za-z0-9]+|[^\x20-\x7e\u0370-\u03ff]+/y;
const WORD_STARTS = /[\s([{"'“‘|,=<>:;≥≤-]/;
const SENTENCE = /\{[A-Z][a-z]+,? (?:[a-z]+ ){2}/y;
const CAPITALISED = /\{(?=[A-Z][a-z]+[ ,])/y;
const PROTECTED = /[A-Za-z][A-Za-z0-9 -]{0,80}/y;

/** Parses a title or an abstract with remnants of TeX to an inline tree; what is uncertain stays text. */
export function parseInline(source: string): Inline[] {
  const folded = withoutControls(source)
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
  const reader = new InlineReader(folded);
  readUntil(reader, folded.length);
  return setGreekWords(reader.nodes);
}

/** Reads up to an offset, one piece of markup or one word at a time. */
function readUntil(reader: InlineReader, end: number): void {
  const outer = reader.end;
  reader.end = end;
  while (reader.at < end) {
    if (!readPiece(reader)) reader.text(reader.take(PLAIN) || reader.source[reader.at++]!);
  }
  reader.end = outer;
}

function readPiece(reader: InlineReader): boolean {
  const character = reader.peek();
  const before = reader.source[reader.at - 1] ?? ' ';
  const starts = WORD_STARTS.test(before);
  if (starts && before !== '-' && readAddress(reader)) return true;
  if (character === '\\') return readBackslash(reader, starts);
  if (character === '$') return readDollars(reader);
  if (starts && /[A-Za-z0-9({|\u0370-\u03ff]/.test(character) && readFormula(reader)) return true;
  if (character === '{') return readGroup(reader);
  return readTypography(reader);
}

// "https://…{label}" is a link whose command was lost: the label follows in parentheses.
function readAddress(reader: InlineReader): boolean {
  const address = reader.take(ADDRESS);
  if (address === '') return false;
  reader.text(unescapeAddress(address));
  const close = reader.peek() === '{' ? reader.partner[reader.at]! : -1;
  if (close < 0 || close >= reader.end) return true;
  const label = reader.source.slice(reader.at + 1, close);
  if (/[\\$^_{]/.test(label) && label !== address) return true;
  if (label !== address) reader.text(` (${label})`);
  reader.at = close + 1;
  return true;
}

function readFormula(reader: InlineReader): boolean {
  const { source, at } = reader;
  const found = readLostMaths(source, at, reader.end);
  if (found === undefined || found.end <= at) return false;
  const formula = source.slice(at, found.end);
  if (found.html === undefined) reader.text(formula);
  else if (!formula.includes('\\')) reader.math(formula, found.html);
  else reader.math(textOf(formula), found.html);
  reader.at = found.end;
  return true;
}

function textOf(formula: string): string {
  return texMaths(formula).source;
}

function readBackslash(reader: InlineReader, starts: boolean): boolean {
  const next = reader.source[reader.at + 1];
  if (next === '(') return readDelimited(reader, 2, reader.find.closingParenthesis);
  if (next === '[') return readDelimited(reader, 2, reader.find.closingBracket);
  const accent = readTexAccent(reader.source, reader.at);
  if (accent !== undefined && accent.end <= reader.end) {
    reader.text(accent.value);
    reader.at = accent.end;
    return true;
  }
  if (readTextCommand(reader, readUntil)) return true;
  // Behind "(" or a space a formula may begin; within a word the symbol stands alone.
  return (starts || /[A-Za-z]/.test(next ?? '')) && readFormula(reader);
}

// Braces around words protect their capitals or are left of a styling command; other braces stay.
function readGroup(reader: InlineReader): boolean {
  const close = reader.partner[reader.at]!;
  if (close < 0) return readStrayBrace(reader);
  if (close >= reader.end || reader.depth >= 8) return false;
  if (readDeclaration(reader, readUntil)) return true;
  const start = reader.at + 1;
  const inner = readTexAccent(reader.source, start);
  const accent = inner !== undefined && inner.end <= close && inner.end >= close - 20;
  const letter = /^(?:[\u00c0-\u024f]|\\[A-Za-z]+)$/.test(
    reader.source.slice(start, close).slice(0, 24),
  );
  if (!accent && !letter && !isProtected(reader, close) && !isSentence(reader)) return false;
  reader.at = start;
  reader.depth++;
  readUntil(reader, close);
  reader.depth--;
  reader.at = close + 1;
  // "procedure. } Thus" has a space on both sides of the brace.
  if (reader.source.startsWith(' } ', close - 1)) reader.at++;
  return true;
}

function readStrayBrace(reader: InlineReader): boolean {
  return isFree(reader) && reader.take(CAPITALISED) !== '';
}

function isFree(reader: InlineReader): boolean {
  return reader.at === 0 || /[\s(]/.test(reader.source[reader.at - 1]!);
}

// "{Firstly, we propose …}" is left of a colour or a mark of revision, not a set of things.
function isSentence(reader: InlineReader): boolean {
  SENTENCE.lastIndex = reader.at;
  return isFree(reader) && SENTENCE.test(reader.source);
}

function isProtected(reader: InlineReader, close: number): boolean {
  const { source, at } = reader;
  PROTECTED.lastIndex = at + 1;
  const word = PROTECTED.exec(source)?.[0] ?? '';
  if (word.length !== close - at - 1) return false;
  if (/\$\{[^{}]*\} ?$/.test(source.slice(Math.max(0, at - 24), at))) return false;
  if (at === 0 || !/[A-Za-z0-9})\]^_$\\/.]/.test(source[at - 1]!)) return true;
  return (
    /^[A-Z]{2,}$/.test(word) &&
    /(?:^|[ -])[A-Z][a-z]+$/.test(source.slice(Math.max(0, at - 24), at))
  );
}
