import { type Problem, quote } from '../input-error.ts';
import { nearestName } from '../nearest-name.ts';

/** A paper as the operator can name it. */
export interface CuratedPaper {
  readonly id: string;
  readonly arxivId: string | null;
}

/** A topic of an earlier build, and the slug of that which took its place. */
export interface RetiredTopic {
  readonly slug: string;
  readonly successor: string | null;
}

/** An id that a paper had in an earlier build, and the id that it has. */
export interface RetiredPaper {
  readonly id: string;
  readonly successor: string;
}

/** Finds what names stand for; what is wrong with one comes without path and line. */
export interface NameFinder {
  /** Index of each topic, by slug. */
  readonly topic: ReadonlyMap<string, number>;
  /** The topic that took the place of a retired one, however often that retired in its turn. */
  successor(slug: string): string | null;
  /** What is wrong with the slug of no topic; `adviseTo` turns the right one into advice. */
  unknownTopic(slug: string, adviseTo: (slug: string) => string): NameProblem;
  /** The index of the paper of an id, also of one that it had, or arXiv id; else what is wrong with it. */
  paper(reference: string): number | NameProblem;
}

/** A problem whose place is still to be named. */
export type NameProblem = Omit<Problem, 'line'>;

/** Names of these topics and papers. */
export function nameFinder(
  topics: readonly { readonly slug: string }[],
  papers: readonly CuratedPaper[],
  retired: readonly RetiredTopic[],
  retiredPapers: readonly RetiredPaper[],
): NameFinder {
  const topic = new Map(topics.map(({ slug }, index) => [slug, index]));
  const successorOf = new Map(retired.map(({ slug, successor }) => [slug, successor]));
  function successor(slug: string): string | null {
    const passed = new Set<string>();
    let next: string | null = slug;
    while (next !== null && !topic.has(next) && !passed.has(next)) {
      passed.add(next);
      next = successorOf.get(next) ?? null;
    }
    return next !== null && topic.has(next) ? next : null;
  }
  return {
    topic,
    successor,
    unknownTopic(slug, adviseTo) {
      const heir = successor(slug);
      const nearest = heir ?? nearestName(slug, topic.keys());
      const found = heir === null ? 'The nearest name is' : 'Its papers went to';
      return {
        expected: 'the name of a topic, as its page’s address ends',
        got: successorOf.has(slug) ? `${quote(slug)}, a topic of an earlier build` : quote(slug),
        advice:
          nearest === null
            ? 'Remove it.'
            : `${found} ${nearest}: ${adviseTo(nearest)}, or remove it.`,
      };
    },
    paper: paperFinder(papers, retiredPapers),
  };
}

function paperFinder(
  papers: readonly CuratedPaper[],
  retired: readonly RetiredPaper[],
): NameFinder['paper'] {
  const byId = new Map(papers.map(({ id }, index) => [id, index]));
  const idOf = new Map(retired.map(({ id, successor }) => [id, successor]));
  const byArxivId = Map.groupBy(papers.keys(), (index) => papers[index]!.arxivId);
  return (reference) => {
    const index = byId.get(reference) ?? byId.get(idOf.get(reference) ?? '');
    if (index !== undefined) return index;
    const found = byArxivId.get(reference.replace(/^arxiv:/i, '').replace(/v\d+$/, '')) ?? [];
    if (found.length === 1) return found[0]!;
    if (found.length > 1) {
      return severalPapers(
        reference,
        found.map((paper) => papers[paper]!.id),
      );
    }
    const known = [...byId.keys(), ...[...byArxivId.keys()].filter((id) => id !== null)];
    return {
      expected: 'the id of a paper, as its page’s address ends, or its arXiv id',
      got: quote(reference),
      advice: `The nearest name is ${nearestName(reference, known) ?? 'none'}: write that, or remove it.`,
    };
  };
}

function severalPapers(reference: string, ids: readonly string[]): NameProblem {
  return {
    expected: 'a name of one paper',
    got: `${quote(reference)}, the arXiv id of ${ids.join(' and ')}`,
    advice: 'Write the id of the one that is meant.',
  };
}
