import { publicationDate } from '../time/newest-papers.ts';
import type { FacetName, Offer, SearchOrder } from './search-data.ts';
import type { PaperPage, Site } from '../site-data.ts';

/** The facets by which the papers of a collection differ. */
export function offeredFacets(site: Site, papers: readonly PaperPage[]): Offer<FacetName>[] {
  const years = new Set(papers.map(publicationDate).map((date) => date?.slice(0, 4)));
  const facets: [FacetName, string, boolean][] = [
    ['topic', 'Topic', site.topics.length > 1],
    ['area', 'Area', site.areas.length > 1],
    ['year', 'Year', years.size > 1],
    ['organization', 'Organisation', papers.some(({ organization }) => organization !== null)],
    ['digest', 'Digest', site.digests.length > 1],
    ['code', 'Code', papers.some(({ code }) => code !== null)],
  ];
  return offersOf(facets);
}

/** The orders that mean something in a collection. */
export function offeredOrders(papers: readonly PaperPage[]): Offer<SearchOrder>[] {
  const hasDates = papers.some((paper) => publicationDate(paper) !== null);
  const hasUpvotes = papers.some(({ upvotes }) => upvotes !== null);
  return offersOf([
    ['fit', 'Best fit', true],
    ['date', 'Newest first', hasDates],
    ['upvotes', 'Most upvotes', hasUpvotes],
  ]);
}

function offersOf<Name>(all: readonly (readonly [Name, string, boolean])[]): Offer<Name>[] {
  return all.filter(([, , isOffered]) => isOffered).map(([name, label]) => ({ name, label }));
}
