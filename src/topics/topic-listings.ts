import { newestFirst, publicationDate } from '../time/newest-papers.ts';
import type { TopicFilter, TopicOrder } from '../page-paths.ts';
import type { PaperPage, TopicPage } from '../site-data.ts';
import { byUpvotes } from '../time/time-pages.ts';

/** A way to list some of a topic's papers, and how many those are. */
export interface TopicChoice {
  readonly filter: TopicFilter;
  readonly kind: 'all' | 'part' | 'year' | 'code';
  readonly label: string;
  readonly count: number;
}

/** One page of a topic's papers, all of them or those that a filter leaves, in one order. */
export interface TopicListing {
  readonly topic: TopicPage;
  readonly choice: TopicChoice;
  readonly order: TopicOrder;
  /** 1-based number of the page, and how many there are. */
  readonly page: number;
  readonly pageCount: number;
  readonly papers: readonly PaperPage[];
  /** How many of the papers have no date: they stand at the end of the order by date. */
  readonly undatedCount: number;
  /** All filters of the topic, and the orders in which this one is to be had. */
  readonly choices: readonly TopicChoice[];
  readonly orders: readonly TopicOrder[];
}

const PAPERS_PER_PAGE = 50;
/** A filter that leaves fewer is not worth its page. */
const LEAST_FILTERED = 5;
/** Filters of larger collections have one order alone: the pages would be as many as the papers. */
const MOST_WITH_ORDERED_FILTERS = 20_000;

/**
 * Every page of a topic's papers, which come as they fit: all of them by fit, from the newest on, by
 * upvotes where some are known, and by title; and so, less by title, by part, by year and those with
 * code, where that leaves out some. `collectionSize` is that of all papers.
 */
export function topicListings(
  topic: TopicPage,
  papers: readonly PaperPage[],
  collectionSize: number,
): TopicListing[] {
  const lists = filtered(topic, papers);
  const choices = lists.map(({ choice }) => choice);
  return lists.flatMap(({ choice, papers: own }) => {
    const isOrdered = choice.kind === 'all' || collectionSize <= MOST_WITH_ORDERED_FILTERS;
    const orders = isOrdered ? ordersOf(own, choice.kind === 'all') : (['typical'] as const);
    const undatedCount = own.filter((paper) => publicationDate(paper) === null).length;
    const pageCount = Math.ceil(own.length / PAPERS_PER_PAGE);
    return orders.flatMap((order) => {
      const sorted = inOrder(own, order);
      return Array.from({ length: pageCount }, (_, index) => ({
        ...{ topic, choice, order, page: index + 1, pageCount, undatedCount, choices, orders },
        papers: sorted.slice(index * PAPERS_PER_PAGE, (index + 1) * PAPERS_PER_PAGE),
      }));
    });
  });
}

interface FilteredPapers {
  readonly choice: TopicChoice;
  readonly papers: readonly PaperPage[];
}

function filtered(topic: TopicPage, papers: readonly PaperPage[]): FilteredPapers[] {
  const years = Map.groupBy(papers, (paper) => publicationDate(paper)?.slice(0, 4) ?? null);
  const newestYears = [...years.keys()]
    .filter((year) => year !== null)
    .sort()
    .reverse();
  const choose = (
    kind: TopicChoice['kind'],
    filter: TopicFilter,
    label: string,
    chosen: readonly PaperPage[],
  ) => ({ choice: { kind, filter, label, count: chosen.length }, papers: chosen });
  const some = [
    ...topic.subTopics.map(({ id, label }) =>
      choose(
        'part',
        id,
        label,
        papers.filter(({ subTopic }) => subTopic === id),
      ),
    ),
    ...newestYears.map((year) => choose('year', `in-${year}`, year, years.get(year)!)),
    choose(
      'code',
      'with-code',
      'With code',
      papers.filter(({ code }) => code !== null),
    ),
  ];
  const isWorthIt = ({ choice: { count } }: FilteredPapers) =>
    count >= LEAST_FILTERED && count < papers.length;
  return [choose('all', 'all', 'All', papers), ...some.filter(isWorthIt)];
}

/** Who looks for a title looks among all papers. */
function ordersOf(papers: readonly PaperPage[], isAll: boolean): TopicOrder[] {
  const hasUpvotes = papers.some(({ upvotes }) => (upvotes ?? 0) > 0);
  const orders: TopicOrder[] = hasUpvotes ? ['typical', 'date', 'upvotes'] : ['typical', 'date'];
  return isAll ? [...orders, 'title'] : orders;
}

const titles = new Intl.Collator('en', { numeric: true });

function inOrder(papers: readonly PaperPage[], order: TopicOrder): readonly PaperPage[] {
  if (order === 'typical') return papers;
  if (order === 'date') return newestFirst(papers);
  if (order === 'upvotes') return byUpvotes(papers);
  return papers.toSorted((a, b) => titles.compare(a.title, b.title));
}
