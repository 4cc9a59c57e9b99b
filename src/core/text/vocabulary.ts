import { tokenize } from './tokenize.ts';

/** The terms of a collection and how often each document holds each: the input of TF-IDF. */
export interface Vocabulary {
  /** Term of each column: one or two stems, joined by a space; sorted. */
  readonly terms: readonly string[];
  /** Number of documents that hold each term. */
  readonly documentFrequency: Uint32Array;
  /** For each document its terms (ascending columns) and their counts. */
  readonly documents: readonly TermCounts[];
}

/** The terms of one document as columns of the vocabulary, ascending, with their counts. */
export interface TermCounts {
  readonly columns: Uint32Array;
  readonly counts: Uint32Array;
}

/** Bounds on document frequency within which a term is kept. */
export interface VocabularyOptions {
  /** Least number of documents for a one-word term. */
  readonly minDocuments: number;
  /** Least number of documents for a two-word term. */
  readonly minPhraseDocuments: number;
  /** Greatest share of the documents for any term, 0 to 1. */
  readonly maxShare: number;
}

/** The one- and two-word terms of a text, in order and with repetitions: stems joined by a space. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  let previous: string | null = null;
  for (const token of tokenize(text)) {
    terms.push(token.stem);
    if (previous !== null && token.joined) terms.push(`${previous} ${token.stem}`);
    previous = token.stem;
  }
  return terms;
}

const EVERY_TERM: VocabularyOptions = { minDocuments: 1, minPhraseDocuments: 1, maxShare: 1 };

/** Options that suit a collection of so many documents: a small one cannot afford to drop terms. */
export function vocabularyOptions(documentCount: number): VocabularyOptions {
  if (documentCount < 20) return { minDocuments: 1, minPhraseDocuments: 2, maxShare: 1 };
  return { minDocuments: 2, minPhraseDocuments: 3, maxShare: 0.4 };
}

/** Builds the vocabulary of texts, one a document; a document may end without any term. */
export function buildVocabulary(
  texts: readonly string[],
  options: VocabularyOptions = vocabularyOptions(texts.length),
): Vocabulary {
  const counted = texts.map((text) => countTerms(termsOf(text)));
  const selected = selectTerms(counted, options);
  // Papers that all say the same have no term that tells them apart, but are about something.
  const terms = selected.length > 0 ? selected : selectTerms(counted, EVERY_TERM);
  const columnOf = new Map(terms.map((term, column) => [term, column]));
  const documentFrequency = new Uint32Array(terms.length);
  const documents = counted.map((counts) => {
    const kept = [...counts]
      .map(([term, count]) => [columnOf.get(term), count] as const)
      .filter((entry): entry is readonly [number, number] => entry[0] !== undefined)
      .sort((a, b) => a[0] - b[0]);
    for (const [column] of kept) documentFrequency[column]! += 1;
    return {
      columns: Uint32Array.from(kept, (entry) => entry[0]),
      counts: Uint32Array.from(kept, (entry) => entry[1]),
    };
  });
  return { terms, documentFrequency, documents };
}

function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function selectTerms(
  counted: readonly ReadonlyMap<string, number>[],
  options: VocabularyOptions,
): string[] {
  const frequency = new Map<string, number>();
  for (const counts of counted) {
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const most = options.maxShare * counted.length;
  const selected: string[] = [];
  for (const [term, documents] of frequency) {
    const least = term.includes(' ') ? options.minPhraseDocuments : options.minDocuments;
    if (documents >= least && documents <= most) selected.push(term);
  }
  return selected.sort();
}
