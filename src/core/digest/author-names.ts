import { withoutTex } from './without-tex.ts';
import { stripMarkup } from './strip-markup.ts';

/** A longer text is no name; the rest of it is left out. */
export const LONGEST_NAME = 200;
const SUFFIX = /^(?:Jr|Sr|II|III|IV|Ph\.?D)\.?$/i;
const OTHERS = /^(?:others|et\.? ?al\.?|and others|…|\.\.\.)$/i;
const COLLABORATION = /(?:collaboration|consortium|group|team):/i;
/** `0000-0002-1825-0097`, alone, in brackets or as an address. */
const ORCID =
  /[[(]?\s*(?:orcid:?\s*)?(?:https?:\/\/orcid\.org\/)?\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b\s*[\])]?/gi;
/** Marks of footnotes, and numbers of them set in TeX or in raised digits: `$^{1,2}$`, `*`, `†`, `²`. */
const MARKS = /\$\s*\^[^$]{0,30}\$|[*†‡§¶⁰¹²³⁴-⁹]/gu;

/** A name in plain Unicode, without TeX, ORCID iDs and marks of footnotes; empty where nothing is left. */
export function plainName(name: string): string {
  const written = unscramble(name.slice(0, 2 * LONGEST_NAME));
  const bare = written.replace(ORCID, ' ').replace(MARKS, ' ');
  return withoutTex(bare).slice(0, LONGEST_NAME);
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

/**
 * The names in a list as arXiv writes it: `A. Bee, C\'eline D. and E. Eff (2) ((1) Here, (2) There)`.
 * Affiliations in brackets are left out; “Jr.” stays with its name. Null for an empty list.
 */
export function commaNames(list: string): readonly string[] | null {
  const line = stripMarkup(withoutAffiliations(list));
  const pieces = line.split(/[,;]|(?:^|\s)(?:and|&)(?=\s)/);
  const names = joinSuffixes(pieces).map(plainName);
  const known = names.filter((name) => /\p{L}/u.test(name) && !OTHERS.test(name));
  return known.length > 0 ? known : null;
}

/** Less what stands in round brackets behind names, and with a comma in place of a collaboration's colon. */
function withoutAffiliations(list: string): string {
  let depth = 0;
  let start = 0;
  let kept = '';
  for (let at = 0; at < list.length; at++) {
    if (list[at] === '(' && depth++ === 0) start = at;
    else if (depth === 0) kept += list[at]!;
    else if (list[at] === ')' && --depth === 0) {
      // Within a name stands another one of its bearer: “Wei (Will) Li”.
      const isWithin = /^\s+\p{Lu}/u.test(list.slice(at + 1, at + 10));
      if (isWithin) kept += list.slice(start, at + 1);
    }
  }
  return kept.replace(COLLABORATION, (found) => `${found.slice(0, -1)},`);
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
  // A full stop behind a whole name ends the list; behind a letter it belongs to an initial.
  const line = stripMarkup(withoutAffiliations(text)).replace(/(\p{Ll}{3})\.$/u, '$1');
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

/** The parts of a list of names, a suffix with the name before it; empty ones left out. */
export function joinSuffixes(pieces: readonly string[]): string[] {
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
