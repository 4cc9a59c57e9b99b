import type { Inline } from './inline.ts';
import { readLostMaths } from './tex/lost-maths.ts';
import { readTexAccent } from './tex/tex-accents.ts';
import { InlineReader } from './tex/tex-inline-reader.ts';
import { texMaths } from './tex/tex-maths.ts';
import { readDeclaration, readTextCommand } from './tex/tex-text-command.ts';
import { ADDRESS, unescapeAddress } from './tex/tex-text.ts';
import { readTypography } from './tex/tex-typography.ts';

const PLAIN = /[A-Za-z0-9]+|[^\x20-\x7e\u0370-\u03ff]+/y;
const WORD_STARTS = /[\s([{"'“‘|,=<>:;≥≤-]/;
const PROTECTED = /[A-Za-z][A-Za-z0-9 -]{0,80}/y;

/** Parses a title or an abstract with remnants of TeX to an inline tree; what is uncertain stays text. */
export function parseInline(source: string): Inline[] {
  const folded = source.replace(/\s+/g, ' ').trim();
  const reader = new InlineReader(folded);
  readUntil(reader, folded.length);
  return reader.nodes;
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
  const node = texMaths(formula);
  return node.type === 'math' ? node.source : formula;
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

function readDelimited(
  reader: InlineReader,
  width: number,
  find: (from: number) => number,
): boolean {
  const start = reader.at + width;
  const close = find(start);
  if (close < 0 || close + width > reader.end || close === start) return false;
  reader.formula(reader.source.slice(start, close));
  reader.at = close + width;
  return true;
}

function readDollars(reader: InlineReader): boolean {
  const { source, at } = reader;
  if (source[at + 1] === '$') return readDelimited(reader, 2, reader.find.doubleDollar);
  const close = reader.find.dollar(at + 1);
  if (close < 0 || close >= reader.end) return false;
  if (!isFormula(source.slice(at + 1, close), source[close + 1] ?? '')) return false;
  reader.formula(source.slice(at + 1, close));
  reader.at = close + 1;
  return true;
}

// Prices come in pairs too: "$5 and $10" closes behind a space, and holds words but no sign of TeX.
function isFormula(content: string, after: string): boolean {
  if (content.trim() === '' || content.length > 2000) return false;
  if (/[\\^_{]/.test(content)) return true;
  if (/\d/.test(after) || /[A-Za-z]{2,},? +[A-Za-z]{2,}/.test(content)) return false;
  if (/^\d[\d.,]*\s*[A-Za-z]{2,}/.test(content)) return false;
  return !/^ | $/.test(content) || /^ .* $/.test(content);
}

// Braces around words protect their capitals or are left of a styling command; other braces stay.
function readGroup(reader: InlineReader): boolean {
  const close = reader.partner[reader.at]!;
  if (close < 0 || close >= reader.end || reader.depth >= 8) return false;
  if (readDeclaration(reader, readUntil)) return true;
  const start = reader.at + 1;
  const inner = readTexAccent(reader.source, start);
  const accent = inner !== undefined && inner.end <= close && inner.end >= close - 20;
  const letter = /^(?:[\u00c0-\u024f]|\\[A-Za-z]+)$/.test(
    reader.source.slice(start, close).slice(0, 24),
  );
  if (!accent && !letter && !isProtected(reader, close)) return false;
  reader.at = start;
  reader.depth++;
  readUntil(reader, close);
  reader.depth--;
  reader.at = close + 1;
  return true;
}

function isProtected(reader: InlineReader, close: number): boolean {
  const { source, at } = reader;
  PROTECTED.lastIndex = at + 1;
  const word = PROTECTED.exec(source)?.[0] ?? '';
  if (word.length !== close - at - 1) return false;
  if (at === 0 || !/[A-Za-z0-9})\]^_$\\/.]/.test(source[at - 1]!)) return true;
  return (
    /^[A-Z]{2,}$/.test(word) &&
    /(?:^|[ -])[A-Z][a-z]+$/.test(source.slice(Math.max(0, at - 24), at))
  );
}
