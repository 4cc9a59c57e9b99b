import { academicStems } from '../text/stop-words.ts';
import { buildVocabulary, type Vocabulary } from '../text/vocabulary.ts';
import { type WrittenPaper, writtenForms } from '../text/written-forms.ts';
import { type TopicCountTrial, chooseTopicCount } from './choose-topic-count.ts';
import { classTfIdf } from './class-tf-idf.ts';
import { type Clustering, kMeans } from './k-means.ts';
import { labelTopics, type TopicLabel } from './label-topics.ts';
import { relatedPapers } from './related-papers.ts';
import { type DenseMatrix, normalizeRows, type SparseMatrix, zeros } from './sparse-matrix.ts';
import { tfIdf } from './tf-idf.ts';
import { truncatedSvd } from './truncated-svd.ts';

/** A topic: its name, and its papers as rows, the most typical first. */
export interface Topic extends TopicLabel {
  readonly papers: readonly number[];
  /** Cosine of each of its papers with the centroid, in the order of `papers`. */
  readonly typicality: readonly number[];
  /** Other topics by cosine of the centroids, nearest first. */
  readonly neighbours: readonly { readonly topic: number; readonly score: number }[];
}

/** A paper near another, with the terms that they share as papers write them. */
export interface RelatedByTerms {
  readonly paper: number;
  readonly score: number;
  readonly shared: readonly string[];
}

/** The topics of a collection, largest first, and how they came about. */
export interface TopicModel {
  readonly topics: readonly Topic[];
  /** Topic of each paper. */
  readonly topicOf: readonly number[];
  /** For each paper those nearest to it. */
  readonly related: readonly (readonly RelatedByTerms[])[];
  readonly report: TopicReport;
}

/** The model's own numbers, for the log and the About page. */
export interface TopicReport {
  readonly terms: number;
  readonly dimensions: number;
  readonly restarts: number;
  readonly seed: number;
  /** What was tried; empty where the operator set the number of topics. */
  readonly trials: readonly TopicCountTrial[];
}

/** The number of topics, or `auto` for that which the data suggest; and the seed of all chance. */
export interface TopicOptions {
  readonly topics: 'auto' | number;
  readonly seed: number;
}

const RELATED_PAPERS = 8;
const SHARED_TERMS = 5;
const NEIGHBOURING_TOPICS = 4;

/**
 * From the text of papers to topics: terms → TF-IDF → truncated SVD, unit rows → k-means → labels
 * from c-TF-IDF. Same papers in the same order and same seed, same result. A number of topics beyond
 * the number of papers is lowered to it. Throws RangeError where there is no paper.
 */
export function modelTopics(papers: readonly WrittenPaper[], options: TopicOptions): TopicModel {
  if (papers.length === 0) throw new RangeError('at least one paper, got none');
  const vocabulary = buildVocabulary(papers.map(({ title, abstract }) => `${title}.\n${abstract}`));
  const matrix = tfIdf(vocabulary);
  const rows = reduce(matrix, options);
  const restarts = (k: number) => affordableRestarts(rows, k);
  const { clustering, trials } =
    options.topics === 'auto'
      ? chooseTopicCount(rows, restarts, options.seed)
      : { clustering: kMeansAtMost(rows, options.topics, restarts, options.seed), trials: [] };
  const { topicOf, centroids } = largestFirst(clustering);
  const weights = classTfIdf(vocabulary, topicOf, centroids.rows);
  const labels = labelTopics(vocabulary, weights, topicOf, papers);
  return {
    topics: labels.map((label, topic) => describeTopic(label, topic, rows, topicOf, centroids)),
    topicOf: [...topicOf],
    related: describeRelated(
      vocabulary,
      papers,
      relatedPapers(matrix, RELATED_PAPERS, SHARED_TERMS * 3),
    ),
    report: {
      terms: vocabulary.terms.length,
      dimensions: rows.cols,
      restarts: restarts(centroids.rows),
      seed: options.seed,
      trials,
    },
  };
}

/**
 * LSA: unit rows in as many dimensions as the collection bears, half the root of its size; in a small
 * one, or for a set number of topics, as many as there may be topics, for k themes without a common
 * word span k dimensions.
 */
function reduce(matrix: SparseMatrix, { topics, seed }: TopicOptions): DenseMatrix {
  const root = Math.sqrt(matrix.rows);
  const mayBe = topics === 'auto' ? Math.min(8, root * 0.7) : topics;
  const dimensions = Math.min(100, Math.max(3, Math.round(Math.max(root / 2, mayBe))));
  if (matrix.cols === 0) return zeros(matrix.rows, 1);
  const rank = Math.min(dimensions, matrix.rows, matrix.cols);
  return normalizeRows(truncatedSvd(matrix, rank, seed).scores);
}

