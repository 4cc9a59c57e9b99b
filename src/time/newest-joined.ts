import { compareDates, publicationDate } from './newest-papers.ts';
import type { PaperPage } from '../site-data.ts';

/** A paper among those that joined last: id, title, id and label of its topic, date, and its build. */
export type JoinedEntry = readonly [string, string, string, string, string | null, number];

/** What the page of news asks for: the number of the last build that brought papers, and the last papers. */
export interface NewestFile {
  readonly last: number;
  /** How many papers each build brought, the last one first: number of the build, and count. */
  readonly builds: readonly (readonly [number, number])[];
  /** Those that joined last first, then by date. */
  readonly papers: readonly JoinedEntry[];
}

/** So many builds are told apart; what is older counts as one of before. */
const MOST_BUILDS = 60;
/** So many papers are listed. */
const MOST_PAPERS = 500;

/** How many papers each build brought, the last one first. */
export function countBuilds(papers: readonly PaperPage[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const { joined } of papers) counts.set(joined, (counts.get(joined) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => other - one).slice(0, MOST_BUILDS);
}

/** The papers that joined the collection last. */
export function newestJoined(
  papers: readonly PaperPage[],
  labelOf: (topic: string) => string,
): NewestFile {
  const builds = countBuilds(papers);
  const sorted = papers.toSorted(
    (one, other) =>
      other.joined - one.joined || compareDates(publicationDate(one), publicationDate(other)),
  );
  return {
    last: builds[0]?.[0] ?? 1,
    builds,
    papers: sorted
      .slice(0, MOST_PAPERS)
      .map((paper) => [
        paper.id,
        paper.titleText,
        paper.topic,
        labelOf(paper.topic),
        publicationDate(paper),
        paper.joined,
      ]),
  };
}
