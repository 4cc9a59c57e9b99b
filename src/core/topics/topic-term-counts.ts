import type { Vocabulary } from '../text/vocabulary.ts';

/** How much each topic's papers say each term, in compressed sparse rows, one row a topic. */
export interface TopicTermCounts {
  /** Topics. */
  readonly rows: number;
  /** Terms of the vocabulary. */
  readonly cols: number;
  /** Length rows + 1. */
  readonly indptr: Uint32Array;
  /** Column of each entry, ascending within a row. */
  readonly indices: Uint32Array;
  /** Sum of the counts in the topic's papers. */
  readonly counts: Float32Array;
  /** Sum over the topic's papers of how much each is about the term: see `mention`. */
  readonly mentions: Float32Array;
}

/** The papers of each topic, ascending: topic i has `rows[indptr[i]]` to `rows[indptr[i + 1] - 1]`. */
export interface TopicMembers {
  /** Length topics + 1. */
  readonly indptr: Uint32Array;
  readonly rows: Uint32Array;
}

/**
 * How much a paper that says a term so often is about it: 0 for never, ½ for once, towards 1 the more
 * often. A term in passing stands in one sentence, the subject of a paper in its title and in several.
 */
export function mention(count: number): number {
  return count / (count + 1);
}

/** The papers by topic, from the topic of each. */
export function membersOf(topicOf: Uint32Array, topicCount: number): TopicMembers {
  const indptr = new Uint32Array(topicCount + 1);
  for (const topic of topicOf) indptr[topic + 1]! += 1;
  for (let topic = 0; topic < topicCount; topic++) indptr[topic + 1]! += indptr[topic]!;
  const next = indptr.slice();
  const rows = new Uint32Array(topicOf.length);
  topicOf.forEach((topic, row) => {
    rows[next[topic]!++] = row;
  });
  return { indptr, rows };
}

/** Counts the terms of each topic: memory goes with the entries, not with topics × terms. */
export function countTopicTerms(vocabulary: Vocabulary, members: TopicMembers): TopicTermCounts {
  const topics = members.indptr.length - 1;
  const cols = vocabulary.terms.length;
  const indptr = startsOfTopics(vocabulary, members);
  const indices = new Uint32Array(indptr[topics]!);
  const counts = new Float32Array(indices.length);
  const mentions = new Float32Array(indices.length);
  const countOf = new Float64Array(cols);
  const mentionOf = new Float64Array(cols);
  for (let topic = 0; topic < topics; topic++) {
    let end = indptr[topic]!;
    forEachEntry(vocabulary, members, topic, (column, count) => {
      if (countOf[column] === 0) indices[end++] = column;
      countOf[column]! += count;
      mentionOf[column]! += mention(count);
    });
    indices.subarray(indptr[topic], end).sort();
    for (let entry = indptr[topic]!; entry < end; entry++) {
      const column = indices[entry]!;
      counts[entry] = countOf[column]!;
      mentions[entry] = mentionOf[column]!;
      countOf[column] = 0;
      mentionOf[column] = 0;
    }
  }
  return { rows: topics, cols, indptr, indices, counts, mentions };
}

/** Where the entries of each topic start: one a topic and term. */
function startsOfTopics(vocabulary: Vocabulary, members: TopicMembers): Uint32Array {
  const indptr = new Uint32Array(members.indptr.length);
  const seenIn = new Int32Array(vocabulary.terms.length).fill(-1);
  for (let topic = 0; topic + 1 < indptr.length; topic++) {
    let distinct = 0;
    forEachEntry(vocabulary, members, topic, (column) => {
      if (seenIn[column] === topic) return;
      seenIn[column] = topic;
      distinct += 1;
    });
    indptr[topic + 1] = indptr[topic]! + distinct;
  }
  return indptr;
}

/** Visits each paper and term of a topic; `member` is the place of the paper within the topic. */
export function forEachEntry(
  { counts: { indptr, indices, counts } }: Vocabulary,
  members: TopicMembers,
  topic: number,
  visit: (column: number, count: number, member: number) => void,
): void {
  const first = members.indptr[topic]!;
  for (let at = first; at < members.indptr[topic + 1]!; at++) {
    const row = members.rows[at]!;
    for (let entry = indptr[row]!; entry < indptr[row + 1]!; entry++) {
      visit(indices[entry]!, counts[entry]!, at - first);
    }
  }
}
