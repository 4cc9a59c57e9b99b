import { weekOf } from './calendar.ts';
import type { PaperPage } from '../site-data.ts';

/** How long a page of time is. */
export type PeriodUnit = 'day' | 'week' | 'month';

/** A day (`2025-02-14`), a week (`2025-W07`) or a month (`2025-02`) with its papers. */
export interface Period {
  readonly unit: PeriodUnit;
  readonly name: string;
  readonly papers: readonly PaperPage[];
}

/** Pages of time are worth it when so much of the collection has a date. */
const LEAST_DATED_SHARE = 0.5;
/** And when a page holds so many papers on average: else they are a list of papers over many pages. */
const LEAST_PAPERS_PER_PAGE = 2;

/**
 * When a paper came up: the day on which a digest lists it, or else the date of its publication, which
 * may be a month or a year alone.
 */
export function arrivalDate({
  listed,
  published,
}: Pick<PaperPage, 'listed' | 'published'>): string | null {
  return listed ?? published;
}

/** The period in which a paper came up; null where its date does not tell. */
export function periodOf(paper: PaperPage, unit: PeriodUnit): string | null {
  const date = arrivalDate(paper) ?? '';
  if (unit === 'month') return date.length >= 7 ? date.slice(0, 7) : null;
  if (date.length < 10) return null;
  return unit === 'day' ? date : weekOf(date);
}

/**
 * The periods that have papers, the newest first; within one the papers of most upvotes come first.
 * None where too few papers have such a date, or where hardly two fall on one period.
 */
export function timePages(papers: readonly PaperPage[], unit: PeriodUnit): Period[] {
  const dated = papers.flatMap((paper) => {
    const name = periodOf(paper, unit);
    return name === null ? [] : [{ name, paper }];
  });
  const groups = Map.groupBy(dated, ({ name }) => name);
  if (dated.length < LEAST_DATED_SHARE * papers.length) return [];
  if (dated.length < LEAST_PAPERS_PER_PAGE * groups.size) return [];
  return [...groups]
    .sort(([left], [right]) => (left < right ? 1 : -1))
    .map(([name, members]) => ({ unit, name, papers: byUpvotes(members.map((one) => one.paper)) }));
}

/** Papers of most upvotes first, those of which none are known last; others stay in their order. */
export function byUpvotes(papers: readonly PaperPage[]): PaperPage[] {
  return papers.toSorted((a, b) => (b.upvotes ?? -1) - (a.upvotes ?? -1));
}

/** The papers of a topic among others. */
export interface TopicGroup {
  /** Id of the topic. */
  readonly topic: string;
  readonly papers: readonly PaperPage[];
}

/** Papers by topic, the topic of most papers first; within one they stay in their order. */
export function groupByTopic(papers: readonly PaperPage[]): TopicGroup[] {
  return [...Map.groupBy(papers, ({ topic }) => topic)]
    .map(([topic, members]) => ({ topic, papers: members }))
    .sort((a, b) => b.papers.length - a.papers.length || (a.topic < b.topic ? -1 : 1));
}
