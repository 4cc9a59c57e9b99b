import { daysFrom } from './calendar.ts';
import type { PaperPage } from '../site-data.ts';
import { arrivalDate } from './time-pages.ts';

/** A paper that is rising, with what its place comes from. */
export interface RisingPaper {
  readonly paper: PaperPage;
  readonly upvotes: number;
  /** Days before the newest date of the collection. */
  readonly age: number;
  readonly score: number;
}

/** A topic that has another share of the newest papers than it had of those before. */
export interface TopicChange {
  /** Id of the topic. */
  readonly topic: string;
  /** Its papers in the newest days, and in those before. */
  readonly recent: number;
  readonly before: number;
  /** Its shares of all papers of those days, 0 to 1. */
  readonly recentShare: number;
  readonly beforeShare: number;
  /** By how many standard errors the shares differ: positive for one that grows. */
  readonly z: number;
}

/** The topics that grow and those that shrink, and how many papers were compared. */
export interface TopicChanges {
  readonly recent: number;
  readonly before: number;
  readonly growing: readonly TopicChange[];
  readonly shrinking: readonly TopicChange[];
}

/** The power of age in the score: the higher, the faster a paper sinks. */
export const GRAVITY = 1.2;
/** Days that are added to the age, so that those of today do not win by dividing through nothing. */
export const AGE_OFFSET = 2;
/** The newest days of the collection, and those before that they are compared with. */
export const RECENT_DAYS = 90;
export const EARLIER_DAYS = 365;

/** Papers with upvotes and a day that make a ranking worth its name. */
const LEAST_RANKED = 20;
/** A topic of fewer papers in both spans together is left out: its shares are chance. */
const LEAST_IN_TOPIC = 10;
/** Papers that each of the two spans must hold. */
const LEAST_IN_SPAN = 50;
/** Shares differ when a difference so great would come by chance in one case of twenty. */
const LEAST_Z = 1.96;

/** The newest day that the collection tells of; null where no paper has one. */
export function newestDay(papers: readonly PaperPage[]): string | null {
  let newest: string | null = null;
  for (const paper of papers) {
    const day = dayOf(paper);
    if (day !== null && (newest === null || day > newest)) newest = day;
  }
  return newest;
}

/** What a paper's rank comes from: upvotes / (age + 2)^1.2, in the form of Hacker News' gravity. */
export function trendScore(upvotes: number, age: number): number {
  return upvotes / (age + AGE_OFFSET) ** GRAVITY;
}

/**
 * Papers by upvotes against age, which is measured from the newest day of the collection, so that a
 * build can be repeated. None where fewer than twenty papers have both upvotes and a day.
 */
export function risingPapers(papers: readonly PaperPage[]): RisingPaper[] {
  const newest = newestDay(papers);
  if (newest === null) return [];
  const ranked = papers.flatMap((paper) => {
    const day = dayOf(paper);
    const upvotes = paper.upvotes ?? 0;
    if (day === null || upvotes === 0) return [];
    const age = daysFrom(day, newest);
    return [{ paper, upvotes, age, score: trendScore(upvotes, age) }];
  });
  if (ranked.length < LEAST_RANKED) return [];
  return ranked.sort((a, b) => b.score - a.score || (a.paper.id < b.paper.id ? -1 : 1));
}

/**
 * Topics whose share of the newest 90 days differs from that of the 365 days before by more than chance
 * gives (a z-test of two proportions), the greatest difference first. Null where either span has fewer
 * than fifty papers.
 */
export function topicChanges(papers: readonly PaperPage[]): TopicChanges | null {
  const newest = newestDay(papers);
  if (newest === null) return null;
  const recentIn = new Map<string, number>();
  const beforeIn = new Map<string, number>();
  let [recent, before] = [0, 0];
  for (const paper of papers) {
    const day = dayOf(paper);
    if (day === null) continue;
    const age = daysFrom(day, newest);
    if (age < RECENT_DAYS) {
      recent += 1;
      recentIn.set(paper.topic, (recentIn.get(paper.topic) ?? 0) + 1);
    } else if (age < RECENT_DAYS + EARLIER_DAYS) {
      before += 1;
      beforeIn.set(paper.topic, (beforeIn.get(paper.topic) ?? 0) + 1);
    }
  }
  if (recent < LEAST_IN_SPAN || before < LEAST_IN_SPAN) return null;
  const changes = [...new Set([...recentIn.keys(), ...beforeIn.keys()])]
    .map((topic) => {
      const counts = { recent: recentIn.get(topic) ?? 0, before: beforeIn.get(topic) ?? 0 };
      return { topic, ...counts, ...compareShares(counts, { recent, before }) };
    })
    .filter((change) => change.recent + change.before >= LEAST_IN_TOPIC)
    .sort((a, b) => b.z - a.z || (a.topic < b.topic ? -1 : 1));
  return {
    recent,
    before,
    growing: changes.filter(({ z }) => z >= LEAST_Z),
    shrinking: changes.filter(({ z }) => z <= -LEAST_Z).reverse(),
  };
}

interface Counts {
  readonly recent: number;
  readonly before: number;
}

function compareShares(
  part: Counts,
  whole: Counts,
): Pick<TopicChange, 'recentShare' | 'beforeShare' | 'z'> {
  const recentShare = part.recent / whole.recent;
  const beforeShare = part.before / whole.before;
  const pooled = (part.recent + part.before) / (whole.recent + whole.before);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / whole.recent + 1 / whole.before));
  return { recentShare, beforeShare, z: error === 0 ? 0 : (recentShare - beforeShare) / error };
}

function dayOf(paper: PaperPage): string | null {
  const date = arrivalDate(paper);
  return date?.length === 10 ? date : null;
}
