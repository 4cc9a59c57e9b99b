// What the pages use of the script that Pagefind writes beside its index.
export interface PagefindResult {
  url: string;
  /** All text of the page. */
  content: string;
  /** Numbers of the words of `content` that answer the query. */
  locations: number[];
  meta: Record<string, string | undefined>;
  /** Values of the page by the name of the filter. */
  filters: Record<string, string[] | undefined>;
}

export interface PagefindAnswer {
  id: string;
  data(): Promise<PagefindResult>;
}

export interface PagefindSearch {
  results: PagefindAnswer[];
  filters: Record<string, Record<string, number>>;
}

export interface Pagefind {
  init(): Promise<void>;
  search(
    query: string | null,
    options: { filters: Record<string, string> },
  ): Promise<PagefindSearch>;
  filters(): Promise<Record<string, Record<string, number>>>;
}
