import { capitalized, type LabelOption } from './compose-label.ts';
import { countWords } from './label-words.ts';
import type { Candidate } from './topic-candidates.ts';
import { isPartOf, type Wording, type WordingReader } from './wording.ts';

/** How much an option counts that says a term of another label again, beside those that do not. */
const REPEATED_FACTOR = 0.6;

/** The labels that are given, and the choice of one that goes with them. */
export class TakenLabels {
  private readonly reader: WordingReader;
  private readonly labels: Wording[] = [];
  private readonly parts: Wording[] = [];

  constructor(reader: WordingReader, labels: readonly string[]) {
    this.reader = reader;
    for (const label of labels) this.take(label, label.split(' and '));
  }

  /**
   * Takes the best option, or one nearly as good that says no term of another label; where none is left,
   * a name after the heaviest term.
   */
  choose(
    options: readonly LabelOption[],
    parent: string | null,
    terms: readonly Candidate[],
  ): string {
    const area = parent === null ? null : this.reader.read(parent);
    const isFree = ({ label }: LabelOption) =>
      this.isFree(label) && !(area !== null && isPartOf(this.reader.read(label), area));
    const best = options.find(isFree);
    const least = REPEATED_FACTOR * (best?.score ?? 0);
    const chosen =
      options.find(
        (option) =>
          option.score >= least && isFree(option) && option.parts.every((part) => this.isNew(part)),
      ) ?? best;
    const label = chosen?.label ?? this.plainName(terms);
    this.take(label, chosen?.parts ?? []);
    return label;
  }

  private take(label: string, parts: readonly string[]): void {
    this.labels.push(this.reader.read(label));
    for (const part of parts) this.parts.push(this.reader.read(part));
  }

  private isFree(label: string): boolean {
    const wording = this.reader.read(label);
    return !this.labels.some((other) => isPartOf(wording, other) || isPartOf(other, wording));
  }

  /** Whether a term stands in no label that is taken. */
  private isNew(part: string): boolean {
    const wording = this.reader.read(part);
    return !this.parts.some(
      (other) => isPartOf(wording, other) || (other.stems.length > 1 && isPartOf(other, wording)),
    );
  }

  /** A plain label, also where a topic has no term or shares all of them with others. */
  private plainName(terms: readonly Candidate[]): string {
    const named = terms
      .filter(({ form }) => countWords(form) < 4)
      .map(({ form }) => `${form} papers`);
    const plain = [...named, 'other papers'].map(capitalized);
    // A number beyond those of all labels is free, even if one of them is a part of these names.
    const numbered = this.labels.map((_, at) => `Other studies (${at + 2})`);
    return [...plain, ...numbered].find((label) => this.isFree(label)) ?? numbered.at(-1)!;
  }
}
