import { type Acronyms, findAcronyms } from '../text/acronyms.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { WrittenPaper } from '../text/written-forms.ts';
import { type LabelOption, labelOptions } from './compose-label.ts';
import type { GroupParts } from './label-coverage.ts';
import { TakenLabels } from './taken-labels.ts';
import { type Candidate, topicCandidates } from './topic-candidates.ts';
import { chooseTerms } from './topic-terms.ts';
import { WordingReader } from './wording.ts';

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

/** The topics to name; `topicOf` and `papers` are in the order of the vocabulary's documents. */
export interface LabelTask {
  readonly vocabulary: Vocabulary;
  readonly papers: readonly WrittenPaper[];
  /** Topic (or area) of each paper, below `topicCount`. */
  readonly topicOf: Uint32Array;
  readonly topicCount: number;
  /** For areas, the topic of each paper: a good label is one of all topics of its area. */
  readonly partOf?: Uint32Array;
  /** For areas, what their topics could be called: an area takes no label that a topic needs. */
  readonly children?: LabelProposals;
  /** By topic, the label of its area: a label of words that this has says nothing more. */
  readonly parents?: readonly (string | null)[];
  /** By topic, the label that it has from an operator or an earlier build, and keeps. */
  readonly fixed?: readonly (string | null)[];
  /** Other labels that are taken. */
  readonly reserved?: readonly string[];
  /** Those that the papers explain, if that is known already. */
  readonly acronyms?: Acronyms;
}

/**
 * Names topics, and areas of topics alike, by a phrase of two to four words or by two terms in the form
 * in which papers write them: "Medical image segmentation", "Games and Nash equilibrium". No new label
 * equals another, contains it or is a part of it, by stems, with or without hyphens, and with acronyms as
 * their words. The topic that has most to lose chooses first.
 */
export function labelTopics(task: LabelTask, proposals = proposeLabels(task)): TopicLabel[] {
  const { topicCount, parents, fixed = [], reserved = [], children } = task;
  const { reader, candidates } = proposals;
  const options =
    children === undefined
      ? proposals.options
      : proposals.options.map((list, area) => sparing(list, children, ownOf(task, area)));
  const taken = new TakenLabels(reader, [...reserved, ...fixed.filter((label) => label !== null)]);
  const labels = Array.from({ length: topicCount }, (_, topic) => fixed[topic] ?? null);
  const stakes = options.map((list) => stakeOf(list, reader));
  const order = [...labels.keys()]
    .filter((topic) => labels[topic] === null)
    .sort((a, b) => stakes[b]! - stakes[a]! || a - b);
  for (const topic of order) {
    const parent = parents?.[topic] ?? null;
    labels[topic] = taken.choose(options[topic]!, parent, candidates[topic]!);
  }
  return candidates.map((list, topic) => ({
    label: labels[topic]!,
    terms: chooseTerms(list, reader).map(({ form, stems, weight }) => ({
      term: form,
      stems,
      weight,
    })),
  }));
}

/** What topics could be called, and the terms they have to choose from. */
export interface LabelProposals {
  readonly candidates: readonly (readonly Candidate[])[];
  /** By topic, best first. */
  readonly options: readonly (readonly LabelOption[])[];
  readonly reader: WordingReader;
}

/** Finds what topics, or areas, could be called. */
export function proposeLabels(
  task: Pick<LabelTask, 'vocabulary' | 'papers' | 'topicOf' | 'topicCount' | 'partOf' | 'acronyms'>,
): LabelProposals {
  const { vocabulary, papers, topicOf, topicCount } = task;
  const reader = new WordingReader(task.acronyms ?? findAcronyms(papers));
  const candidates = topicCandidates(vocabulary, topicOf, topicCount, papers);
  const options = candidates.map((list, topic) => labelOptions(list, reader, partsOf(task, topic)));
  return { candidates, options, reader };
}

/** What a topic loses when another takes its best label: how much better that is than the next. */
function stakeOf(options: readonly LabelOption[], reader: WordingReader): number {
  const [best] = options;
  if (best === undefined) return 0;
  const next = options.find(({ label }) => !reader.overlap(best.label, label));
  return best.score - (next?.score ?? 0);
}

/** Options of an area that are weighed against those of its topics. */
const WEIGHED = 40;
/** How much the loss of its best label, as a share of its score, counts for each topic. */
const LOSS_FACTOR = 4;

/** The best options of an area, those first that leave good labels to the topics. */
function sparing(
  options: readonly LabelOption[],
  { options: children, reader }: LabelProposals,
  own: ReadonlySet<number>,
): LabelOption[] {
  // Over the label of a topic stands that of its area: the fewer topics, the more it says of each.
  const ownFactor = Math.max(1 / 2, 1 - 1 / own.size);
  const lossOf = (label: string) =>
    children.reduce((sum, list, topic) => {
      const [best] = list;
      if (best === undefined || !reader.overlap(label, best.label)) return sum;
      const next = list.find((option) => !reader.overlap(label, option.label));
      const factor = own.has(topic) ? ownFactor : 1;
      return sum + factor * (1 - (next?.score ?? 0) / best.score);
    }, 0);
  return options
    .slice(0, WEIGHED)
    .map((option) => ({
      ...option,
      score: option.score / (1 + LOSS_FACTOR * lossOf(option.label)),
    }))
    .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
}

/** The topics of an area. */
function ownOf({ topicOf, partOf }: LabelTask, area: number): ReadonlySet<number> {
  return new Set(partOf?.filter((_, row) => topicOf[row] === area));
}

function partsOf(
  { topicOf, partOf }: Pick<LabelTask, 'topicOf' | 'partOf'>,
  topic: number,
): GroupParts | null {
  if (partOf === undefined) return null;
  const numberOf = new Map<number, number>();
  const own = partOf.filter((_, row) => topicOf[row] === topic);
  for (const part of own) if (!numberOf.has(part)) numberOf.set(part, numberOf.size);
  return { count: numberOf.size, partOf: own.map((part) => numberOf.get(part)!) };
}
