import type { Vocabulary } from '../text/vocabulary.ts';
import type { WrittenPaper } from '../text/written-forms.ts';
import { type ScoredColumn, tellingColumns, topicalTerms, writeTerms } from './telling-terms.ts';
import { countTopicTerms, membersOf, type TopicTermCounts } from './topic-term-counts.ts';

/** What two topics have in common and what parts them, as terms in their written form. */
export interface TopicComparison {
  /** Terms that weigh much in both. */
  readonly joined: readonly string[];
  /** Terms that weigh more in the first, and those that weigh more in the second. */
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

const TERMS = 3;

/**
 * Compares pairs of topics by their terms. A term weighs in a topic as much as its papers are about it on
 * average (see `mention`), times its inverse document frequency; it joins by the lesser of its two
 * weights and parts by their difference.
 */
export function compareTopics(
  pairs: readonly (readonly [number, number])[],
  vocabulary: Vocabulary,
  topicOf: Uint32Array,
  topicCount: number,
  papers: readonly WrittenPaper[],
): TopicComparison[] {
  const members = membersOf(topicOf, topicCount);
  const counts = countTopicTerms(vocabulary, members);
  const topical = topicalTerms(vocabulary, counts, members);
  const weights = Array.from({ length: topicCount }, (_, topic) => {
    const size = members.indptr[topic + 1]! - members.indptr[topic]!;
    return weightsOf(counts, topic, size, vocabulary);
  });
  const lists = pairs.flatMap(([first, second]) => {
    const both = pairedWeights(weights, first, second);
    const by = (scoreOf: (pair: PairedWeight) => number) =>
      tellingColumns(
        vocabulary,
        topical,
        both.map((pair) => ({ column: pair.column, score: scoreOf(pair) })),
        TERMS,
      );
    return [
      by(({ left, right }) => Math.min(left, right)),
      by(({ left, right }) => left - right),
      by(({ left, right }) => right - left),
    ];
  });
  const written = writeTerms(lists, vocabulary, papers, TERMS);
  return pairs.map((_, at) => ({
    joined: written[at * 3]!,
    onlyFirst: written[at * 3 + 1]!,
    onlySecond: written[at * 3 + 2]!,
  }));
}

/** The terms of a topic by weight, ascending by column. */
function weightsOf(
  { indptr, indices, mentions }: TopicTermCounts,
  topic: number,
  papers: number,
  { documentCount, documentFrequency }: Vocabulary,
): ScoredColumn[] {
  const weights: ScoredColumn[] = [];
  for (let entry = indptr[topic]!; entry < indptr[topic + 1]!; entry++) {
    const column = indices[entry]!;
    const rarity = Math.log(documentCount / documentFrequency[column]!);
    weights.push({ column, score: (mentions[entry]! / papers) * rarity });
  }
  return weights;
}

interface PairedWeight {
  readonly column: number;
  readonly left: number;
  readonly right: number;
}

/** The weights of two topics, joined by column. */
function pairedWeights(
  weights: readonly (readonly ScoredColumn[])[],
  first: number,
  second: number,
): PairedWeight[] {
  const rightOf = new Map(weights[second]!.map(({ column, score }) => [column, score]));
  const paired = weights[first]!.map(({ column, score: left }) => {
    const right = rightOf.get(column) ?? 0;
    rightOf.delete(column);
    return { column, left, right };
  });
  return [...paired, ...[...rightOf].map(([column, right]) => ({ column, left: 0, right }))];
}
