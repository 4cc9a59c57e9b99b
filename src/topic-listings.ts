import type { PaperPage, TopicOrder, TopicPage } from './site-data.ts';

/** One page of a topic's papers in one order. */
export interface TopicListing {
  readonly topic: TopicPage;
  readonly order: TopicOrder;
  /** 1-based number of the page, and how many there are. */
  readonly page: number;
  readonly pageCount: number;
  readonly papers: readonly PaperPage[];
  /** How many papers of the topic have no date: they stand at the end of the order by date. */
  readonly undatedCount: number;
}

const PAPERS_PER_PAGE = 50;

/** Every page of a topic's papers, in every order: by fit, from the newest on, and by title. */
export function topicListings(topic: TopicPage, papers: readonly PaperPage[]): TopicListing[] {
  const titles = new Intl.Collator('en', { numeric: true });
  const byTitle = papers.toSorted((a, b) => titles.compare(a.title, b.title));
  const byDate = papers.toSorted((a, b) => compareDates(a.published, b.published));
  const orders = [
    ['typical', papers],
    ['date', byDate],
    ['title', byTitle],
  ] as const;
  const undatedCount = papers.filter(({ published }) => published === null).length;
  const pageCount = Math.ceil(papers.length / PAPERS_PER_PAGE);
  return orders.flatMap(([order, sorted]) =>
    Array.from({ length: pageCount }, (_, index) => ({
      topic,
      order,
      page: index + 1,
      pageCount,
      undatedCount,
      papers: sorted.slice(index * PAPERS_PER_PAGE, (index + 1) * PAPERS_PER_PAGE),
    })),
  );
}

/** The newest first, unknown dates last. */
function compareDates(left: string | null, right: string | null): number {
  if (left === right) return 0;
  return (left ?? '') < (right ?? '') ? 1 : -1;
}
