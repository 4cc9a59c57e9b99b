import { academicStems } from '../text/stop-words.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { type WrittenPaper, writtenForms } from '../text/written-forms.ts';
import type { TopicCountTrial } from './choose-topic-count.ts';
import { clusterPapers, type PaperClusters } from './cluster-papers.ts';
import { embedPapers } from './embed-papers.ts';
import { labelTopics, type TopicLabel } from './label-topics.ts';
import { relatedPapers } from './related-papers.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/** A topic: its name, and its papers as rows, the most typical first. */
export interface Topic extends TopicLabel {
  readonly papers: readonly number[];
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
  /** The papers in the reduced space, in which they were clustered. */
  readonly rows: DenseMatrix;
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

/** The stages of the model, in order. */
export type TopicStage = 'vectors' | 'clusters' | 'labels' | 'related';

/** The number of topics, or `auto` for that which the data suggest; and the seed of all chance. */
export interface TopicOptions {
  readonly topics: 'auto' | number;
  readonly seed: number;
  /** Related papers of each paper, at most; 8 where it is not given. */
  readonly relatedPapers?: number;
}

const RELATED_PAPERS = 8;
const SHARED_TERMS = 5;
const NEIGHBOURING_TOPICS = 4;

/**
 * From the text of papers to topics: vectors → clusters → labels from c-TF-IDF, and the papers related
 * to each. Same papers in the same order and same seed, same result. A number of topics beyond the
 * number of papers is lowered to it. `onStage` hears the name of each stage when it has ended. Throws
 * RangeError where there is no paper.
 */
export function modelTopics(
  papers: readonly WrittenPaper[],
  { topics, seed, relatedPapers: related = RELATED_PAPERS }: TopicOptions,
  onStage: (stage: TopicStage) => void = () => undefined,
): TopicModel {
  if (papers.length === 0) throw new RangeError('at least one paper, got none');
  const { vocabulary, matrix, rows } = embedPapers(papers, seed);
  onStage('vectors');
  const clusters = clusterPapers(rows, topics, seed);
  onStage('clusters');
  const topicOf = clusters.assignments;
  const labels = labelTopics({ vocabulary, papers, topicOf, topicCount: clusters.centroids.rows });
  onStage('labels');
  const near = relatedPapers(matrix, related, SHARED_TERMS * 3);
  const relatedByTerms = describeRelated(vocabulary, papers, near);
  onStage('related');
  return {
    topics: labels.map((label, topic) => describeTopic(label, topic, rows, clusters)),
    topicOf: [...topicOf],
    related: relatedByTerms,
    rows,
    report: {
      terms: vocabulary.terms.length,
      dimensions: rows.cols,
      restarts: clusters.restarts,
      seed,
      trials: clusters.trials,
    },
  };
}

function describeTopic(
  label: TopicLabel,
  topic: number,
  rows: DenseMatrix,
  { assignments, centroids }: PaperClusters,
): Topic {
  const centroid = rowOf(centroids, topic);
  const papers = [...assignments.keys()]
    .filter((paper) => assignments[paper] === topic)
    .map((paper) => ({ paper, score: cosine(rowOf(rows, paper), centroid) }))
    .sort((a, b) => b.score - a.score || a.paper - b.paper)
    .map(({ paper }) => paper);
  const neighbours = Array.from({ length: centroids.rows }, (_, other) => other)
    .filter((other) => other !== topic)
    .map((other) => ({ topic: other, score: cosine(rowOf(centroids, other), centroid) }))
    .sort((a, b) => b.score - a.score || a.topic - b.topic)
    .slice(0, NEIGHBOURING_TOPICS);
  return { ...label, papers, neighbours };
}

function describeRelated(
  vocabulary: Vocabulary,
  papers: readonly WrittenPaper[],
  related: ReturnType<typeof relatedPapers>,
): RelatedByTerms[][] {
  const columns = new Set(related.flatMap((near) => near.flatMap((other) => other.sharedColumns)));
  const terms = new Set([...columns].map((column) => vocabulary.terms[column]!));
  const forms = writtenForms(terms, papers, vocabulary);
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

function rowOf(matrix: DenseMatrix, row: number): Float32Array {
  return matrix.values.subarray(row * matrix.cols, (row + 1) * matrix.cols);
}

function cosine(left: Float32Array, right: Float32Array): number {
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
