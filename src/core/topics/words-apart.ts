import type { Vocabulary } from '../text/vocabulary.ts';
import { mention } from './topic-term-counts.ts';

/** Words that stand apart say half as much as the phrase. */
const APART = 0.5;

/**
 * How much the papers of each topic are about phrases whose words they say, though not together ("we
 * segment images" for "image segmentation"): half of the `mention` of the rarer word, less that of the
 * phrase itself. `columns` are terms of two words; topics × columns, row-major. Of a phrase with a word
 * that is no term of its own nothing is known: 0.
 */
export function mentionsApart(
  { terms, counts: { indptr, indices, counts } }: Vocabulary,
  topicOf: Uint32Array,
  topicCount: number,
  columns: readonly number[],
): Float64Array {
  const phrases = phrasesByFirstWord(terms, columns);
  const sums = new Float64Array(topicCount * columns.length);
  const mentions = new Float32Array(terms.length);
  topicOf.forEach((topic, row) => {
    const first = indptr[row]!;
    const end = indptr[row + 1]!;
    for (let at = first; at < end; at++) mentions[indices[at]!] = mention(counts[at]!);
    for (let at = first; at < end; at++) {
      const starting = phrases[indices[at]!];
      if (starting === undefined) continue;
      for (const { second, column, place } of starting) {
        const both = APART * Math.min(mentions[indices[at]!]!, mentions[second]!);
        sums[topic * columns.length + place]! += Math.max(0, both - mentions[column]!);
      }
    }
    for (let at = first; at < end; at++) mentions[indices[at]!] = 0;
  });
  return sums;
}

interface Phrase {
  readonly second: number;
  readonly column: number;
  /** Among the columns that are asked for. */
  readonly place: number;
}

/** The phrases by the column of their first word. */
function phrasesByFirstWord(
  terms: readonly string[],
  columns: readonly number[],
): (Phrase[] | undefined)[] {
  const columnOf = new Map(terms.map((term, column) => [term, column]));
  const phrases: (Phrase[] | undefined)[] = Array.from({ length: terms.length }, () => undefined);
  columns.forEach((column, place) => {
    const [first, second] = terms[column]!.split(' ').map((word) => columnOf.get(word));
    if (first === undefined || second === undefined) return;
    (phrases[first] ??= []).push({ second, column, place });
  });
  return phrases;
}
