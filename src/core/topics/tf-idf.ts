import type { Vocabulary } from '../text/vocabulary.ts';
import { scaleToUnit, type SparseMatrix } from './sparse-matrix.ts';

/**
 * TF-IDF, documents × terms: (1 + ln tf) · idf with the smoothed idf of `inverseDocumentFrequency`,
 * rows scaled to length 1 (Manning, Raghavan, Schütze 2008, "Introduction to Information
 * Retrieval", 6.4). A document without terms has an empty row.
 */
export function tfIdf(vocabulary: Vocabulary): SparseMatrix {
  const { documents, terms } = vocabulary;
  const idf = inverseDocumentFrequency(vocabulary.documentFrequency, documents.length);
  const indptr = new Uint32Array(documents.length + 1);
  documents.forEach((document, row) => {
    indptr[row + 1] = indptr[row]! + document.columns.length;
  });
  const indices = new Uint32Array(indptr[documents.length]!);
  const values = new Float64Array(indices.length);
  documents.forEach(({ columns, counts }, row) => {
    const start = indptr[row]!;
    indices.set(columns, start);
    for (let i = 0; i < columns.length; i++) {
      values[start + i] = (1 + Math.log(counts[i]!)) * idf[columns[i]!]!;
    }
    scaleToUnit(values.subarray(start, indptr[row + 1]));
  });
  return { rows: documents.length, cols: terms.length, indptr, indices, values };
}

/** ln((1 + n) / (1 + df)) + 1 for each term, as if one more document held every term. */
export function inverseDocumentFrequency(
  documentFrequency: Uint32Array,
  documentCount: number,
): Float64Array {
  return Float64Array.from(documentFrequency, (df) => Math.log((1 + documentCount) / (1 + df)) + 1);
}
