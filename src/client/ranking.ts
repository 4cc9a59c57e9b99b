import type { Answer } from './find-papers.ts';
import type { FoundPaper, PaperText } from './paper-index.ts';
import { areAlike, foldedWords } from './words.ts';

/** So many are looked at closely of those with the phrase, and of the others; each costs a kilobyte. */
const CANDIDATES = 10;

/**
 * The papers of an answer in order: first, of the best candidates, those whose title has all words, the
 * shortest such title first; then those in which the words follow each other; then those that have
 * more of the words in the very form in which they were typed; else as the index has them.
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
  const candidates = [...phrased.slice(0, CANDIDATES), ...others.slice(0, CANDIDATES)];
  const ranked = await Promise.all(
    candidates.map(async (paper) => ({
      paper,
      rank: rankOf(await load(paper.row), wanted, asPhrase.has(paper.row)),
    })),
  );
  // Sorting is stable: what is not known better stays as the index has it.
  ranked.sort((a, b) => compareRanks(a.rank, b.rank));
  return [
    ...ranked.map(({ paper }) => paper),
    ...phrased.slice(CANDIDATES),
    ...others.slice(CANDIDATES),
  ];
}

/** Numbers of which the first that differ decide, the lesser before the greater. */
function rankOf({ title, content }: PaperText, wanted: string[], isPhrase: boolean): number[] {
  const titleWords = foldedWords(title);
  const isTitle = wanted.every((word) => titleWords.some((other) => areAlike(word, other)));
  const words = new Set(foldedWords(content));
  const exact = wanted.filter((word) => words.has(word)).length;
  return [isTitle ? title.length : Number.MAX_SAFE_INTEGER, isPhrase ? 0 : 1, -exact];
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : left[at]! - right[at]!;
}
