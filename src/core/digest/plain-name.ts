import { readTexAccent } from '../paper/tex/tex-accents.ts';
import { stripMarkup } from './strip-markup.ts';

/** A longer text is no name; the rest of it is left out. */
export const LONGEST_NAME = 200;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d)\.?$/i;

/**
 * A name in plain Unicode (NFC), of at most `LONGEST_NAME` characters: TeX's accents, braces and ties and
 * the elements of HTML undone. Empty where nothing is left.
 */
export function plainName(name: string): string {
  const text = stripMarkup(name.slice(0, 2 * LONGEST_NAME));
  let plain = '';
  for (let at = 0; at < text.length;) {
    const accent = text[at] === '\\' ? accentAt(text, at) : undefined;
    plain += accent?.value ?? plainCharacter(text, at);
    at = accent?.end ?? at + 1;
  }
  const composed = unscramble(plain).normalize('NFC');
  return composed.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
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

/** Undoes UTF-8 that was read as Latin-1 once too often, as arXiv's API did: “WÃ¼bben”. */
function unscramble(name: string): string {
  if (!/[\u00c3-\u00f4][\u0080-\u00bf]/.test(name) || /[^\0-\u00ff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return name;
  }
}

/** Whether a part of a list of names belongs to the name before it: “Jr.”, “III”, “Ph.D.”. */
export function isSuffix(part: string): boolean {
  return SUFFIX.test(part);
}

/** The parts of a list of names, a suffix with the name before it; empty ones left out. */
export function joinSuffixes(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts.map((name) => name.trim()).filter(Boolean)) {
    if (isSuffix(part) && joined.length > 0) joined.push(`${joined.pop()!} ${part}`);
    else joined.push(part);
  }
  return joined;
}
