import { countWords, hasProductName, isAttribute, isVague, stemsOf } from './label-words.ts';
import { coverageOf, evennessOf, fitOf, type GroupParts, unionOf } from './label-coverage.ts';
import type { Candidate } from './topic-candidates.ts';
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
const SINGLE_BONUS = 1.7;
/** Two terms of an area tell of two of its topics. */
const AREA_SINGLE_BONUS = 2.2;
const ATTRIBUTE_FACTOR = 0.4;
const WORD_FACTOR = 0.2;
/** Papers write an acronym also in passing. */
const ACRONYM_FACTOR = 0.9;
/** How much c-TF-IDF, by the greatest in the topic, counts beside what a label covers. */
const WEIGHT_POWER = 0.3;
/** How much the share of papers with the rarer of its words. */
const WORD_SHARE_POWER = 0.5;
/** A term that another topic has more of is its name: by its weight there. */
const OWNERSHIP_POWER = 0.5;

/**
 * What a topic could be called, best first: a phrase of two to four words, or two terms joined by
 * "and" that have as many together. A label is the better the more papers of the topic, and the fewer of
 * others, have it or its words, the greater its c-TF-IDF and, for a group of parts, the more evenly they
 * have it.
 */
export function labelOptions(
  candidates: readonly Candidate[],
  reader: WordingReader,
  parts: GroupParts | null = null,
): LabelOption[] {
  const papers = candidates[0]?.members.length ?? 0;
  const greatest = Math.max(...candidates.map(({ weight }) => weight));
  const scored = candidates
    .map((candidate) => ({ ...candidate, spelled: reader.spelledOut(candidate.form) }))
    .filter(({ spelled }) => !isVague(spelled) && !hasProductName(spelled))
    .map((candidate) => {
      const coverage = coverageOf(candidate);
      const quality =
        qualityOf(candidate.spelled, candidate.form) *
        (candidate.weight / greatest) ** WEIGHT_POWER *
        candidate.wordShare ** WORD_SHARE_POWER *
        candidate.ownership ** OWNERSHIP_POWER *
        (parts === null ? 1 : evennessOf(candidate.members, parts));
      const { spelled: form, stems } = candidate;
      return { form, stems, coverage, quality, score: quality * fitOf(coverage, papers) };
    })
    .sort((a, b) => b.score - a.score || (a.stems < b.stems ? -1 : 1))
    .slice(0, PAIRED);
  const singles = scored.map(({ form, score }) => ({
    label: capitalized(form),
    parts: [form],
    score: (parts === null ? SINGLE_BONUS : AREA_SINGLE_BONUS) * score,
  }));
  const pairs = scored.flatMap((left, at) =>
    scored
      .slice(at + 1)
      .filter((right) => !sharesWord(left.form, right.form, reader))
      .map((right) => ({
        label: capitalized(`${left.form} and ${right.form}`),
        parts: [left.form, right.form],
        score:
          Math.sqrt(left.quality * right.quality) *
          fitOf(unionOf(left.coverage, right.coverage), papers),
      })),
  );
  return [...singles, ...pairs]
    .filter(({ label }) => hasFittingLength(label))
    .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
}

function hasFittingLength(label: string): boolean {
  const words = countWords(label);
  return words >= 2 && words <= MOST_WORDS && stemsOf(label).length <= MOST_PARTS;
}

/** How good a name a form is, as spelled out, before any papers are counted. */
function qualityOf(spelled: string, form: string): number {
  const acronym = spelled === form ? 1 : ACRONYM_FACTOR;
  const attribute = isAttribute(spelled) ? ATTRIBUTE_FACTOR : 1;
  return acronym * attribute * (countWords(spelled) < 2 ? WORD_FACTOR : 1);
}

function sharesWord(left: string, right: string, reader: WordingReader): boolean {
  return shareWord(reader.read(left), reader.read(right)) || reader.overlap(left, right);
}

/** With a capital at its start, unless its first word has one within: "dLLMs". */
export function capitalized(form: string): string {
  const [first = ''] = form.split(/[\s-]/);
  return /\p{Lu}/u.test(first) ? form : form.charAt(0).toUpperCase() + form.slice(1);
}
