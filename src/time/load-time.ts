// What the collection tells of time, found once for all pages; each is empty where it tells nothing.
import { papers } from '../load-site-data.ts';
import { type Period, type PeriodUnit, timePages } from './time-pages.ts';
import { risingPapers, topicChanges } from './trending.ts';

/** Days, weeks and months that have papers, the newest first. */
export const periods: Readonly<Record<PeriodUnit, readonly Period[]>> = {
  day: timePages(papers, 'day'),
  week: timePages(papers, 'week'),
  month: timePages(papers, 'month'),
};

/** Papers by upvotes against age, the one that rises most first. */
export const rising = risingPapers(papers);

/** Topics that grow and shrink; null where too few papers have dates. */
export const changes = topicChanges(papers);

/** Whether there are pages of days, of weeks, of months, and the page of what trends. */
export const hasDays = periods.day.length > 0;
export const hasWeeks = periods.week.length > 0;
export const hasMonths = periods.month.length > 0;
export const hasTrending =
  rising.length > 0 || (changes !== null && changes.growing.length + changes.shrinking.length > 0);
