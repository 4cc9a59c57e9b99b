import { joinSuffixes, plainName } from './plain-name.ts';

const COLLABORATION = /(?:collaboration|consortium|group|team):/i;

/**
 * The names in a list as arXiv writes it: `A. Bee, C\'eline D. and E. Eff (2) ((1) Here, (2) There)`.
 * Affiliations in brackets are left out; “Jr.” stays with its name. Null for an empty list.
 */
export function parseNames(list: string): readonly string[] | null {
  const plain = withoutBrackets(list).replace(COLLABORATION, (found) => `${found.slice(0, -1)}, `);
  const parts = plain
    .split(/,|;|\sand\s|\s&\s/)
    .map((part) => plainName(part.replace(/^\s*and\s/, '')));
  const names = joinSuffixes(parts.filter((name) => !/^et al\.?$/i.test(name)));
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

/** “Forenames Keyname Suffix” of parts, of which each may be missing; null for nothing. */
export function joinName(...parts: readonly (string | null | undefined)[]): string | null {
  return plainName(parts.filter(Boolean).join(' ')) || null;
}
