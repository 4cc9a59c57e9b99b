import {
  citedAddress,
  type CitedPaper,
  dateParts,
  onIndentedLines,
  onOneLine,
  publicationOf,
} from './cited-paper.ts';
import { type PersonName, splitName } from './person-name.ts';
import { escapeTex } from './tex-text.ts';

const TYPE = {
  journal: 'article',
  conference: 'inproceedings',
  preprint: 'misc',
  other: 'misc',
} as const;
/** Name and value of a field; null where it is left out. */
type Field = [name: string, value: string | null];

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Papers as BibTeX in UTF-8, whose texts are text alone: no TeX of a digest reaches the reader's own
 * document. Words with capitals inside are protected from styles that change case.
 */
export function toBibtex(papers: readonly CitedPaper[]): string {
  const keys = citationKeys(papers);
  return papers.map((paper, index) => entry(paper, keys[index]!)).join('\n');
}

/** Names for the entries, as `lovelace2026notes`; a letter behind those that would be the same. */
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

function entry(paper: CitedPaper, key: string): string {
  const { authors, abstract, note } = paper;
  const [year, month, day] = dateParts(paper);
  const fields: Field[] = [
    ['title', protectCapitals(escapeTex(onOneLine(paper.title)))],
    ['author', authors && authors.map(authorOf).join(' and ')],
    placeOf(paper),
    ['year', year === undefined ? null : String(year)],
    ['month', month === undefined ? null : (MONTHS[month - 1] ?? null)],
    ['day', day === undefined ? null : String(day)],
    ...addressesOf(paper),
    ['abstract', abstract && escapeTex(onOneLine(abstract))],
    ['annote', note && escapeTex(onIndentedLines(note))],
  ];
  const lines = fields.flatMap(([name, value]) => {
    if (value === null || value === '') return [];
    // The names of the months are strings that every style knows.
    return [`  ${name} = ${name === 'month' ? value : `{${value}}`},\n`];
  });
  return `@${TYPE[publicationOf(paper)]}{${key},\n${lines.join('')}}\n`;
}

function placeOf(paper: CitedPaper): Field {
  const publication = publicationOf(paper);
  const isPublished = publication === 'conference' || publication === 'journal';
  const venue = isPublished ? escapeTex(onOneLine(paper.venue!)) : null;
  return [publication === 'conference' ? 'booktitle' : 'journal', venue];
}

function addressesOf(paper: CitedPaper): Field[] {
  const { arxivId, categories, doi } = paper;
  const [primary = null] = categories ?? [];
  const isOfArxiv = arxivId !== null && /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(primary ?? '');
  const address = citedAddress(paper);
  return [
    ['eprint', arxivId && verbatim(arxivId)],
    ['archiveprefix', arxivId && 'arXiv'],
    ['primaryclass', isOfArxiv ? primary : null],
    ['doi', doi && verbatim(doi)],
    ['url', address && verbatim(address)],
  ];
}

/** Ids and addresses stand as they are, but for what would end the field. */
function verbatim(text: string): string {
  return onOneLine(text).replace(/[\\{}\s]/g, (character) => encodeURIComponent(character));
}

/** In braces: “BERT”, “iPhone”, “3D”; a style may still write “Learning” small. */
function protectCapitals(text: string): string {
  const words = /(?<![\\}\p{L}\p{N}])[\p{L}\p{N}]+(?![\p{L}\p{N}]|\{\})/gu;
  const marked = text.replace(words, (word, at: number) =>
    /.\p{Lu}/u.test(word) || isSymbol(word, text[at - 1]) ? `{${word}}` : word,
  );
  // One group for words side by side.
  return marked.replaceAll('} {', ' ');
}

/** “Q” of “Q-learning”; “A” may be an article. */
function isSymbol(word: string, before: string | undefined): boolean {
  return /^[B-Z]$/.test(word) && before === ' ';
}

function authorOf(written: string): string {
  // No name needs TeX, and BibTeX takes names apart at braces, commas and “and”.
  const plain = written.replace(/[\\{}~^$#%_]/g, ' ');
  const name = splitName(plain);
  // A word that styles know.
  if (written === 'others') return written;
  if ('literal' in name) return `{${escapeTex(name.literal)}}`;
  return [name.family, name.suffix, name.given]
    .flatMap((part) => (part === null ? [] : [escapeTex(part)]))
    .join(', ');
}
