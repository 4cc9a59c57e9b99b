import { academicStems } from '../src/core/text/stop-words.ts';
import { tellingPapers } from '../src/core/text/telling-papers.ts';
import type { Vocabulary } from '../src/core/text/vocabulary.ts';
import { type WrittenPaper, writtenForms } from '../src/core/text/written-forms.ts';
import { explainTopics, type TopicReason } from '../src/core/topics/explain-topics.ts';
import { mapPapers } from '../src/core/topics/map-papers.ts';
import type { TopicStage } from '../src/core/topics/model-topics.ts';
import { nearestRows } from '../src/core/topics/nearest-rows.ts';
import {
  RELATED_CANDIDATES,
  type RelatedPapers,
  relatedPapers,
  relatedTo,
  type SharedTerm,
} from '../src/core/topics/related-papers.ts';
import type { DenseMatrix } from '../src/core/topics/sparse-matrix.ts';
import type { PaperPage } from '../src/site-data.ts';
import type { NamedTopics } from './compose-topics.ts';

/** What the topics say of a paper. */
export interface DescribedPaper extends Pick<PaperPage, 'why' | 'position'> {
  /** Related papers as rows, nearest first. */
  readonly related: readonly {
    readonly row: number;
    readonly score: number;
    readonly shared: PaperPage['related'][number]['shared'];
  }[];
}

/** Where papers lay on the map of an earlier build; null for one that was not there. */
export type EarlierPosition = (paper: number) => readonly [number, number] | null;

const RELATED_PAPERS = 8;
const SHARED_TERMS = 5;

/** For each paper why it stands in its topic, where it lies on the map, and what is related to it. */
export function describePapers(
  prose: readonly WrittenPaper[],
  { model, topics, curated, centroids }: NamedTopics,
  seed: number,
  previous: EarlierPosition,
  onStage: (stage: TopicStage) => void = () => undefined,
): DescribedPaper[] {
  const { vectors } = model;
  const near = nearestRows(vectors.rows, RELATED_CANDIDATES, { seed });
  const related = relatedPapers(vectors.matrix, vectors.rows, near, {
    most: RELATED_PAPERS,
    sharedMost: SHARED_TERMS * 3,
  });
  onStage('related');
  const positions = positionPapers(prose.length, previous, () =>
    mapPapers(vectors.rows, near, { seed, previous }),
  );
  onStage('map');
  const reasons = explainTopics(vectors, centroids, curated.topicOf);
  const formOf = formsOf(prose, vectors.vocabulary, reasons, related);
  const slugOf = (topic: number) => topics[topic]!.slug;
  return prose.map((_, paper) => ({
    why: describeReason(reasons[paper]!, formOf, slugOf),
    position: positions[paper]!,
    related: relatedTo(related, paper).map(({ row, score, shared }) => ({
      row,
      score: rounded(score),
      shared: tellingTerms(shared, vectors.vocabulary.terms).map(({ column, share }) => ({
        term: formOf(column),
        // The score is the mean of two cosines; the other has no terms of its own.
        share: rounded(share / 2),
      })),
    })),
  }));
}

/** Earlier positions where every paper has one, so that nothing moves for nothing; else those of a map. */
function positionPapers(
  count: number,
  previous: EarlierPosition,
  draw: () => DenseMatrix,
): [number, number][] {
  const earlier = Array.from({ length: count }, (_, paper) => previous(paper));
  if (earlier.every((position) => position !== null)) return earlier.map(([x, y]) => [x, y]);
  const { values } = draw();
  return earlier.map((_, paper) => [
    rounded(values[paper * 2]!, 4),
    rounded(values[paper * 2 + 1]!, 4),
  ]);
}

/** How papers write the terms of reasons and related papers. */
function formsOf(
  prose: readonly WrittenPaper[],
  vocabulary: Vocabulary,
  reasons: readonly (TopicReason | null)[],
  related: RelatedPapers,
): (column: number) => string {
  const { terms } = vocabulary;
  const columns = new Set<number>();
  for (const reason of reasons) for (const { column } of reason?.terms ?? []) columns.add(column);
  for (let row = 0; row < related.rows; row++) {
    for (const { shared } of relatedTo(related, row)) {
      for (const { column } of tellingTerms(shared, terms)) columns.add(column);
    }
  }
  const names = new Set([...columns].map((column) => terms[column]!));
  const forms = writtenForms(names, prose, tellingPapers(names, vocabulary));
  return (column) => forms.get(terms[column]!)!.form;
}

/** The rest is what is left of the rounded numbers, so that they add up to the digit. */
function describeReason(
  reason: TopicReason | null,
  formOf: (column: number) => string,
  slugOf: (topic: number) => string,
): PaperPage['why'] {
  if (reason === null) return null;
  const similarity = rounded(reason.similarity);
  const terms = reason.terms.map(({ column, share }) => ({
    term: formOf(column),
    share: rounded(share),
  }));
  const { runnerUp } = reason;
  return {
    similarity,
    runnerUp: runnerUp && {
      topic: slugOf(runnerUp.topic),
      similarity: rounded(runnerUp.similarity),
    },
    isBetween: reason.isBetween,
    terms,
    rest: rounded(terms.reduce((left, { share }) => left - share, similarity)),
  };
}

/** Leaves out words that a shared phrase already says, and, if others are left, academic ones. */
function tellingTerms(shared: readonly SharedTerm[], terms: readonly string[]): SharedTerm[] {
  const wordsOf = ({ column }: SharedTerm) => terms[column]!.split(' ');
  const inPhrase = new Set(
    shared
      .map(wordsOf)
      .filter((words) => words.length > 1)
      .flat(),
  );
  const distinct = shared.filter((term) => {
    const words = wordsOf(term);
    return words.length > 1 || !inPhrase.has(words[0]!);
  });
  const telling = distinct.filter((term) => !wordsOf(term).some((word) => academicStems.has(word)));
  return (telling.length > 0 ? telling : distinct).slice(0, SHARED_TERMS);
}

/** Six digits behind the point: what a reader can use, and no noise of the last bit in a diff. */
export function rounded(value: number, digits = 6): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
