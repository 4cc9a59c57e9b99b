import type { Answer } from './find-papers.ts';
import type { FoundPaper, PaperText } from './paper-index.ts';
import { areAlike, foldedWords, foldWord } from './words.ts';

/** So many are looked at closely of those with the phrase, and of the others; each costs a kilobyte. */
const CANDIDATES = 10;
/** Of longer queries more of the others, since few of them are shown on the way there. */
const CANDIDATES_OF_MANY_WORDS = 25;
const MANY_WORDS = 4;

/**
 * The papers of an answer in order: first, of the best candidates, those whose title has all words, the
 * shortest such title first; then those in which the words follow each other, and of these those that
 * have them letter by letter; then those that have more of the words in the very form in which they were
 * typed; else as the index has them.
 */
export async function rankPapers(
  { papers, asPhrase }: Answer,
  query: string,
  load: (row: number) => Promise<PaperText>,
): Promise<FoundPaper[]> {
  const wanted = [...new Set(foldedWords(query))];
  const phrased = papers.filter(({ row }) => asPhrase.has(row));
  const others = papers.filter(({ row }) => !asPhrase.has(row));
  if (wanted.length === 0 || papers.length < 2) return [...phrased, ...others];
  const most = wanted.length < MANY_WORDS ? CANDIDATES : CANDIDATES_OF_MANY_WORDS;
  const candidates = [...phrased.slice(0, CANDIDATES), ...others.slice(0, most)];
  const ranked = await Promise.all(
    candidates.map(async (paper) => ({
      paper,
      rank: rankOf(await load(paper.row), wanted, asPhrase.has(paper.row) ? query : null),
    })),
  );
  // Sorting is stable: what is not known better stays as the index has it.
  ranked.sort((a, b) => compareRanks(a.rank, b.rank));
  return [...ranked.map(({ paper }) => paper), ...phrased.slice(CANDIDATES), ...others.slice(most)];
}

/** Numbers of which the first that differ decide, the lesser before the greater. */
function rankOf(
  { title, content }: PaperText,
  wanted: readonly string[],
  phrase: string | null,
): number[] {
  const titleWords = foldedWords(title);
  const isTitle = wanted.every((word) => titleWords.some((other) => areAlike(word, other)));
  const words = new Set(foldedWords(content));
  const exact = wanted.filter((word) => words.has(word)).length;
  const isLiteral = phrase !== null && hasLiterally(content, phrase);
  return [
    isTitle ? title.length : Number.MAX_SAFE_INTEGER,
    phrase === null ? 1 : 0,
    isLiteral ? 0 : 1,
    -exact,
  ];
}

/** Whether a text has whole words just so; “Michael R Lyu” is not “Michael R. Lyu”, nor “An Li” “Xin-An Li”. */
function hasLiterally(content: string, phrase: string): boolean {
  const text = foldWord(content);
  const sought = ` ${foldWord(phrase)}`;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1))
    if (!/[\p{L}\p{N}-]/u.test(text[at + sought.length] ?? '')) return true;
  return false;
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : left[at]! - right[at]!;
}
