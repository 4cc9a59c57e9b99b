import { porterStem, splitWords } from '../text/natural.ts';
import { academicStems, genericStems } from '../text/stop-words.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { type WrittenForm, type WrittenPaper, writtenForms } from '../text/written-forms.ts';
import { type DenseMatrix, zeros } from './sparse-matrix.ts';

/** A term in its written form with its c-TF-IDF weight in the topic. */
export interface TopicTerm {
  readonly term: string;
  /** The same as the vocabulary has it: stems joined by a space. */
  readonly stems: string;
  readonly weight: number;
}

/** What a topic is called, and the terms that set it apart, heaviest first. */
export interface TopicLabel {
  readonly label: string;
  readonly terms: readonly TopicTerm[];
}

const TERMS_PER_TOPIC = 10;
const CANDIDATES_PER_TOPIC = 60;
/** A phrase says more than a word, but is counted less often. */
const PHRASE_BONUS = 5;
/** A term that fewer of a topic's papers have names something smaller, however often they say it. */
const LEAST_SPREAD = 0.04;
/** A lone word that more than this share of the papers has names no topic. */
const COMMON_SHARE = 0.2;
/** In a collection smaller than this, shares of papers tell nothing. */
const SMALL_COLLECTION = 50;

/** A term that mostly goes on to another word ("pre-trained …") is no name. */
const LEAST_HEAD_SHARE = 0.5;

/**
 * Names each topic by the one or two terms that weigh more in it than in any other (c-TF-IDF,
 * phrases first), in the form in which the papers write them: "Diffusion models and image
 * generation". No two labels are alike. `weights` is topics × terms; `topicOf` and `papers` are in the
 * order of the vocabulary's documents.
 */
export function labelTopics(
  vocabulary: Vocabulary,
  weights: DenseMatrix,
  topicOf: Uint32Array,
  papers: readonly WrittenPaper[],
): TopicLabel[] {
  const spread = spreadInTopics(vocabulary, weights, topicOf);
  const candidates = Array.from({ length: weights.rows }, (_, topic) =>
    rankTerms(vocabulary, weights, spread, topic),
  );
  const columns = new Set(candidates.flat());
  const forms = writtenForms(new Set([...columns].map((c) => vocabulary.terms[c]!)), papers);
  const taken = new Set<string>();
  return candidates.map((ranked, topic) => {
    const weightOf = (column: number) => weights.values[topic * weights.cols + column]!;
    const headShare = (column: number) => forms.get(vocabulary.terms[column]!)!.headShare;
    const heads = ranked.filter((column) => headShare(column) >= LEAST_HEAD_SHARE);
    const distinct = withoutOverlap(heads.length > 0 ? heads : ranked, vocabulary, forms);
    const own = distinct.filter((column) => isHeaviestIn(weights, topic, column));
    const label = composeLabel(own.length > 0 ? own : distinct, vocabulary, forms, taken);
    const terms = distinct.slice(0, TERMS_PER_TOPIC).map((column) => ({
      term: forms.get(vocabulary.terms[column]!)!.form,
      stems: vocabulary.terms[column]!,
      weight: weightOf(column),
    }));
    return { label, terms: terms.sort((a, b) => b.weight - a.weight) };
  });
}

/** The share of a topic's papers that have each term: topics × terms. */
function spreadInTopics(
  vocabulary: Vocabulary,
  weights: DenseMatrix,
  topicOf: Uint32Array,
): DenseMatrix {
  const spread = zeros(weights.rows, weights.cols);
  const sizes = new Uint32Array(weights.rows);
  const { indptr, indices } = vocabulary.counts;
  topicOf.forEach((topic, paper) => {
    sizes[topic]! += 1;
    const columns = indices.subarray(indptr[paper], indptr[paper + 1]);
    for (const column of columns) spread.values[topic * spread.cols + column]! += 1;
  });
  sizes.forEach((size, topic) => {
    const row = spread.values.subarray(topic * spread.cols, (topic + 1) * spread.cols);
    for (let column = 0; column < row.length; column++) row[column]! /= size;
  });
  return spread;
}

