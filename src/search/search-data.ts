// What the search in the reader's browser loads beside the index: the contract of the build with it.
// A paper is told by its row, its number in the index: the newest first, those without a date last.

/** Facets by which papers are chosen, in the order in which they are offered. */
export const FACETS = ['topic', 'area', 'year', 'organization', 'digest', 'code'] as const;
export type FacetName = (typeof FACETS)[number];

/** Orders of what is found: by how well it answers, from the newest on, from the most upvotes on. */
export const ORDERS = ['fit', 'date', 'upvotes'] as const;
export type SearchOrder = (typeof ORDERS)[number];

/** A facet or an order as readers see it. */
export interface Offer<Name> {
  readonly name: Name;
  readonly label: string;
}

/** A value of a facet as it is written: of `rows` each is told by its distance from the one before. */
export interface WrittenValue {
  /** As it stands in addresses. */
  readonly id: string;
  readonly label: string;
  /** Ascending; the first counts from 0. */
  readonly rows: readonly number[];
}

/** A topic as it is written. */
export interface WrittenTopic extends WrittenValue {
  /** Index of its area in `areas`; null where there are none. */
  readonly area: number | null;
  /** Its sign: the number of a colour and that of a shape. */
  readonly mark: { readonly color: number; readonly shape: number };
}

/** The facets and orders that mean something in a collection. */
export interface SearchOffers {
  readonly facets: readonly Offer<FacetName>[];
  readonly orders: readonly Offer<SearchOrder>[];
}

/** What every search needs: `search/papers.json`. */
export interface SearchTable extends SearchOffers {
  readonly paperCount: number;
  /** Dates (a day, a month, a year, or null) with the number of papers that follow each other with it. */
  readonly dates: readonly (readonly [string | null, number])[];
  readonly topics: readonly WrittenTopic[];
  readonly areas: readonly { readonly id: string; readonly label: string }[];
  /** Papers with a link to code, written as in a facet. */
  readonly code: readonly number[];
}

/** Files below `search/`: the table, and what is loaded once it is asked for, where there is any. */
export const SEARCH_FILES = {
  table: 'papers.json',
  organization: 'organizations.json',
  digest: 'digests.json',
  /** Numbers by row; null where unknown. */
  upvotes: 'upvotes.json',
  /** Words of titles, abstracts and authors, one a line, those of most papers first. */
  vocabulary: 'vocabulary.txt',
} as const;

/** Stands in the index behind the title, the authors and the abstract of a paper, as a word of its own. */
export const PART_MARK = '⁂';

/** Stands between two authors in the index, so that no name begins in one and ends in the next. */
export const AUTHOR_MARK = '·';
