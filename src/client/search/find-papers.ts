import type { FoundPaper, PaperIndex } from './paper-index.ts';
import type { Query } from './query.ts';

/** Of a query of more words than this nobody expects that they follow each other. */
const LONGEST_PHRASE = 12;

/** What answers a query, the best first. */
export interface Answer {
  readonly papers: readonly FoundPaper[];
  /** Rows of the papers in which the words follow each other as they were typed. */
  readonly asPhrase: ReadonlySet<number>;
}

/** Papers that have all words and all phrases of a query. */
export async function findPapers(index: PaperIndex, { phrases, words }: Query): Promise<Answer> {
  const wordCount = words === '' ? 0 : words.split(' ').length;
  const typedPhrase = wordCount > 1 && wordCount <= LONGEST_PHRASE ? index.find(quote(words)) : [];
  const parts = await Promise.all([
    ...(wordCount > 0 ? [index.find(words)] : []),
    ...phrases.map((phrase) => index.find(quote(phrase))),
  ]);
  const asPhrase = new Set((await typedPhrase).map(({ row }) => row));
  return { papers: intersect(parts), asPhrase };
}

function quote(phrase: string): string {
  return `"${phrase}"`;
}

/** The papers that are in all lists, in the order of the first, with the hits of all. */
function intersect([first = [], ...others]: readonly (readonly FoundPaper[])[]): FoundPaper[] {
  const hitsOf = others.map((list) => new Map(list.map(({ row, hits }) => [row, hits])));
  return first
    .filter(({ row }) => hitsOf.every((hits) => hits.has(row)))
    .map(({ row, hits }) => ({
      row,
      hits: [...hits, ...hitsOf.flatMap((other) => other.get(row) ?? [])],
    }));
}
