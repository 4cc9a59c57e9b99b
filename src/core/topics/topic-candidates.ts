import { academicStems, genericStems } from '../text/stop-words.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { tellingPapers } from '../text/telling-papers.ts';
import { type WrittenForm, type WrittenPaper, writtenForms } from '../text/written-forms.ts';
import { classTfIdf } from './class-tf-idf.ts';
import type { SparseMatrix } from './sparse-matrix.ts';
import {
  countTopicTerms,
  forEachEntry,
  membersOf,
  mention,
  type TopicTermCounts,
  type TopicMembers,
} from './topic-term-counts.ts';

/** A term that may stand in a topic's label or list. */
export interface Candidate {
  /** As papers write it. */
  readonly form: string;
  /** As the vocabulary has it. */
  readonly stems: string;
  /** c-TF-IDF. */
  readonly weight: number;
  /** Its weight by the greatest that it has in any topic, above 0 to 1. */
  readonly ownership: number;
  /** How much each paper of the topic is about the term (`mention`), in the order of the papers. */
  readonly members: Float32Array;
  /** The sum of that over the papers of other topics. */
  readonly outside: number;
}

const BY_WEIGHT = 50;
const BY_FIT = 40;
/** A phrase says more than a word, but is counted less often. */
const PHRASE_BONUS = 4;
/** A term that papers are less about names something smaller than the topic. */
const LEAST_SHARE = 0.02;
/** A lone word that more than this share of the papers has names no topic. */
const COMMON_SHARE = 0.2;
/** In a collection smaller than this, shares of papers tell nothing. */
const SMALL_COLLECTION = 50;
/** A term that mostly goes on to another word ("pre-trained …") is no name. */
const LEAST_HEAD_SHARE = 0.5;

/**
 * The terms that may name each topic: those of greatest c-TF-IDF and those that tell its papers best
 * from others, in the order of c-TF-IDF with phrases first.
 */
export function topicCandidates(
  vocabulary: Vocabulary,
  topicOf: Uint32Array,
  topicCount: number,
  papers: readonly WrittenPaper[],
): Candidate[][] {
  const members = membersOf(topicOf, topicCount);
  const counts = countTopicTerms(vocabulary, members);
  const weights = classTfIdf(counts);
  const totals = columnSums(counts);
  const entries = Array.from({ length: topicCount }, (_, topic) => {
    const papersOfTopic = members.indptr[topic + 1]! - members.indptr[topic]!;
    return bestEntries(vocabulary, counts, weights, totals, { topic, papers: papersOfTopic });
  });
  const columns = new Set(entries.flatMap((list) => list.map((entry) => counts.indices[entry]!)));
  const terms = new Set([...columns].map((column) => vocabulary.terms[column]!));
  const forms = writtenForms(terms, papers, tellingPapers(terms, vocabulary));
  const greatest = columnMaxima(weights);
  return entries.map((list, topic) => {
    const formOf = (entry: number) => forms.get(vocabulary.terms[counts.indices[entry]!]!)!;
    const usable = withHeads(list, formOf);
    const named = usable.map((entry) => counts.indices[entry]!);
    const rows = memberRows(vocabulary, members, topic, named);
    return usable.map((entry, at): Candidate => {
      const column = counts.indices[entry]!;
      return {
        form: formOf(entry).form,
        stems: vocabulary.terms[column]!,
        weight: weights.values[entry]!,
        ownership: weights.values[entry]! / greatest[column]!,
        members: rows[at]!,
        outside: Math.max(0, totals[column]! - counts.mentions[entry]!),
      };
    });
  });
}

/** The entries of a topic's row that may name it. */
function bestEntries(
  vocabulary: Vocabulary,
  { indptr, indices, mentions }: TopicTermCounts,
  { values }: SparseMatrix,
  totals: Float64Array,
  { topic, papers }: { readonly topic: number; readonly papers: number },
): number[] {
  const entries: number[] = [];
  for (let entry = indptr[topic]!; entry < indptr[topic + 1]!; entry++) {
    if (mentions[entry]! < LEAST_SHARE * papers || !(values[entry]! > 0)) continue;
    if (mayName(vocabulary, indices[entry]!)) entries.push(entry);
  }
  const bonus = (entry: number) =>
    vocabulary.terms[indices[entry]!]!.includes(' ') ? PHRASE_BONUS : 1;
  const weight = (entry: number) => bonus(entry) * values[entry]!;
  const fit = (entry: number) =>
    bonus(entry) * fitOf(mentions[entry]!, totals[indices[entry]!]! - mentions[entry]!, papers);
  const best = (score: (entry: number) => number, most: number) =>
    entries.toSorted((a, b) => score(b) - score(a) || a - b).slice(0, most);
  const chosen = new Set([...best(weight, BY_WEIGHT), ...best(fit, BY_FIT)]);
  return [...chosen].sort((a, b) => weight(b) - weight(a) || a - b);
}

/**
 * How well a term tells the papers of a topic from others, 0 to 1: the F measure of precision and
 * recall (van Rijsbergen 1979), with precision twice as important (β = ½). `inside` and `outside` are
 * the sums of `mention` over the papers of the topic and over others.
 */
export function fitOf(inside: number, outside: number, papers: number): number {
  return (1.25 * inside) / (0.25 * papers + inside + Math.max(0, outside));
}

function mayName(vocabulary: Vocabulary, column: number): boolean {
  const stems = vocabulary.terms[column]!.split(' ');
  if (stems.some((stem) => academicStems.has(stem))) return false;
  if (stems.every((stem) => genericStems.has(stem))) return false;
  if (stems.length > 1) return true;
  const papers = vocabulary.documentCount;
  if (papers < SMALL_COLLECTION) return true;
  return vocabulary.documentFrequency[column]! <= COMMON_SHARE * papers;
}

/** Those whose terms end phrases, if there are any. */
function withHeads(
  entries: readonly number[],
  formOf: (entry: number) => WrittenForm,
): readonly number[] {
  const heads = entries.filter((entry) => formOf(entry).headShare >= LEAST_HEAD_SHARE);
  return heads.length > 0 ? heads : entries;
}

function memberRows(
  vocabulary: Vocabulary,
  members: TopicMembers,
  topic: number,
  columns: readonly number[],
): Float32Array[] {
  const papers = members.indptr[topic + 1]! - members.indptr[topic]!;
  const rows = new Map(columns.map((column) => [column, new Float32Array(papers)]));
  forEachEntry(vocabulary, members, topic, (column, count, member) => {
    const row = rows.get(column);
    if (row) row[member] = mention(count);
  });
  return columns.map((column) => rows.get(column)!);
}

function columnSums({ cols, indices, mentions }: TopicTermCounts): Float64Array {
  const sums = new Float64Array(cols);
  for (let entry = 0; entry < indices.length; entry++) sums[indices[entry]!]! += mentions[entry]!;
  return sums;
}

/** The greatest value of each column. */
function columnMaxima({ cols, indices, values }: SparseMatrix): Float32Array {
  const maxima = new Float32Array(cols);
  for (let entry = 0; entry < indices.length; entry++) {
    const column = indices[entry]!;
    maxima[column] = Math.max(maxima[column]!, values[entry]!);
  }
  return maxima;
}
