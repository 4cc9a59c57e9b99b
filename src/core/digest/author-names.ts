import { isSuffix, joinSuffixes, plainName } from './plain-name.ts';
import { stripMarkup } from './strip-markup.ts';

const OTHERS = /^(?:others|et\.? ?al\.?|and others|…|\.\.\.)$/i;

/** “Last, First” and “von Last, Jr., First” as “First Last”; a name without a comma as it is. */
export function firstLast(name: string): string {
  const parts = splitOutside(name, ',').map(plainName).filter(Boolean);
  if (parts.length <= 1) return parts[0] ?? '';
  const [last, ...rest] = parts;
  if (parts.length === 2) {
    return isSuffix(rest[0]!) ? `${last!} ${rest[0]!}` : `${rest[0]!} ${last!}`;
  }
  return isSuffix(rest[0]!)
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
  const line = stripMarkup(text);
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
