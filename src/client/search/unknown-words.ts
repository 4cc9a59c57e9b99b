import { areAlike, foldedWords, foldWord } from './words.ts';

/** As many letters of a word have to stand in a text; its end may be another ("learning", "learned"). */
const STEM_LETTERS = 4;

/** What the index's stemmer takes off. */
const ENDING =
  /^(?:e|y|s|es|d|ed|er|ers|ing|ings|ly|ies|ied|al|ally|ive|ity|able|ment|ments|i[sz]e[ds]?|i[sz]ing|at(?:e|es|ed|ing|ion|ions|ive)|ions?|i[sz]ations?)$/;

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

/** Whether a word of the query has no form of it among the words found: perhaps it is misspelt. */
export function hasDoubtfulWord(query: string, found: readonly string[]): boolean {
  const forms = [...new Set(found.flatMap(foldedWords))];
  return foldedWords(query).some(
    (word) => word.length >= STEM_LETTERS && !forms.some((form) => isForm(word, form)),
  );
}

function isForm(word: string, form: string): boolean {
  if (form.includes(word) || areAlike(word, form)) return true;
  let shared = 0;
  while (shared < word.length && word[shared] === form[shared]) shared += 1;
  return shared >= 3 && ENDING.test(word.slice(shared));
}

/** Letters and digits alone, without accents and case. */
function fold(text: string): string {
  return foldWord(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
