import type { Vocabulary } from '../text/vocabulary.ts';
import { type DenseMatrix, zeros } from './sparse-matrix.ts';

/**
 * c-TF-IDF, topics × terms: tf(t, c) · ln(1 + A / f(t)), where tf is the share of term t among the
 * terms of topic c, f(t) the count of t in all topics, and A the mean count of terms per topic
 * (Grootendorst 2022, "BERTopic", arXiv:2203.05794, equation 2, with tf scaled by the topic's size
 * so that topics can be compared).
 */
export function classTfIdf(
  vocabulary: Vocabulary,
  topicOf: Uint32Array,
  topicCount: number,
): DenseMatrix {
  const columns = vocabulary.terms.length;
  const weights = zeros(topicCount, columns);
  const frequency = new Float64Array(columns);
  const topicTotals = new Float64Array(topicCount);
  const { indptr, indices, counts } = vocabulary.counts;
  for (let document = 0; document < vocabulary.documentCount; document++) {
    const topic = topicOf[document]!;
    for (let entry = indptr[document]!; entry < indptr[document + 1]!; entry++) {
      const column = indices[entry]!;
      const count = counts[entry]!;
      weights.values[topic * columns + column]! += count;
      frequency[column]! += count;
      topicTotals[topic]! += count;
    }
  }
  const mean = topicTotals.reduce((sum, total) => sum + total, 0) / topicCount;
  for (let topic = 0; topic < topicCount; topic++) {
    for (let column = 0; column < columns; column++) {
      const at = topic * columns + column;
      if (weights.values[at] === 0) continue;
      weights.values[at]! *= Math.log(1 + mean / frequency[column]!) / topicTotals[topic]!;
    }
  }
  return weights;
}
