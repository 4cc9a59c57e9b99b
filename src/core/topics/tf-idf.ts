import type { Vocabulary } from '../text/vocabulary.ts';
import { scaleToUnit, type SparseMatrix } from './sparse-matrix.ts';

/** Where a repeated term stops to add, and how much longer documents are held down. */
const SATURATION = 2;
const LENGTH_SHARE = 0.75;
/** Rare terms tell more about a topic than the logarithm grants them. */
const IDF_POWER = 1.75;
/** The words of a phrase count already. */
const PHRASE_WEIGHT = 0.7;

/**
 * TF-IDF, documents × terms, with the term frequency of BM25: tf · (k + 1) / (tf + k · (1 - b + b · l / l̄))
 * · idf^p, k = 2, b = 0.75, p = 1.75, with l the words of a document and l̄ their mean (Robertson and
 * Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond"); phrases by 0.7, rows scaled
 * to length 1. A document without terms has an empty row.
 */
export function tfIdf(vocabulary: Vocabulary): SparseMatrix {
  const { terms, documentCount } = vocabulary;
  const { indptr, indices, counts } = vocabulary.counts;
  const isPhrase = terms.map((term) => term.includes(' '));
  const idf = inverseDocumentFrequency(vocabulary.documentFrequency, documentCount);
  const weightOf = idf.map(
    (value, column) => value ** IDF_POWER * (isPhrase[column] ? PHRASE_WEIGHT : 1),
  );
  const lengths = documentLengths(vocabulary, isPhrase);
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / documentCount || 1;
  // Not by Float32Array.from, which makes a list of all numbers first.
  const values = new Float32Array(counts.length);
  for (let row = 0; row < documentCount; row++) {
    const relative = lengths[row]! / meanLength;
    const held = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * relative);
    for (let entry = indptr[row]!; entry < indptr[row + 1]!; entry++) {
      const count = counts[entry]!;
      values[entry] = ((count * (SATURATION + 1)) / (count + held)) * weightOf[indices[entry]!]!;
    }
    scaleToUnit(values.subarray(indptr[row], indptr[row + 1]));
  }
  return { rows: documentCount, cols: terms.length, indptr, indices, values };
}

/** The counts of the words of each document, phrases left out: they are made of them. */
function documentLengths(
  { counts, documentCount }: Vocabulary,
  isPhrase: readonly boolean[],
): Float64Array {
  const lengths = new Float64Array(documentCount);
  for (let row = 0; row < documentCount; row++) {
    for (let entry = counts.indptr[row]!; entry < counts.indptr[row + 1]!; entry++) {
      if (!isPhrase[counts.indices[entry]!]!) lengths[row]! += counts.counts[entry]!;
    }
  }
  return lengths;
}

/** ln(1 + (n - df + ½) / (df + ½)) for each term, above 0 even where every document has it. */
export function inverseDocumentFrequency(
  documentFrequency: Uint32Array,
  documentCount: number,
): Float64Array {
  return Float64Array.from(documentFrequency, (df) =>
    Math.log(1 + (documentCount - df + 0.5) / (df + 0.5)),
  );
}
