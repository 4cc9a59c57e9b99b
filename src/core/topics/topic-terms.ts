import { isVague } from './label-words.ts';
import type { Candidate } from './topic-candidates.ts';
import type { WordingReader } from './wording.ts';

const TERMS_PER_TOPIC = 10;
/** A term that another topic has more of is listed there: the power of the share of its weight. */
const SHARED_POWER = 3;
/** How much of relevance, the rest is unlikeness. */
const RELEVANCE = 0.95;
const PHRASE_BONUS = 2;
const VAGUE_FACTOR = 0.7;

/**
 * Ten of a topic's candidates, heaviest first, by maximal marginal relevance (Carbonell and Goldstein
 * 1998): c-TF-IDF less the likeness to a term that is chosen already, which is the cosine of the
 * papers that mention the two. A term that says a part of another is left out.
 */
export function chooseTerms(candidates: readonly Candidate[], reader: WordingReader): Candidate[] {
  const relevance = candidates.map(
    ({ form, stems, weight, ownership }) =>
      weight *
      (stems.includes(' ') ? PHRASE_BONUS : 1) *
      ownership ** SHARED_POWER *
      (isVague(form) ? VAGUE_FACTOR : 1),
  );
  const greatest = Math.max(...relevance);
  const likeness = new Float64Array(candidates.length);
  const left = new Set(candidates.keys());
  const chosen: Candidate[] = [];
  while (left.size > 0 && chosen.length < TERMS_PER_TOPIC) {
    const score = (at: number) =>
      (RELEVANCE * relevance[at]!) / greatest - (1 - RELEVANCE) * likeness[at]!;
    const next = [...left].reduce((best, at) => (score(at) > score(best) ? at : best));
    const term = candidates[next]!;
    chosen.push(term);
    for (const at of left) {
      const other = candidates[at]!;
      if (reader.overlap(term.form, other.form)) left.delete(at);
      else likeness[at] = Math.max(likeness[at]!, cosine(term.members, other.members));
    }
  }
  return chosen.sort((a, b) => b.weight - a.weight);
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
  return dot === 0 ? 0 : dot / Math.sqrt(leftSquare * rightSquare);
}
