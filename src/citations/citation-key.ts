import type { CitedPaper } from './cited-paper.ts';
import { type PersonName, splitName } from './person-name.ts';

/** Names for papers, as `lovelace2026notes`; a letter behind those that would be the same. */
export function citationKeys(papers: readonly CitedPaper[]): string[] {
  const taken = new Set<string>();
  return papers.map((paper) => {
    const key = citationKey(paper);
    let free = key;
    for (let count = 1; taken.has(free); count++) free = key + mark(count);
    taken.add(free);
    return free;
  });
}

function citationKey({ title, authors, published }: CitedPaper): string {
  const first = authors?.[0] === undefined ? '' : familyOf(splitName(authors[0]));
  const words = title.split(/[^\p{L}\p{N}]+/u).map(plainLetters);
  const word = words.find((one) => one.length > 3) ?? words.find(Boolean) ?? '';
  return plainLetters(first) + (published?.slice(0, 4) ?? '') + word || 'paper';
}

function familyOf(name: PersonName): string {
  return 'literal' in name ? name.literal : name.family;
}

/** Letters that are no other letter with a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};

function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => PLAIN[letter]!)
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 30);
}

/** Of the second entry of a name “b”. */
function mark(count: number): string {
  return count < 26 ? String.fromCharCode(97 + count) : `-${count + 1}`;
}
