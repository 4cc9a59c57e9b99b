import { countWords, hasProductName, isAttribute, isVague, stemsOf } from './label-words.ts';
import { type Candidate, fitOf } from './topic-candidates.ts';
import { shareWord, type WordingReader } from './wording.ts';

/** A label that a topic could have, of one term or two. */
export interface LabelOption {
  readonly label: string;
  readonly parts: readonly string[];
  readonly score: number;
}

const MOST_WORDS = 4;
/** Words between hyphens count as well, but a name may have one more of them. */
const MOST_PARTS = 5;
const PAIRED = 24;
/** One phrase is easier to read than two terms. */
const SINGLE_BONUS = 1.4;
const ATTRIBUTE_FACTOR = 0.4;
const WORD_FACTOR = 0.4;

/**
 * What a topic could be called, best first: a phrase of two to four words, or two terms joined by
 * "and" that have as many together. The better the papers that mention it are those of the topic, the
 * better is a label.
 */
export function labelOptions(
  candidates: readonly Candidate[],
  reader: WordingReader,
): LabelOption[] {
  const papers = candidates[0]?.members.length ?? 0;
  const named = candidates
    .filter(({ form }) => !isVague(form) && !hasProductName(form))
    .map((candidate) => ({ ...candidate, quality: qualityOf(candidate.form) }));
  const score = (members: Float32Array, outside: number) =>
    fitOf(
      members.reduce((sum, value) => sum + value, 0),
      outside,
      papers,
    );
  const scored = named
    .map((part) => ({ ...part, score: part.quality * score(part.members, part.outside) }))
    .sort((a, b) => b.score - a.score || (a.stems < b.stems ? -1 : 1))
    .slice(0, PAIRED);
  const singles = scored.map((part) => ({
    label: capitalized(part.form),
    parts: [part.form],
    score: SINGLE_BONUS * part.score,
  }));
  const pairs = scored.flatMap((left, at) =>
    scored
      .slice(at + 1)
      .filter((right) => !sharesWord(left.form, right.form, reader))
      .map((right) => {
        const union = left.members.map((value, i) => Math.max(value, right.members[i]!));
        const quality = Math.sqrt(left.quality * right.quality);
        return {
          label: capitalized(`${left.form} and ${right.form}`),
          parts: [left.form, right.form],
          score: quality * score(union, left.outside + right.outside),
        };
      }),
  );
  return [...singles, ...pairs]
    .filter(({ label }) => hasFittingLength(label))
    .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
}

function hasFittingLength(label: string): boolean {
  const words = countWords(label);
  return words >= 2 && words <= MOST_WORDS && stemsOf(label).length <= MOST_PARTS;
}

function qualityOf(form: string): number {
  return (isAttribute(form) ? ATTRIBUTE_FACTOR : 1) * (countWords(form) < 2 ? WORD_FACTOR : 1);
}

function sharesWord(left: string, right: string, reader: WordingReader): boolean {
  return shareWord(reader.read(left), reader.read(right)) || reader.overlap(left, right);
}

/** With a capital at its start, unless its first word has one within: "dLLMs". */
export function capitalized(form: string): string {
  const [first = ''] = form.split(/[\s-]/);
  return /\p{Lu}/u.test(first) ? form : form.charAt(0).toUpperCase() + form.slice(1);
}
