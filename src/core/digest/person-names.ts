import { readTexAccent } from '../paper/tex/tex-accents.ts';
import { oneLine } from './field-text.ts';

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const COLLABORATION = /(?:collaboration|consortium|group|team):/i;

/** A name in plain Unicode: TeX accents as letters, without braces, ties and spaces too many. */
export function plainName(source: string): string | null {
  let name = '';
  for (let at = 0; at < source.length;) {
    const accent = source[at] === '\\' ? readTexAccent(source, at) : undefined;
    if (accent) name += accent.value;
    else if (source[at] === '~' || source.startsWith('\\ ', at)) name += ' ';
    else if (!/[{}\\]/.test(source[at]!)) name += source[at];
    at = accent ? accent.end : at + 1;
  }
  return oneLine(unscramble(name).normalize('NFC'));
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

/**
 * The names in a list as arXiv writes it: `A. Bee, C\'eline D. and E. Eff (2) ((1) Here, (2) There)`.
 * Affiliations in brackets are left out; “Jr.” stays with its name. Null for an empty list.
 */
export function parseNames(list: string): readonly string[] | null {
  const names: string[] = [];
  const plain = withoutBrackets(list).replace(COLLABORATION, (found) => `${found.slice(0, -1)}, `);
  for (const part of plain.split(/,|;|\sand\s|\s&\s/)) {
    const name = plainName(part.replace(/^\s*and\s/, ''));
    const before = names.length - 1;
    if (name === null || /^et al\.?$/i.test(name)) continue;
    if (SUFFIX.test(name) && before >= 0) names[before] = `${names[before]} ${name}`;
    else names.push(name);
  }
  return names.length > 0 ? names : null;
}

/** The text outside of round brackets, of which some lie within others. */
function withoutBrackets(text: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}

/** “Forenames Keyname Suffix” of parts, of which each may be missing. */
export function joinName(...parts: readonly (string | null | undefined)[]): string | null {
  return plainName(parts.filter(Boolean).join(' '));
}
