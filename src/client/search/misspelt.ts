import { hitWords } from './excerpt.ts';
import { hasDoubtfulWord, unknownWords } from './unknown-words.ts';

/** The text of a paper that was found, with the numbers of the words that were. */
export interface FoundText {
  readonly content: string;
  readonly hits: readonly number[];
}

/** Words of a query that none of the first papers found for it has: they do not answer it. */
export function unknownIn(query: string, first: readonly FoundText[]): string[] {
  const texts = first.map(({ content }) => content);
  return texts.length > 0 ? unknownWords(query, texts) : [];
}

/** Whether a word of a query may be misspelt, to judge by the first papers that were found for it. */
export function mayBeMisspelt(query: string, first: readonly FoundText[]): boolean {
  const found = first.map(({ content, hits }) => hitWords(content, hits));
  return query !== '' && (found.length === 0 || hasDoubtfulWord(query, found));
}
