import type { InlineReader } from './tex-inline-reader.ts';
import { ABBREVIATIONS, DECLARATIONS, TEXT_COMMANDS, TEXT_STYLES } from './tex-text.ts';
import { unescapeAddress } from './tex-text.ts';
import { isMathsName } from './lost-maths-word.ts';
import { TEX_FONTS, TEX_MATH_ACCENTS } from './tex-symbols.ts';

const COMMAND = /\\(?:[A-Za-z]+|[^])/y;
const DECLARATION = /\\[a-z]+ */y;
const DEEPEST = 8;

type ReadUntil = (reader: InlineReader, end: number) => void;

/** Reads a command of running text; what is unknown stays as it stands, with its arguments. */
export function readTextCommand(reader: InlineReader, readUntil: ReadUntil): boolean {
  const start = reader.at;
  const name = reader.take(COMMAND).slice(1);
  if (readEscaped(reader, name) || readNamed(reader, name)) return true;
  if (name === 'textcolor') reader.take(/\{[^{}]{0,40}\}(?=\{)/y);
  if (/^(?:url|href|nolinkurl)$/.test(name) && readLink(reader, name, readUntil)) return true;
  const style = DECLARATIONS.has(name) ? undefined : TEXT_STYLES.get(name);
  if (style !== undefined && readStyled(reader, style, readUntil)) return true;
  reader.at = start;
  return isMathsCommand(name) ? false : keep(reader, start);
}

function isMathsCommand(name: string): boolean {
  return isMathsName(name) || TEX_FONTS.has(name) || TEX_MATH_ACCENTS.has(name);
}

function readEscaped(reader: InlineReader, name: string): boolean {
  if (/^[%&#_${}]$/.test(name)) reader.text(name);
  else if (/^[ ,;:]$/.test(name)) addSpace(reader);
  else if (/^[-/@!]$/.test(name)) reader.text('');
  else if (name === '\\' && /^ | $/.test(reader.source.slice(reader.at, reader.at + 1)))
    addSpace(reader);
  else return false;
  return true;
}

// The spaces around a control space are one space for the reader.
function addSpace(reader: InlineReader): void {
  const last = reader.nodes.at(-1);
  const spaced = last?.type === 'text' && last.value.endsWith(' ');
  if (!spaced && reader.peek() !== ' ') reader.text(' ');
}

function readNamed(reader: InlineReader, name: string): boolean {
  const abbreviation = ABBREVIATIONS.get(name);
  const value = abbreviation ?? TEXT_COMMANDS.get(name);
  if (value === undefined) return false;
  reader.take(/\{\}|\\(?= )/y);
  reader.text(value);
  if (abbreviation !== undefined && reader.peek() === '.') reader.at++;
  return true;
}

function readLink(reader: InlineReader, name: string, readUntil: ReadUntil): boolean {
  const address = group(reader, reader.at);
  if (address === undefined) return false;
  const label = name === 'href' ? group(reader, address.end + 1) : undefined;
  if (label === undefined) reader.text(unescapeAddress(address.text));
  else readInner(reader, label, readUntil);
  reader.at = (label ?? address).end + 1;
  return true;
}

interface Group {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function group(reader: InlineReader, at: number): Group | undefined {
  const end = reader.source[at] === '{' ? reader.partner[at]! : -1;
  if (end < 0 || end >= reader.end) return undefined;
  return { start: at + 1, end, text: reader.source.slice(at + 1, end) };
}

function readInner(reader: InlineReader, inner: Group, readUntil: ReadUntil): void {
  reader.at = inner.start;
  reader.depth++;
  readUntil(reader, inner.end);
  reader.depth--;
}

function readStyled(
  reader: InlineReader,
  style: 'emphasis' | 'strong' | 'code' | 'plain',
  readUntil: ReadUntil,
): boolean {
  const inner = group(reader, reader.at);
  if (inner === undefined || reader.depth >= DEEPEST) return false;
  readStyledInner(reader, style, inner, readUntil);
  return true;
}

function readStyledInner(
  reader: InlineReader,
  style: 'emphasis' | 'strong' | 'code' | 'plain',
  inner: Group,
  readUntil: ReadUntil,
): void {
  const outer = reader.nodes;
  if (style !== 'plain') reader.nodes = [];
  if (style === 'code') reader.text(verbatim(inner.text));
  else readInner(reader, inner, readUntil);
  if (style !== 'plain' && reader.nodes.length > 0)
    outer.push({ type: style, children: reader.nodes });
  reader.nodes = outer;
  reader.at = inner.end + 1;
}

// Code keeps its hyphens, quotes and tildes, but not what TeX needs to write them.
function verbatim(code: string): string {
  return code.replace(/\\([_%#&${}])/g, '$1').replace(/\\textunderscore(?:\{\}| )?/g, '_');
}

/** Reads a group that begins with a declaration such as `{\em …}`; false when it is none. */
export function readDeclaration(reader: InlineReader, readUntil: ReadUntil): boolean {
  const whole = group(reader, reader.at);
  if (whole === undefined || reader.depth >= DEEPEST) return false;
  const at = reader.at++;
  const command = reader.take(DECLARATION);
  const name = command.slice(1).trim();
  const style = DECLARATIONS.has(name) ? TEXT_STYLES.get(name) : undefined;
  const start = reader.at;
  reader.at = at;
  if (style === undefined || start > whole.end) return false;
  const text = reader.source.slice(start, whole.end);
  readStyledInner(reader, style, { start, end: whole.end, text }, readUntil);
  return true;
}

// An unknown command stays with its arguments, whose braces would else be taken for protection.
function keep(reader: InlineReader, start: number): boolean {
  reader.take(COMMAND);
  if (reader.at === start) reader.at++;
  while (reader.source[reader.at] === '{' && reader.partner[reader.at]! >= 0) {
    if (reader.partner[reader.at]! >= reader.end) break;
    reader.at = reader.partner[reader.at]! + 1;
  }
  reader.text(reader.source.slice(start, reader.at));
  return true;
}
