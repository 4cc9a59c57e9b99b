import type { PaperPage } from '../site-data.ts';

/**
 * So many authors a paper's page names at most. Some have hundreds, whose names, once alone, would weigh
 * as much as half of the page: these have all of them on a page of their own.
 */
export const MOST_NAMED = 75;

/** Whether a paper has so many authors that they have a page of their own. */
export function isByCrowd({ authors }: PaperPage): boolean {
  return (authors?.length ?? 0) > MOST_NAMED;
}
