import { tellingPapers } from '../text/telling-papers.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { type WrittenPaper, writtenForms } from '../text/written-forms.ts';
import { isVague } from './label-words.ts';
import { mayName } from './topic-candidates.ts';
import type { TopicMembers, TopicTermCounts } from './topic-term-counts.ts';

/** A term, as a column of the vocabulary, and how much it tells; 0 and less tells nothing. */
export interface ScoredColumn {
  readonly column: number;
  readonly score: number;
}

/** A term that papers of all topics say alike tells of none: below 1 there is little but chance. */
const LEAST_CONCENTRATION = 0.9;
/** With few topics no term can be much more concentrated than that, by topic beyond the first. */
const CONCENTRATION_PER_TOPIC = 0.1;
/** A phrase says more than a word, but is counted less often. */
const PHRASE_BONUS = 2;
/** How many more are looked at than are wanted, since some turn out to be the start of a longer term. */
const SPARE = 3;
/** A term that mostly goes on to another word ("pre-trained …") says nothing by itself. */
const LEAST_HEAD_SHARE = 0.5;

/**
 * By column whether a term belongs to some topics rather than to all: 1 where chi-square of its mentions
 * over the topics, less what chance gives, is at least 0.9 a mention, and where it could name a topic.
 */
export function topicalTerms(
  vocabulary: Vocabulary,
  { cols, indptr, indices, mentions }: TopicTermCounts,
  members: TopicMembers,
): Uint8Array {
  const topics = indptr.length - 1;
  const totals = new Float64Array(cols);
  for (let entry = 0; entry < indices.length; entry++) totals[indices[entry]!]! += mentions[entry]!;
  // Chi-square is Σ m² / e - Σ m, where the expected mentions e go with the size of the topic.
  const squares = new Float64Array(cols);
  for (let topic = 0; topic < topics; topic++) {
    const share = (members.indptr[topic + 1]! - members.indptr[topic]!) / members.rows.length;
    for (let entry = indptr[topic]!; entry < indptr[topic + 1]!; entry++) {
      const column = indices[entry]!;
      squares[column]! += mentions[entry]! ** 2 / (totals[column]! * share);
    }
  }
  const least = Math.min(LEAST_CONCENTRATION, CONCENTRATION_PER_TOPIC * (topics - 1));
  return Uint8Array.from(totals, (total, column) => {
    // A mention is half a paper: what chance gives is half of the degrees of freedom.
    const concentration = (squares[column]! - total - (topics - 1) / 2) / total;
    const term = vocabulary.terms[column]!;
    return concentration >= least && mayName(vocabulary, column) && !isVague(term) ? 1 : 0;
  });
}

/**
 * Of scored terms those that tell most, best first, as columns: phrases before words, no two of which
 * share a word, and only topical ones. Three more than `most`, to choose from.
 */
export function tellingColumns(
  vocabulary: Vocabulary,
  topical: Uint8Array,
  scored: readonly ScoredColumn[],
  most: number,
): number[] {
  const best = scored
    .filter(({ column, score }) => score > 0 && topical[column] === 1)
    .map(({ column, score }) => {
      const words = vocabulary.terms[column]!.split(' ');
      return { column, words, score: score * (words.length > 1 ? PHRASE_BONUS : 1) };
    })
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const said = new Set<string>();
  const chosen: number[] = [];
  for (const { column, words } of best) {
    if (words.some((word) => said.has(word))) continue;
    for (const word of words) said.add(word);
    chosen.push(column);
    if (chosen.length === most + SPARE) break;
  }
  return chosen;
}

/** Lists of columns as papers write their terms: of each the first `most` that can stand alone. */
export function writeTerms(
  lists: readonly (readonly number[])[],
  vocabulary: Vocabulary,
  papers: readonly WrittenPaper[],
  most: number,
): string[][] {
  const terms = new Set(lists.flat().map((column) => vocabulary.terms[column]!));
  const forms = writtenForms(terms, papers, tellingPapers(terms, vocabulary));
  return lists.map((list) =>
    list
      .flatMap((column) => {
        const written = forms.get(vocabulary.terms[column]!);
        return written === undefined || written.headShare < LEAST_HEAD_SHARE ? [] : [written.form];
      })
      .slice(0, most),
  );
}
