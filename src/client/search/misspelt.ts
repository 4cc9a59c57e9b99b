import { hitWords } from './excerpt.ts';
import type { ShownPaper } from './search-engine.ts';
import { hasDoubtfulWord, unknownWords } from './unknown-words.ts';

/** Words of a query that none of the first papers found for it has: they do not answer it. */
export function unknownIn(query: string, first: readonly ShownPaper[]): string[] {
  const texts = first.map(({ content }) => content);
  return texts.length > 0 ? unknownWords(query, texts) : [];
}

/** Whether a word of a query may be misspelt, to judge by the first papers that were found for it. */
export function mayBeMisspelt(query: string, first: readonly ShownPaper[]): boolean {
  const found = first.map(({ content, hits }) => hitWords(content, hits));
  return query !== '' && (found.length === 0 || hasDoubtfulWord(query, found));
}