/** 20 restarts where they cost little, fewer where k-means is long: about 4 · 10⁸ multiply-adds. */
function affordableRestarts(rows: DenseMatrix, k: number): number {
  const iterations = 20;
  const oneRun = Math.min(rows.rows, 4000) * rows.cols * k * iterations;
  return Math.max(2, Math.min(20, Math.floor(4e8 / oneRun)));
}

function kMeansAtMost(
  rows: DenseMatrix,
  k: number,
  restarts: (k: number) => number,
  seed: number,
): Clustering {
  const most = Math.min(k, rows.rows);
  return kMeans(rows, most, { restarts: restarts(most), seed });
}

/** Numbers the clusters by size, so that the first topic is the largest. */
function largestFirst(clustering: Clustering): { topicOf: Uint32Array; centroids: DenseMatrix } {
  const { assignments, centroids } = clustering;
  const sizes = new Array<number>(centroids.rows).fill(0);
  for (const cluster of assignments) sizes[cluster]! += 1;
  const order = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const numberOf = new Uint32Array(order.length);
  order.forEach((cluster, number) => (numberOf[cluster] = number));
  const sorted = zeros(centroids.rows, centroids.cols);
  order.forEach((cluster, number) =>
    sorted.values.set(rowOf(centroids, cluster), number * sorted.cols),
  );
  return { topicOf: assignments.map((cluster) => numberOf[cluster]!), centroids: sorted };
}

function describeTopic(
  label: TopicLabel,
  topic: number,
  rows: DenseMatrix,
  topicOf: Uint32Array,
  centroids: DenseMatrix,
): Topic {
  const centroid = rowOf(centroids, topic);
  const typical = [...topicOf.keys()]
    .filter((paper) => topicOf[paper] === topic)
    .map((paper) => ({ paper, score: cosine(rowOf(rows, paper), centroid) }))
    .sort((a, b) => b.score - a.score || a.paper - b.paper);
  const neighbours = Array.from({ length: centroids.rows }, (_, other) => other)
    .filter((other) => other !== topic)
    .map((other) => ({ topic: other, score: cosine(rowOf(centroids, other), centroid) }))
    .sort((a, b) => b.score - a.score || a.topic - b.topic)
    .slice(0, NEIGHBOURING_TOPICS);
  return {
    ...label,
    papers: typical.map(({ paper }) => paper),
    typicality: typical.map(({ score }) => score),
    neighbours,
  };
}

function describeRelated(
  vocabulary: Vocabulary,
  papers: readonly WrittenPaper[],
  related: ReturnType<typeof relatedPapers>,
): RelatedByTerms[][] {
  const columns = new Set(related.flatMap((near) => near.flatMap((other) => other.sharedColumns)));
  const forms = writtenForms(new Set([...columns].map((c) => vocabulary.terms[c]!)), papers);
  return related.map((near) =>
    near.map(({ row, score, sharedColumns }) => {
      const terms = sharedColumns.map((column) => vocabulary.terms[column]!);
      return {
        paper: row,
        score,
        shared: tellingTerms(terms).map((term) => forms.get(term)!.form),
      };
    }),
  );
}

/** Leaves out words that a shared phrase already says, and, if others are left, academic ones. */
function tellingTerms(terms: readonly string[]): string[] {
  const inPhrase = new Set(
    terms.filter((term) => term.includes(' ')).flatMap((term) => term.split(' ')),
  );
  const distinct = terms.filter((term) => !inPhrase.has(term));
  const telling = distinct.filter(
    (term) => !term.split(' ').some((stem) => academicStems.has(stem)),
  );
  return (telling.length > 0 ? telling : distinct).slice(0, SHARED_TERMS);
}

function rowOf(matrix: DenseMatrix, row: number): Float64Array {
  return matrix.values.subarray(row * matrix.cols, (row + 1) * matrix.cols);
}

function cosine(left: Float64Array, right: Float64Array): number {
  let dot = 0;
  let leftSquare = 0;
  let rightSquare = 0;
  for (let i = 0; i < left.length; i++) {
    dot += left[i]! * right[i]!;
    leftSquare += left[i]! ** 2;
    rightSquare += right[i]! ** 2;
  }
  return leftSquare === 0 || rightSquare === 0 ? 0 : dot / Math.sqrt(leftSquare * rightSquare);
}
