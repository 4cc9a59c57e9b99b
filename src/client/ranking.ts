import type { PagefindAnswer } from './pagefind.d.ts';
import { areAlike, foldedWords } from './words.ts';

/** So many of the first results are put in order anew; each costs a small request. */
const RANKED = 20;

/**
 * The results with the papers to the front whose title has all words of the query, the shortest such
 * title first: who types words of a title looks for that paper, however often others use the words.
 */
export async function titlesFirst(
  results: readonly PagefindAnswer[],
  query: string,
): Promise<PagefindAnswer[]> {
  const wanted = foldedWords(query);
  if (wanted.length === 0) return [...results];
  const candidates = await Promise.all(
    results.slice(0, RANKED).map(async (result) => {
      const title = (await result.data()).meta['title'] ?? '';
      return { result, rank: hasAll(title, wanted) ? title.length : Infinity };
    }),
  );
  // Sorting is stable: what is not known better stays as Pagefind has it.
  candidates.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
  return [...candidates.map(({ result }) => result), ...results.slice(RANKED)];
}

function hasAll(title: string, wanted: readonly string[]): boolean {
  const words = foldedWords(title);
  return wanted.every((word) => words.some((other) => areAlike(word, other)));
}
