import { academicStems } from '../src/core/text/stop-words.ts';
import { tellingPapers } from '../src/core/text/telling-papers.ts';
import type { Vocabulary } from '../src/core/text/vocabulary.ts';
import { type WrittenPaper, writtenForms } from '../src/core/text/written-forms.ts';
import { explainTopics, type TopicReason } from '../src/core/topics/explain-topics.ts';
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
import { startMap } from '../src/core/topics/start-map.ts';
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
  const near = nearestRows(vectors.steadyRows, RELATED_CANDIDATES, { seed });
  const earlier = prose.map((_, paper) => previous(paper));
  const finishMap = startPositions(earlier, () =>
    startMap({ rows: vectors.steadyRows, neighbours: near, seed, earlier }),
  );
  const related = relatedPapers(vectors.matrix, vectors.steadyRows, near, {
    most: RELATED_PAPERS,
    sharedMost: SHARED_TERMS * 3,
  });
  onStage('related');
  const reasons = explainTopics(vectors, centroids, curated.topicOf);
  const choose = tellingTerms(vectors.vocabulary.terms);
  const formOf = formsOf(prose, vectors.vocabulary, reasons, shownColumns(related, choose));
  onStage('reasons');
  const positions = finishMap();
  onStage('map');
  const slugOf = (topic: number) => topics[topic]!.slug;
  return prose.map((_, paper) => ({
    why: describeReason(reasons[paper]!, formOf, slugOf),
    position: positions[paper]!,
    related: relatedTo(related, paper).map(({ row, score, shared }) => ({
      row,
      score: rounded(score),
      shared: choose(shared).map(({ column, share }) => ({
        term: formOf(column),
        share: rounded(share),
      })),
    })),
  }));
}

/** Earlier positions where every paper has one, so that nothing moves for nothing; else those of a map. */
function startPositions(
  earlier: readonly (readonly [number, number] | null)[],
  start: () => () => DenseMatrix,
): () => [number, number][] {
  if (earlier.every((position) => position !== null)) {
    return () => earlier.map(([x, y]) => [x, y]);
  }
  const finish = start();
  return () => {
    const { values } = finish();
    return earlier.map((_, paper) => [
      rounded(values[paper * 2]!, 4),
      rounded(values[paper * 2 + 1]!, 4),
    ]);
  };
}

/** The columns of the terms that are shown of related papers. */
function shownColumns(related: RelatedPapers, choose: TermChooser): Set<number> {
  const columns = new Set<number>();
  for (let row = 0; row < related.rows; row++) {
    for (const { shared } of relatedTo(related, row)) {
      for (const { column } of choose(shared)) columns.add(column);
    }
  }
  return columns;
}

/** How papers write the terms of reasons and of some columns. */
function formsOf(
  prose: readonly WrittenPaper[],
  vocabulary: Vocabulary,
  reasons: readonly (TopicReason | null)[],
  shown: ReadonlySet<number>,
): (column: number) => string {
  const { terms } = vocabulary;
  const columns = new Set(shown);
  for (const reason of reasons) for (const { column } of reason?.terms ?? []) columns.add(column);
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

/** What chooses of shared terms those to show. */
type TermChooser = (shared: readonly SharedTerm[]) => SharedTerm[];

/** Leaves out words that a shared phrase already says, and, if others are left, academic ones. */
function tellingTerms(terms: readonly string[]): TermChooser {
  // Split once, not for each two papers that share a term.
  const words = terms.map((term) => term.split(' '));
  const isAcademic = words.map((own) => own.some((word) => academicStems.has(word)));
  return (shared) => {
    const phrases = shared.filter(({ column }) => words[column]!.length > 1);
    const inPhrase = new Set(phrases.flatMap(({ column }) => words[column]!));
    const distinct = shared.filter(
      ({ column }) => words[column]!.length > 1 || !inPhrase.has(words[column]![0]!),
    );
    const telling = distinct.filter(({ column }) => !isAcademic[column]);
    return (telling.length > 0 ? telling : distinct).slice(0, SHARED_TERMS);
  };
}

/** Six digits behind the point: what a reader can use, and no noise of the last bit in a diff. */
export function rounded(value: number, digits = 6): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
