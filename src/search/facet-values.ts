import { newestFirst, publicationDate } from '../time/newest-papers.ts';
import type { PaperPage, Site } from '../site-data.ts';
import type { CountedValue } from './facet-lines.ts';
import type { FacetName } from './search-data.ts';

/** The values of the facets that are open from the start, with the counts of a search for nothing. */
export function facetValues(
  site: Site,
  papers: readonly PaperPage[],
): Partial<Record<FacetName, readonly CountedValue[]>> {
  const topics = site.topics.map(({ id, label, area, papers: { length: count } }) => ({
    ...{ id, label, count, area },
  }));
  const areas = site.areas.map(({ id, label }) => {
    const counts = topics.filter(({ area }) => area === id).map(({ count }) => count);
    return { id, label, count: counts.reduce((sum, count) => sum + count, 0) };
  });
  const code = papers.filter((paper) => paper.code !== null).length;
  return {
    topic: topics.map(({ id, label, count }) => ({ id, label, count })),
    area: areas,
    year: countYears(papers),
    code: [{ id: 'yes', label: 'Has code', count: code }],
  };
}

/** The newest first. */
function countYears(papers: readonly PaperPage[]): CountedValue[] {
  const counts = new Map<string, number>();
  for (const paper of newestFirst(papers)) {
    const year = publicationDate(paper)?.slice(0, 4);
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].map(([year, count]) => ({ id: year, label: year, count }));
}
