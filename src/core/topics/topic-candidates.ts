import { academicStems, genericStems } from '../text/stop-words.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { tellingPapers } from '../text/telling-papers.ts';
import { type WrittenForm, type WrittenPaper, writtenForms } from '../text/written-forms.ts';
import { classTfIdf } from './class-tf-idf.ts';
import { fitOf, type Mentions } from './label-coverage.ts';
import { isVague } from './label-words.ts';
import type { SparseMatrix } from './sparse-matrix.ts';
import {
  countTopicTerms,
  forEachEntry,
  membersOf,
  mention,
  type TopicTermCounts,
  type TopicMembers,
} from './topic-term-counts.ts';
import { mentionsApart } from './words-apart.ts';

/** A term that may stand in a topic's label or list. */
export interface Candidate extends Mentions {
  /** As papers write it. */
  readonly form: string;
  /** As the vocabulary has it. */
  readonly stems: string;
  /** c-TF-IDF. */
  readonly weight: number;
  /** Its weight by the greatest that it has in any topic, above 0 to 1. */
  readonly ownership: number;
  /** How much the topic's papers are about the rarest of its words, 0 to 1, for a word that each says once. */
  readonly wordShare: number;
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
  const apartOf = wordsApart(vocabulary, topicOf, topicCount, columns);
  const terms = new Set([...columns].map((column) => vocabulary.terms[column]!));
  const forms = writtenForms(terms, papers, tellingPapers(terms, vocabulary));
  const greatest = columnMaxima(weights);
  const columnOf = new Map(vocabulary.terms.map((term, column) => [term, column]));
  return entries.map((list, topic) => {
    const formOf = (entry: number) => forms.get(vocabulary.terms[counts.indices[entry]!]!)!;
    const usable = withHeads(list, formOf);
    const named = usable.map((entry) => counts.indices[entry]!);
    const rows = memberRows(vocabulary, members, topic, named);
    const wordShare = wordShares(counts, columnOf, topic, rows[0]?.length ?? 0);
    return usable.map((entry, at): Candidate => {
      const column = counts.indices[entry]!;
      return {
        form: formOf(entry).form,
        stems: vocabulary.terms[column]!,
        weight: weights.values[entry]!,
        ownership: weights.values[entry]! / greatest[column]!,
        members: rows[at]!,
        outside: Math.max(0, totals[column]! - counts.mentions[entry]!),
        wordShare: wordShare(vocabulary.terms[column]!),
        apart: apartOf(topic, column),
      };
    });
  });
}

/** Of terms the share of a topic's papers with their rarest word: see `Candidate`. */
function wordShares(
  { indptr, indices, mentions }: TopicTermCounts,
  columnOf: ReadonlyMap<string, number>,
  topic: number,
  papers: number,
): (term: string) => number {
  const columns = indices.subarray(indptr[topic], indptr[topic + 1]);
  const shareOf = (word: string) => {
    const column = columnOf.get(word);
    // Words of too many papers are no terms.
    if (column === undefined) return 1;
    const at = lowerBound(columns, column);
    return columns[at] === column ? (2 * mentions[indptr[topic]! + at]!) / papers : 0;
  };
  return (term) => Math.min(1, ...term.split(' ').map(shareOf));
}

/** Place of the first value that is not below a bound, in ascending ones. */
function lowerBound(values: Uint32Array, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much the papers of a topic, and of others, say the words of a column's term apart. */
function wordsApart(
  vocabulary: Vocabulary,
  topicOf: Uint32Array,
  topicCount: number,
  columns: ReadonlySet<number>,
): (topic: number, column: number) => Candidate['apart'] {
  const phrases = [...columns].filter((column) => vocabulary.terms[column]!.includes(' '));
  const placeOf = new Map(phrases.map((column, place) => [column, place]));
  const sums = mentionsApart(vocabulary, topicOf, topicCount, phrases);
  const totals = new Float64Array(phrases.length);
  sums.forEach((sum, at) => (totals[at % phrases.length]! += sum));
  return (topic, column) => {
    const place = placeOf.get(column);
    if (place === undefined) return { inside: 0, outside: 0 };
    const inside = sums[topic * phrases.length + place]!;
    return { inside, outside: Math.max(0, totals[place]! - inside) };
  };
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
  const fit = (entry: number) => {
    const inside = mentions[entry]!;
    const outside = Math.max(0, totals[indices[entry]!]! - inside);
    return bonus(entry) * fitOf({ inside, outside }, papers);
  };
  const best = (score: (entry: number) => number, most: number) =>
    entries.toSorted((a, b) => score(b) - score(a) || a - b).slice(0, most);
  const chosen = new Set([...best(weight, BY_WEIGHT), ...best(fit, BY_FIT)]);
  return [...chosen].sort((a, b) => weight(b) - weight(a) || a - b);
}

/** Whether a term may tell a topic from others: not one of words that stand in papers of any kind. */
export function mayName(vocabulary: Vocabulary, column: number): boolean {
  const stems = vocabulary.terms[column]!.split(' ');
  if (stems.some((stem) => academicStems.has(stem))) return false;
  const term = vocabulary.terms[column]!;
  if (stems.every((stem) => genericStems.has(stem)) && (stems.length === 1 || isVague(term)))
    return false;
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
