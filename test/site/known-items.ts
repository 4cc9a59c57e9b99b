import { RandomNumbers } from '../../src/core/topics/random-numbers.ts';
import type { PaperPage } from '../../src/site-data.ts';

/** A search of somebody who knows what is to come first. */
export interface KnownItem {
  readonly query: string;
  /** Ids of the papers that are right. */
  readonly right: ReadonlySet<string>;
}

/** Three words of the titles of so many papers, the rarest first. */
export function titleItems(papers: readonly PaperPage[], count: number, seed: number): KnownItem[] {
  const papersOf = countPapers(papers);
  return sample(papers, count, new RandomNumbers(seed)).map(({ id, title }) => {
    const words = [...new Set(wordsOf(title))].filter((word) => word.length >= 3);
    words.sort((a, b) => papersOf.get(a)! - papersOf.get(b)!);
    return { query: words.slice(0, 3).join(' '), right: new Set([id]) };
  });
}

/** Five words of four letters or more out of the abstracts of so many papers. */
export function abstractItems(
  papers: readonly PaperPage[],
  count: number,
  seed: number,
): KnownItem[] {
  const random = new RandomNumbers(seed);
  const longWords = ({ abstract }: PaperPage) =>
    [...new Set(wordsOf(abstract ?? ''))].filter((word) => word.length >= 4);
  const readable = papers.filter((paper) => longWords(paper).length >= 5);
  return sample(readable, count, random).map((paper) => ({
    query: sample(longWords(paper), 5, random).join(' '),
    right: new Set([paper.id]),
  }));
}

/** Names of authors of so many papers; each paper of theirs is right. */
export function authorItems(
  papers: readonly PaperPage[],
  count: number,
  seed: number,
): KnownItem[] {
  const random = new RandomNumbers(seed);
  const written = papers.filter(({ authors }) => (authors ?? []).length > 0);
  return sample(written, count, random).map(({ authors }) => {
    const [name = ''] = sample(authors!, 1, random);
    const theirs = written.filter((paper) => paper.authors!.includes(name));
    return { query: name, right: new Set(theirs.map(({ id }) => id)) };
  });
}

/** How often what is right came first, and among the first three and five; `found` are ids. */
export interface Score {
  readonly first: number;
  readonly inThree: number;
  readonly inFive: number;
  /** Queries whose answer came later, or not at all. */
  readonly missed: readonly string[];
}

/** Scores what was found for each item, in its order. */
export function scoreOf(items: readonly KnownItem[], found: readonly (readonly string[])[]): Score {
  const ranks = items.map(({ right }, index) => found[index]!.findIndex((id) => right.has(id)));
  const within = (most: number) =>
    ranks.filter((rank) => rank >= 0 && rank < most).length / ranks.length;
  const missed = items.filter((_, index) => ranks[index] !== 0).map(({ query }) => query);
  return { first: within(1), inThree: within(3), inFive: within(5), missed };
}

function countPapers(papers: readonly PaperPage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, abstract } of papers)
    for (const word of new Set(wordsOf(`${title} ${abstract ?? ''}`)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** So many different ones. */
function sample<Item>(items: readonly Item[], count: number, random: RandomNumbers): Item[] {
  const left = [...items];
  return Array.from({ length: count }, () => {
    const [chosen] = left.splice(Math.floor(random.getFloat() * left.length), 1);
    return chosen!;
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
