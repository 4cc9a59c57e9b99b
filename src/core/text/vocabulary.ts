import { TermCounter } from './count-terms.ts';
import type { TermPostings } from './term-postings.ts';
import { tokenize } from './tokenize.ts';
import type { WrittenPaper } from './written-forms.ts';

/** The terms of documents and their counts, in compressed sparse rows, one row a document. */
export interface TermCounts {
  /** Document i holds entries `indptr[i]` to `indptr[i + 1]`; length documents + 1. */
  readonly indptr: Uint32Array;
  /** Column of the term of each entry, once a document. */
  readonly indices: Uint32Array;
  /** How often the document has the term: the sum of the weights of its uses. */
  readonly counts: Float32Array;
}

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

/** In large collections one document in so many must hold a phrase: rarer ones are most of all terms. */
const DOCUMENTS_PER_PHRASE = 10_000;

/** A word of more documents tells no theme; but in a small collection a theme has a larger share. */
const MAX_SHARE = 0.25;
/** From so many documents on a theme is smaller than that share. */
const DOCUMENTS_OF_THEMES = 300;

/** Options that suit a collection of so many documents: a small one cannot afford to drop terms. */
export function vocabularyOptions(documentCount: number): VocabularyOptions {
  if (documentCount < 20) {
    const minPhraseDocuments = documentCount < 2 ? 1 : 2;
    return { minDocuments: 1, minPhraseDocuments, maxShare: 1, titleWeight: 2 };
  }
  const minPhraseDocuments = Math.max(3, Math.round(documentCount / DOCUMENTS_PER_PHRASE));
  const smallness = Math.max(1, Math.sqrt(DOCUMENTS_OF_THEMES / documentCount));
  const maxShare = Math.min(1, MAX_SHARE * smallness);
  return { minDocuments: 2, minPhraseDocuments, maxShare, titleWeight: 2 };
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
  const { minDocuments, minPhraseDocuments, maxShare } = chosen;
  const maxDocuments = maxShare * papers.length;
  const selected = counter.select({ minDocuments, minPhraseDocuments, maxDocuments });
  // Papers that all say the same have no term that tells them apart, but are about something.
  const postings =
    selected.names.length > 0
      ? selected
      : counter.select({ minDocuments: 1, minPhraseDocuments: 1, maxDocuments: papers.length });
  const order = [...postings.names.keys()].sort((a, b) =>
    postings.names[a]! < postings.names[b]! ? -1 : 1,
  );
  return {
    terms: order.map((term) => postings.names[term]!),
    documentFrequency: Uint32Array.from(
      order,
      (term) => postings.starts[term + 1]! - postings.starts[term]!,
    ),
    documentCount: papers.length,
    counts: byDocument(postings, order, papers.length),
  };
}

/** Turns postings around; the columns are the terms in the given order, and ascend in each document. */
function byDocument(
  { starts, documents, counts }: TermPostings,
  order: readonly number[],
  documentCount: number,
): TermCounts {
  const indptr = new Uint32Array(documentCount + 1);
  for (const document of documents) indptr[document + 1]! += 1;
  for (let document = 0; document < documentCount; document++) {
    indptr[document + 1]! += indptr[document]!;
  }
  const next = indptr.slice();
  const indices = new Uint32Array(documents.length);
  const countsByDocument = new Float32Array(documents.length);
  order.forEach((term, column) => {
    for (let entry = starts[term]!; entry < starts[term + 1]!; entry++) {
      const at = next[documents[entry]!]!++;
      indices[at] = column;
      countsByDocument[at] = counts[entry]!;
    }
  });
  return { indptr, indices, counts: countsByDocument };
}
