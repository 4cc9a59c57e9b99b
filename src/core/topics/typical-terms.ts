import type { Vocabulary } from '../text/vocabulary.ts';
import type { WrittenPaper } from '../text/written-forms.ts';
import { type ScoredColumn, tellingColumns, topicalTerms, writeTerms } from './telling-terms.ts';
import { countTopicTerms, membersOf, type TopicTermCounts } from './topic-term-counts.ts';

/** The papers of topics over time, in the order of the vocabulary's documents. */
export interface PeriodTask {
  readonly vocabulary: Vocabulary;
  readonly papers: readonly WrittenPaper[];
  readonly topicOf: Uint32Array;
  readonly topicCount: number;
  /** Period of each paper, below `periodCount`; -1 for none. */
  readonly periodOf: Int32Array;
  readonly periodCount: number;
}

const TERMS = 3;
/** A term of fewer papers is that of a paper: of two that say it once each the mentions are 1. */
const LEAST_MENTIONS = 1;
/**
 * Expected beside what the topic leads to expect: without it what is hardly ever said, and twice by chance,
 * would come before what many papers say.
 */
const PRIOR_MENTIONS = 1;
/** Standard deviations above what is expected. */
const LEAST_SURPRISE = 0.5;

/**
 * For each topic and period up to three terms that its papers of that time say more than the topic's
 * papers do at all times, in their written form: those of greatest (m - e) / sqrt(e + 1), with m how much the
 * papers are about the term (see `mention`) and e what they would be at the topic's average.
 */
export function typicalTerms(task: PeriodTask): string[][][] {
  const { vocabulary, papers, topicOf, topicCount, periodOf, periodCount } = task;
  const members = membersOf(topicOf, topicCount);
  const topics = countTopicTerms(vocabulary, members);
  const topical = topicalTerms(vocabulary, topics, members);
  // Papers without a period share a last one of their topic, which is not looked at.
  const groupOf = topicOf.map((topic, row) => {
    const period = periodOf[row]!;
    return topic * (periodCount + 1) + (period < 0 ? periodCount : period);
  });
  const groupCount = topicCount * (periodCount + 1);
  const periods = membersOf(groupOf, groupCount);
  const groups = countTopicTerms(vocabulary, periods);
  const average = new Float64Array(vocabulary.terms.length);
  const lists: number[][] = [];
  for (let topic = 0; topic < topicCount; topic++) {
    setAverage(average, topics, topic, members.indptr[topic + 1]! - members.indptr[topic]!);
    for (let period = 0; period < periodCount; period++) {
      const group = topic * (periodCount + 1) + period;
      const scored = surprises(
        groups,
        group,
        periods.indptr[group + 1]! - periods.indptr[group]!,
        average,
      );
      lists.push(tellingColumns(vocabulary, topical, scored, TERMS));
    }
  }
  const written = writeTerms(lists, vocabulary, papers, TERMS);
  return Array.from({ length: topicCount }, (_, topic) =>
    written.slice(topic * periodCount, (topic + 1) * periodCount),
  );
}

/** How much a paper of the topic is about each of its terms, on average; other places keep what they have. */
function setAverage(
  average: Float64Array,
  { indptr, indices, mentions }: TopicTermCounts,
  topic: number,
  papers: number,
): void {
  for (let entry = indptr[topic]!; entry < indptr[topic + 1]!; entry++) {
    average[indices[entry]!] = mentions[entry]! / papers;
  }
}

function surprises(
  { indptr, indices, mentions }: TopicTermCounts,
  group: number,
  papers: number,
  average: Float64Array,
): ScoredColumn[] {
  const scored: ScoredColumn[] = [];
  for (let entry = indptr[group]!; entry < indptr[group + 1]!; entry++) {
    if (mentions[entry]! < LEAST_MENTIONS) continue;
    const column = indices[entry]!;
    const expected = average[column]! * papers;
    const score = (mentions[entry]! - expected) / Math.sqrt(expected + PRIOR_MENTIONS);
    if (score >= LEAST_SURPRISE) scored.push({ column, score });
  }
  return scored;
}
