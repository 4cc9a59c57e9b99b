/** Papers on one page of the list of an author or an organisation. */
export const PAPERS_PER_PAGE = 50;

/** One page of a long list. */
export interface ListPage<Item> {
  /** 1-based number of the page, and how many there are. */
  readonly page: number;
  readonly pageCount: number;
  readonly items: readonly Item[];
}

/** A list in pages of so many items; a list of none has one page. */
export function listPages<Item>(items: readonly Item[], perPage: number): ListPage<Item>[] {
  const pageCount = Math.max(1, Math.ceil(items.length / perPage));
  return Array.from({ length: pageCount }, (_, index) => ({
    page: index + 1,
    pageCount,
    items: items.slice(index * perPage, (index + 1) * perPage),
  }));
}
