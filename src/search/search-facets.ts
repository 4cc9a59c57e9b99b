import type { SearchOrder } from '../client/search/search-state.ts';
import { publicationDate } from '../time/newest-papers.ts';
import type { FacetName } from './search-data.ts';
import type { PaperPage, Site } from '../site-data.ts';

/** A facet as the search page offers it. */
export interface OfferedFacet {
  readonly name: FacetName;
  readonly label: string;
}

/** The facets by which the papers of a collection differ. */
export function offeredFacets(site: Site, papers: readonly PaperPage[]): OfferedFacet[] {
  const years = new Set(papers.map(publicationDate).map((date) => date?.slice(0, 4)));
  const facets: [FacetName, string, boolean][] = [
    ['topic', 'Topic', site.topics.length > 1],
    ['area', 'Area', site.areas.length > 1],
    ['year', 'Year', years.size > 1],
    ['organization', 'Organisation', papers.some(({ organization }) => organization !== null)],
    ['digest', 'Digest', site.digests.length > 1],
    ['code', 'Code', papers.some(({ code }) => code !== null)],
  ];
  return facets.filter(([, , isOffered]) => isOffered).map(([name, label]) => ({ name, label }));
}

/** The orders that mean something in a collection, with their names. */
export function offeredOrders(papers: readonly PaperPage[]): (readonly [SearchOrder, string])[] {
  const hasDates = papers.some((paper) => publicationDate(paper) !== null);
  const hasUpvotes = papers.some(({ upvotes }) => upvotes !== null);
  const orders: [SearchOrder, string, boolean][] = [
    ['fit', 'Best fit', true],
    ['date', 'Newest first', hasDates],
    ['upvotes', 'Most upvotes', hasUpvotes],
  ];
  return orders
    .filter(([, , isOffered]) => isOffered)
    .map(([order, label]) => [order, label] as const);
}
