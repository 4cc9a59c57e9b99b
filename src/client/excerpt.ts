/** Stands in the index behind the title, the facts and the abstract of a paper, as a word of its own. */
export const PART_MARK = '⁂';

const LENGTH = 32;
/** Words before the first hit, for its context. */
const LEAD = 4;

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
 * The passage of a paper's text with the most different hits: from the abstract, else from the facts
 * (the authors), else the start of the abstract. Title and formula sources, which the text has too, are
 * never in it. `hits` are numbers of words.
 */
export function excerptOf(content: string, hits: readonly number[]): Piece[] {
  const words = content.split(/\s+/);
  const [facts, abstract] = readableParts(words);
  const hitsIn = ({ start, end }: Range) => hits.filter((hit) => hit >= start && hit < end);
  const part = hitsIn(abstract).length === 0 && hitsIn(facts).length > 0 ? facts : abstract;
  const inPart = hitsIn(part);
  const { start, end } = passage(words, part, inPart);
  const pieces = words.slice(start, end).flatMap((word, index) => {
    const space = { text: index === 0 ? '' : ' ', isHit: false };
    return [space, ...piecesOf(word, inPart.includes(start + index))];
  });
  if (start > part.start) pieces.unshift({ text: '… ', isHit: false });
  if (end < part.end) pieces.push({ text: ' …', isHit: false });
  return pieces.filter(({ text }) => text !== '');
}

/** Where facts and abstract stand among the words. */
function readableParts(words: readonly string[]): [Range, Range] {
  // Pagefind may have put a full stop behind a mark that ends a block.
  const marks = words.flatMap((word, index) => (word.startsWith(PART_MARK) ? [index] : []));
  const [title = -1, facts = title, abstract = words.length] = marks;
  return [
    { start: title + 1, end: facts },
    { start: facts + 1, end: abstract },
  ];
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
  ];
}