/** The columns that may name a topic, best first. */
function rankTerms(
  vocabulary: Vocabulary,
  weights: DenseMatrix,
  spread: DenseMatrix,
  topic: number,
): number[] {
  const score = (column: number) => {
    const bonus = vocabulary.terms[column]!.includes(' ') ? PHRASE_BONUS : 1;
    return bonus * weights.values[topic * weights.cols + column]!;
  };
  return [...vocabulary.terms.keys()]
    .filter((column) => score(column) > 0 && mayName(vocabulary, column))
    .filter((column) => spread.values[topic * spread.cols + column]! >= LEAST_SPREAD)
    .sort((a, b) => score(b) - score(a) || a - b)
    .slice(0, CANDIDATES_PER_TOPIC);
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

/** Leaves out a term that a better one already says: part of it, or short for it ("RL"). */
function withoutOverlap(
  ranked: readonly number[],
  vocabulary: Vocabulary,
  forms: ReadonlyMap<string, WrittenForm>,
): number[] {
  const said: { stems: Set<string>; form: string }[] = [];
  return ranked.filter((column) => {
    const { form } = forms.get(vocabulary.terms[column]!)!;
    const stems = new Set(stemsOfForm(form));
    const overlaps = said.some(
      (other) =>
        other.stems.isSupersetOf(stems) ||
        other.stems.isSubsetOf(stems) ||
        isShortFor(form, other.form) ||
        isShortFor(other.form, form),
    );
    if (!overlaps) said.push({ stems, form });
    return !overlaps;
  });
}

/** Whether an acronym, singular or plural, has the initials of a phrase: "MDPs". */
function isShortFor(acronym: string, phrase: string): boolean {
  const initials = wordsOf(phrase).map((word) => word.charAt(0));
  return initials.length > 1 && acronym.toLowerCase().replace(/s$/, '') === initials.join('');
}

function stemsOfForm(form: string): string[] {
  return wordsOf(form).map(porterStem);
}

function wordsOf(form: string): string[] {
  return splitWords(form.toLowerCase());
}

function isHeaviestIn(weights: DenseMatrix, topic: number, column: number): boolean {
  const own = weights.values[topic * weights.cols + column]!;
  for (let other = 0; other < weights.rows; other++) {
    const weight = weights.values[other * weights.cols + column]!;
    if (weight > own || (weight === own && other < topic)) return false;
  }
  return true;
}

/** "A and b" from the two best terms that share no word; more terms only where that is taken. */
function composeLabel(
  columns: readonly number[],
  vocabulary: Vocabulary,
  forms: ReadonlyMap<string, WrittenForm>,
  taken: Set<string>,
): string {
  const chosen: string[] = [];
  const said = new Set<string>();
  for (const column of columns) {
    const form = forms.get(vocabulary.terms[column]!)!.form;
    const stems = stemsOfForm(form);
    if (stems.some((stem) => said.has(stem))) continue;
    for (const stem of stems) said.add(stem);
    chosen.push(form);
    if (chosen.length >= 2 && !taken.has(joinLabel(chosen))) break;
  }
  const label = numberUntilFree(chosen.length > 0 ? joinLabel(chosen) : 'Other papers', taken);
  taken.add(label);
  return label;
}

function joinLabel(forms: readonly string[]): string {
  const list =
    forms.length < 2 ? forms.join('') : `${forms.slice(0, -1).join(', ')} and ${forms.at(-1)!}`;
  return list.charAt(0).toUpperCase() + list.slice(1);
}

function numberUntilFree(label: string, taken: ReadonlySet<string>): string {
  let free = label;
  for (let number = 2; taken.has(free); number++) free = `${label} (${number})`;
  return free;
}
