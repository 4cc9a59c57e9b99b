import { casingOf, wholeCasing } from './casing.ts';
import { type TermUses, UseCounter } from './term-uses.ts';
import type { Uses } from './uses.ts';
import { usualForm } from './usual-form.ts';
import { WordsInText } from './words-in-text.ts';

/** A paper's text; its title may be in Title Case, and so tells nothing about capitals. */
export interface WrittenPaper {
  readonly title: string;
  readonly abstract: string;
}

/** How papers write a term. */
export interface WrittenForm {
  readonly form: string;
  /**
   * Share of the uses in which no further word of content is joined to the term, 0 to 1: near 1 for
   * the head of a phrase ("diffusion models"), near 0 for what modifies one ("pre-trained").
   */
  readonly headShare: number;
}

/**
 * For each term (stems joined by a space) the form in which papers write it most often, or the plural of
 * it where that is common too: "diffusion model" → "diffusion models". Where more than half of a two-word term's uses have the same one or two
 * words beside them, those belong to it: "markov decision" → "Markov decision processes", "carlo tree"
 * → "Monte Carlo tree search". Capitals are kept where the abstracts insist on them (LLM, 3D, Markov).
 * A term that no paper holds is missing. Reads all papers, or those in `telling` alone.
 */
export function writtenForms(
  terms: ReadonlySet<string>,
  papers: readonly WrittenPaper[],
  telling: Iterable<number> = papers.keys(),
): Map<string, WrittenForm> {
  const counter = new UseCounter(terms);
  for (const row of telling) {
    const { title, abstract } = papers[row]!;
    counter.count(new WordsInText(title, false));
    counter.count(new WordsInText(abstract, true));
  }
  const casings = counter.casings.usual();
  return new Map(
    counter.used().map((uses) => {
      const usual = usesOfMost(uses);
      const { forms, formCounts, writings, writingCounts } = usual;
      const form = usualForm(forms.map((written, at) => [written, formCounts[at]!]));
      const cased = wholeCasing(casingOf(form, casings), writings, writingCounts);
      return [uses.term, { form: cased, headShare: usual.asHead / usual.count }];
    }),
  );
}

/** Those of the longest phrase that most uses of a term belong to; of each length one, unless a use holds two ("a b a b"). */
function usesOfMost({ exact, longer }: TermUses): Uses {
  const usual = longer
    .map(({ stems, uses }) => ({ stems: stems.join(' '), uses, words: stems.length }))
    .sort(
      (a, b) => b.words - a.words || b.uses.count - a.uses.count || (a.stems < b.stems ? -1 : 1),
    );
  return usual[0]?.uses ?? exact;
}
