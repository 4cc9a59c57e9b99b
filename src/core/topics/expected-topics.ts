/** Fewer papers are one topic. */
const LEAST_PAPERS = 12;

/**
 * How many topics a reader expects of n papers: 0.34 · n^0.56 and, from 9,000 papers on, 0.025 · n^0.85: 10
 * of 457, 52 of 8,000 and 445 of 100,000. Of so many candidates a run those are taken that come back.
 */
export function expectedTopics(papers: number): number {
  return papers < LEAST_PAPERS
    ? 1
    : Math.max(3, Math.round(Math.max(0.34 * papers ** 0.56, 0.025 * papers ** 0.85)));
}
