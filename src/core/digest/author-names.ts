import { readTexAccent } from '../paper/tex/tex-accents.ts';
import { oneLine } from './written-text.ts';

const LONGEST_NAME = 200;
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
const OTHERS = /^(?:others|et\.? ?al\.?|and others|…|\.\.\.)$/i;

/** A name in plain Unicode: TeX's accents, braces and ties undone; empty where nothing is left. */
export function plainName(name: string): string {
  const text = oneLine(name.slice(0, 2 * LONGEST_NAME));
  let plain = '';
  for (let at = 0; at < text.length;) {
    const accent = text[at] === '\\' ? accentAt(text, at) : undefined;
    if (accent !== undefined) {
      plain += accent.value;
      at = accent.end;
    } else {
      plain += plainCharacter(text, at);
      at += 1;
    }
  }
  return plain.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
}

/** Also `\i` in braces below an accent with a space: `\v {S}`. */
function accentAt(text: string, at: number): { value: string; end: number } | undefined {
  const found = readTexAccent(text, at);
  if (found !== undefined) return found;
  const spaced = /^(\\[cvuHrkdb]) +(\{)/.exec(text.slice(at, at + 8));
  if (spaced === null) return undefined;
  const skipped = spaced[0].length - spaced[1]!.length - 1;
  const joined = readTexAccent(spaced[1]! + text.slice(at + spaced[0].length - 1, at + 20), 0);
  return joined && { value: joined.value, end: at + joined.end + skipped };
}

function plainCharacter(text: string, at: number): string {
  const character = text[at]!;
  if (character === '{' || character === '}') return '';
  if (character === '~') return ' ';
  if (character !== '\\') return character;
  return /[\s,;]/.test(text[at + 1] ?? '') ? ' ' : '';
}

/** “Last, First” and “von Last, Jr., First” as “First Last”; a name without a comma as it is. */
export function firstLast(name: string): string {
  const parts = splitOutside(name, ',').map(plainName).filter(Boolean);
  if (parts.length <= 1) return parts[0] ?? '';
  const [last, ...rest] = parts;
  if (parts.length === 2) {
    return SUFFIX.test(rest[0]!) ? `${last!} ${rest[0]!}` : `${rest[0]!} ${last!}`;
  }
  return SUFFIX.test(rest[0]!)
    ? `${rest.slice(1).join(' ')} ${last!} ${rest[0]!}`
    : `${rest[0]!} ${last!} ${rest.slice(1).join(' ')}`;
}

/** Names that stand one by one, without empty ones and “others”; null for none. */
export function nameList(names: readonly string[]): readonly string[] | null {
  const plain = names.map((name) => firstLast(name)).filter((name) => /\p{L}/u.test(name));
  const known = plain.filter((name) => !OTHERS.test(name));
  return known.length > 0 ? known : null;
}

/**
 * The authors in one text: by semicolons, by “and”, or by commas. Single words between commas may be
 * families or given names, so they stay together as they were written.
 */
export function splitAuthors(text: string): readonly string[] | null {
  const line = oneLine(text);
  const bySemicolon = splitOutside(line, ';');
  if (bySemicolon.length > 1) return nameList(bySemicolon);
  const byAnd = splitByAnd(line);
  if (byAnd.every((name) => splitOutside(name, ',').length > 1) && byAnd.length > 1) {
    return nameList(byAnd);
  }
  const pieces = joinSuffixes(byAnd.flatMap((part) => splitOutside(part, ',')));
  const words = pieces.filter((piece) => !OTHERS.test(piece));
  const isSingle = (piece: string) => !/[\s~]/.test(piece);
  if (byAnd.length === 1 && words.length === 2 && isSingle(words[0]!)) return nameList([line]);
  if (byAnd.length === 1 && words.length > 2 && words.every(isSingle)) return [plainName(line)];
  return nameList(pieces);
}

function joinSuffixes(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces.map((part) => part.trim()).filter(Boolean)) {
    const before = joined.at(-1);
    if (before !== undefined && SUFFIX.test(piece))
      joined[joined.length - 1] = `${before} ${piece}`;
    else joined.push(piece);
  }
  return joined;
}

/** Parts between “and”, as BibTeX separates names: what stands in braces is one name. */
export function splitByAnd(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  const words = /[{}]|\s(?:and|&)(?=\s)/gi;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(text.slice(start, match.index));
      start = words.lastIndex;
    }
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter(Boolean);
}

function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' || character === '(') depth += 1;
    else if (character === '}' || character === ')') depth = Math.max(0, depth - 1);
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter(Boolean);
}
