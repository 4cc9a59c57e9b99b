import { type TermCounts, TermCounter } from './count-terms.ts';
import { tokenize } from './tokenize.ts';
import type { WrittenPaper } from './written-forms.ts';

/** The terms of a collection and how often each document holds each: the input of TF-IDF. */
export interface Vocabulary {
  /** Term of each column: one or two stems, joined by a space; sorted. */
  readonly terms: readonly string[];
  /** Number of documents that hold each term. */
  readonly documentFrequency: Uint32Array;
  /** Number of documents, with or without terms. */
  readonly documentCount: number;
  /** Counts by document and column, columns ascending within a document. */
  readonly counts: TermCounts;
}

/** Bounds on document frequency within which a term is kept, and the weight of titles. */
export interface VocabularyOptions {
  /** Least number of documents for a one-word term. */
  readonly minDocuments: number;
  /** Least number of documents for a two-word term. */
  readonly minPhraseDocuments: number;
  /** Greatest share of the documents for any term, 0 to 1. */
  readonly maxShare: number;
  /** How much a word of a title counts, where one of an abstract counts 1; above 0. */
  readonly titleWeight: number;
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

const EVERY_TERM = { minDocuments: 1, minPhraseDocuments: 1, maxShare: 1 };

/** Options that suit a collection of so many documents: a small one cannot afford to drop terms. */
export function vocabularyOptions(documentCount: number): VocabularyOptions {
  if (documentCount < 20)
    return { minDocuments: 1, minPhraseDocuments: 2, maxShare: 1, titleWeight: 2 };
  return { minDocuments: 2, minPhraseDocuments: 3, maxShare: 0.25, titleWeight: 2 };
}

/**
 * Builds the vocabulary of papers, one document each; a document may end without any term. Options
 * that are not given suit the number of papers. Throws RangeError for a weight of 0 or less.
 */
export function buildVocabulary(
  papers: readonly WrittenPaper[],
  options: Partial<VocabularyOptions> = {},
): Vocabulary {
  const chosen = { ...vocabularyOptions(papers.length), ...options };
  const { titleWeight } = chosen;
  if (!(titleWeight > 0)) throw new RangeError(`a title weight above 0, got ${titleWeight}`);
  const counter = new TermCounter();
  for (const { title, abstract } of papers) {
    counter.addDocument([
      { text: title, weight: titleWeight },
      { text: abstract, weight: 1 },
    ]);
  }
  const selected = selectTerms(counter, papers.length, chosen);
  // Papers that all say the same have no term that tells them apart, but are about something.
  const columns =
    selected.length > 0
      ? selected
      : selectTerms(counter, papers.length, { ...chosen, ...EVERY_TERM });
  return {
    terms: columns.map(({ name }) => name),
    documentFrequency: Uint32Array.from(columns, ({ term }) => counter.documentFrequency[term]!),
    documentCount: papers.length,
    counts: keepColumns(counter, columns),
  };
}

interface NamedTerm {
  readonly name: string;
  readonly term: number;
}

function selectTerms(
  counter: TermCounter,
  documentCount: number,
  { minDocuments, minPhraseDocuments, maxShare }: VocabularyOptions,
): NamedTerm[] {
  const most = maxShare * documentCount;
  const selected: NamedTerm[] = [];
  counter.documentFrequency.forEach((documents, term) => {
    const least = counter.isPhrase(term) ? minPhraseDocuments : minDocuments;
    if (documents >= least && documents <= most)
      selected.push({ name: counter.nameOf(term), term });
  });
  return selected.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The counts of the terms kept, numbered as columns. */
function keepColumns(counter: TermCounter, columns: readonly NamedTerm[]): TermCounts {
  const all = counter.finish();
  const columnOf = new Int32Array(counter.documentFrequency.length).fill(-1);
  let entries = 0;
  columns.forEach(({ term }, column) => {
    columnOf[term] = column;
    entries += counter.documentFrequency[term]!;
  });
  const indptr = new Uint32Array(all.indptr.length);
  const indices = new Uint32Array(entries);
  const counts = new Float32Array(entries);
  const countOf = new Float32Array(columns.length);
  let to = 0;
  for (let document = 0; document + 1 < indptr.length; document++) {
    const start = to;
    for (let entry = all.indptr[document]!; entry < all.indptr[document + 1]!; entry++) {
      const column = columnOf[all.indices[entry]!]!;
      if (column < 0) continue;
      countOf[column] = all.counts[entry]!;
      indices[to++] = column;
    }
    indices.subarray(start, to).sort();
    for (let entry = start; entry < to; entry++) counts[entry] = countOf[indices[entry]!]!;
    indptr[document + 1] = to;
  }
  return { indptr, indices, counts };
}
