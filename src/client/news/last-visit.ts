/** What the browser remembers of the reader's visits. */
export interface Visits {
  /** The last build that the page of news was opened for. */
  readonly told: number;
  /** The build before whose news were told then: what is shown is what came after it. */
  readonly since: number;
  /** When the page was opened for that one, as ISO 8601. */
  readonly sinceAt: string;
  /** When the page was opened last. */
  readonly openedAt: string;
}

const KEY = `sheaf:${import.meta.env.BASE_URL}:visits`;

/** Visits of a reader who was never here, and has now seen all that there is. */
export function firstVisit(last: number, now: string): Visits {
  return { told: last, since: last, sinceAt: now, openedAt: now };
}

/**
 * The page of news is opened. News stay as they are, however often it is opened, until a build brings
 * more; then what came after the last opening is new. Numbers that fell belong to a collection that was
 * begun anew, for which this is the first visit.
 */
export function openNews(before: Visits | null, last: number, now: string): Visits {
  if (before === null || before.told > last) return firstVisit(last, now);
  if (before.told === last) return { ...before, openedAt: now };
  return { told: last, since: before.told, sinceAt: before.openedAt, openedAt: now };
}

/** How many papers joined after a build, of the counts by build. */
export function countSince(builds: readonly (readonly [number, number])[], since: number): number {
  return builds.reduce((sum, [build, count]) => (build > since ? sum + count : sum), 0);
}

/** What is remembered; null at a first visit, or where the browser keeps nothing. */
export function recallVisits(): Visits | null {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Visits> | null;
    const { told, since, sinceAt = '', openedAt = '' } = value ?? {};
    const isWhole =
      Number.isInteger(told) &&
      Number.isInteger(since) &&
      [sinceAt, openedAt].every((time) => !Number.isNaN(Date.parse(time)));
    return isWhole ? { told: told!, since: since!, sinceAt, openedAt } : null;
  } catch {
    return null;
  }
}

/** Remembers visits. Returns whether the browser keeps that. */
export function rememberVisits(visits: Visits): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(visits));
    return true;
  } catch {
    return false;
  }
}
