/** As many letters of a word have to stand in a text; its end may be another ("learning", "learned"). */
const STEM_LETTERS = 4;

/**
 * The words of a query that none of the texts has. Pagefind answers a word that it does not know with
 * papers that have its first letters, which is no answer to a reader.
 */
export function unknownWords(query: string, texts: readonly string[]): string[] {
  const folded = texts.map(fold);
  return query.split(/\s+/).filter((word) => {
    const start = fold(word).slice(0, STEM_LETTERS);
    return start !== '' && !folded.some((text) => text.includes(start));
  });
}

/** Letters and digits alone, without accents and case. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
