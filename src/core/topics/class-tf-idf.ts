import type { SparseMatrix } from './sparse-matrix.ts';
import type { TopicTermCounts } from './topic-term-counts.ts';

/**
 * c-TF-IDF, topics × terms: tf(t, c) · ln(1 + A / f(t)), where tf is the share of term t among the
 * terms of topic c, f(t) the count of t in all topics, and A the mean count of terms per topic
 * (Grootendorst 2022, "BERTopic", arXiv:2203.05794, equation 2, with tf scaled by the topic's size
 * so that topics can be compared). The entries are those of `counts`, whose arrays it shares.
 */
export function classTfIdf({ rows, cols, indptr, indices, counts }: TopicTermCounts): SparseMatrix {
  const frequency = new Float64Array(cols);
  const totals = new Float64Array(rows);
  for (let topic = 0; topic < rows; topic++) {
    for (let entry = indptr[topic]!; entry < indptr[topic + 1]!; entry++) {
      frequency[indices[entry]!]! += counts[entry]!;
      totals[topic]! += counts[entry]!;
    }
  }
  const mean = totals.reduce((sum, total) => sum + total, 0) / rows;
  const values = new Float32Array(counts.length);
  for (let topic = 0; topic < rows; topic++) {
    for (let entry = indptr[topic]!; entry < indptr[topic + 1]!; entry++) {
      const rarity = Math.log(1 + mean / frequency[indices[entry]!]!);
      values[entry] = (counts[entry]! / totals[topic]!) * rarity;
    }
  }
  return { rows, cols, indptr, indices, values };
}
