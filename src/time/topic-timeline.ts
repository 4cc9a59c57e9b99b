import { findPaper, findTopic, href, site } from '../load-site-data.ts';
import { periods } from './load-time.ts';
import { pagePath } from '../page-paths.ts';
import type { AreaPage, PaperPage, TopicPage } from '../site-data.ts';
import { arrivalDate } from './time-pages.ts';

/** A month or a year of a topic or an area. */
export interface TimelinePeriod {
  /** `2025-03` or `2025`. */
  readonly period: string;
  readonly papers: number;
  /** Papers of the whole collection then. */
  readonly total: number;
  /** Address of the page of that month; null where there is none. */
  readonly href: string | null;
  /** What was typical then: terms, or topics of an area. */
  readonly typical: readonly string[];
  /** The paper of that time that is the most typical of the topic. */
  readonly paper: PaperPage | null;
}

const monthPages = new Set(periods.month.map(({ name }) => name));

/** A topic over the time of the collection, the oldest period first; empty where dates do not allow it. */
export function topicTimeline(topic: TopicPage): TimelinePeriod[] {
  if (site.time === null) return [];
  const firsts = new Map<string, PaperPage>();
  const length = site.time.unit === 'month' ? 7 : 4;
  for (const paper of topic.papers.map(findPaper)) {
    const period = arrivalDate(paper)?.slice(0, length) ?? '';
    if (!firsts.has(period)) firsts.set(period, paper);
  }
  return timeline((at) => topic.time[at]!.papers).map((entry, at) => ({
    ...entry,
    typical: topic.time[at]!.terms,
    paper: firsts.get(entry.period) ?? null,
  }));
}

const TYPICAL_TOPICS = 3;
/** Standard deviations above what the usual share of a topic would lead to expect. */
const LEAST_SURPRISE = 1;

/** The same of an area, with the topics that then had more of it than their usual share. */
export function areaTimeline({ topics: ids }: AreaPage): TimelinePeriod[] {
  const topics = ids.map(findTopic);
  const sum = (at: number) => topics.reduce((papers, { time }) => papers + time[at]!.papers, 0);
  const all = topics.reduce((papers, topic) => papers + topic.papers.length, 0);
  return timeline(sum).map((entry, at) => ({
    ...entry,
    typical: topics
      .map(({ label, papers, time }) => {
        const expected = (entry.papers * papers.length) / all;
        return { label, surprise: (time[at]!.papers - expected) / Math.sqrt(expected) };
      })
      .filter(({ surprise }) => surprise >= LEAST_SURPRISE)
      .sort((a, b) => b.surprise - a.surprise)
      .slice(0, TYPICAL_TOPICS)
      .map(({ label }) => label),
  }));
}

function timeline(countAt: (at: number) => number): TimelinePeriod[] {
  return (site.time?.periods ?? []).map(({ period, papers: total }, at) => ({
    period,
    papers: countAt(at),
    total,
    href: monthPages.has(period) ? href(pagePath.month(period)) : null,
    typical: [],
    paper: null,
  }));
}
