import { AUTHOR_MARK, PART_MARK } from '../../search/search-data.ts';

const LENGTH = 32;
/** Words before the first hit, for its context. */
const LEAD = 4;
/** So many authors are named, and more where they were found. */
const AUTHORS = 3;

/** A stretch of text; a hit is a word that the query asked for. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The passage of a paper's abstract with the most different hits, else its start. `hits` are numbers of
 * words of `content`, the text of a paper in the index.
 */
export function excerptOf(content: string, hits: readonly number[]): Piece[] {
  const words = content.split(/\s+/);
  const part = readableParts(words).abstract;
  const inPart = new Set(hits.filter((hit) => hit >= part.start && hit < part.end));
  const { start, end } = passage(words, part, [...inPart]);
  const pieces = words.slice(start, end).flatMap((word, index) => {
    const space = { text: index === 0 ? '' : ' ', isHit: false };
    return [space, ...piecesOf(word, inPart.has(start + index))];
  });
  if (start > part.start) pieces.unshift({ text: '… ', isHit: false });
  if (end < part.end) pieces.push({ text: ' …', isHit: false });
  return pieces.filter(({ text }) => text !== '');
}

/** The first authors of a paper and those that were found, as a line. */
export function authorLine(content: string, hits: readonly number[]): Piece[] {
  const words = content.split(/\s+/);
  const names = splitNames(words, readableParts(words).authors);
  // Of many who share a family name those are meant of whom most was asked for.
  const hitsOf = names.map((name) => name.filter(({ at }) => hits.includes(at)).length);
  const most = Math.max(0, ...hitsOf);
  const isFound = names.map((_, index) => most > 0 && hitsOf[index] === most);
  const found = isFound.flatMap((is, index) => (is ? [index] : [])).slice(0, AUTHORS);
  const shown = [...new Set([...names.keys()].slice(0, AUTHORS).concat(found))];
  const pieces = shown.flatMap((index, place) => [
    { text: place === 0 ? '' : ', ', isHit: false },
    ...names[index]!.flatMap(({ word, at }, position) => [
      { text: position === 0 ? '' : ' ', isHit: false },
      ...piecesOf(word, found.includes(index) && hits.includes(at)),
    ]),
  ]);
  const others = names.length - shown.length;
  if (others > 0) pieces.push({ text: ` and ${others} more`, isHit: false });
  return pieces.filter(({ text }) => text !== '');
}

/** The names that stand in a part of the words, each as words with their numbers. */
function splitNames(
  words: readonly string[],
  { start, end }: Range,
): { word: string; at: number }[][] {
  const names: { word: string; at: number }[][] = [[]];
  for (let at = start; at < end; at++) {
    // Pagefind puts a full stop behind a block.
    const word = at === end - 1 ? words[at]!.replace(/\.$/, '') : words[at]!;
    if (word === AUTHOR_MARK) names.push([]);
    else names.at(-1)!.push({ word, at });
  }
  return names.filter((name) => name.length > 0);
}

/** The words of a text that were found. */
export function hitWords(content: string, hits: readonly number[]): string {
  const words = content.split(/\s+/);
  return [...new Set(hits.map((hit) => words[hit] ?? ''))].join(' ');
}

/** Where authors and abstract stand among the words. */
function readableParts(words: readonly string[]): { authors: Range; abstract: Range } {
  // Pagefind may have put a full stop behind a mark that ends a block.
  const marks = words.flatMap((word, index) => (word.startsWith(PART_MARK) ? [index] : []));
  const [title = -1, authors = title, abstract = words.length] = marks;
  return {
    authors: { start: title + 1, end: authors },
    abstract: { start: authors + 1, end: abstract },
  };
}

function passage(words: readonly string[], part: Range, hits: readonly number[]): Range {
  let best = part.start;
  let most = 0;
  for (const first of hits.toSorted((a, b) => a - b)) {
    const within = hits.filter((hit) => hit >= first && hit < first + LENGTH - LEAD);
    const different = new Set(within.map((hit) => words[hit]?.toLowerCase())).size;
    if (different > most) [best, most] = [first, different];
  }
  const start = Math.max(part.start, Math.min(best - LEAD, part.end - LENGTH));
  return { start, end: Math.min(part.end, start + LENGTH) };
}

/** A word of the text; a hit is marked without the punctuation around it. */
function piecesOf(word: string, isHit: boolean): Piece[] {
  if (!isHit) return [{ text: word, isHit }];
  const [, before = '', core = '', after = ''] =
    /^([("“‘]*)(.*?)([)"”’.,;:!?]*)$/u.exec(word) ?? [];
  return [
    { text: before, isHit: false },
    { text: core, isHit: core !== '' },
    { text: after, isHit: false },
  ].filter(({ text }) => text !== '');
}
