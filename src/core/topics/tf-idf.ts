import type { Vocabulary } from '../text/vocabulary.ts';
import { scaleToUnit, type SparseMatrix } from './sparse-matrix.ts';

/**
 * TF-IDF, documents × terms: (1 + ln tf) · idf with the smoothed idf of `inverseDocumentFrequency`,
 * rows scaled to length 1 (Manning, Raghavan, Schütze 2008, "Introduction to Information
 * Retrieval", 6.4). A document without terms has an empty row.
 */
export function tfIdf(vocabulary: Vocabulary): SparseMatrix {
  const { terms, documentCount } = vocabulary;
  const { indptr, indices, counts } = vocabulary.counts;
  const idf = inverseDocumentFrequency(vocabulary.documentFrequency, documentCount);
  // Not by Float32Array.from, which makes a list of all numbers first.
  const values = new Float32Array(counts.length);
  for (let entry = 0; entry < counts.length; entry++) {
    values[entry] = (1 + Math.log(counts[entry]!)) * idf[indices[entry]!]!;
  }
  for (let row = 0; row < documentCount; row++) {
    scaleToUnit(values.subarray(indptr[row], indptr[row + 1]));
  }
  return { rows: documentCount, cols: terms.length, indptr, indices, values };
}

/** ln((1 + n) / (1 + df)) + 1 for each term, as if one more document held every term. */
export function inverseDocumentFrequency(
  documentFrequency: Uint32Array,
  documentCount: number,
): Float64Array {
  return Float64Array.from(documentFrequency, (df) => Math.log((1 + documentCount) / (1 + df)) + 1);
}
