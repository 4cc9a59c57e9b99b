/** What is asked for in words. */
export interface Query {
  /** What stands in quotes: words that follow each other. */
  readonly phrases: readonly string[];
  /** The words outside of quotes, in their order. */
  readonly words: string;
}

/** Takes a query apart. A quote that is not closed yet, while typing, begins no phrase. */
export function parseQuery(text: string): Query {
  const phrases: string[] = [];
  const words = text
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/"([^"]*)"/g, (_, phrase: string) => {
      if (/[\p{L}\p{N}]/u.test(phrase)) phrases.push(phrase.trim());
      return ' ';
    })
    .replaceAll('"', ' ');
  return { phrases, words: words.trim().replaceAll(/\s+/g, ' ') };
}

/** The query without its quotes. */
export function wordsOf({ phrases, words }: Query): string {
  return [...phrases, words].filter((text) => text !== '').join(' ');
}
