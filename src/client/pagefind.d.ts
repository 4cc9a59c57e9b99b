// What the pages use of the script that Pagefind writes beside its index.
export interface PagefindResult {
  url: string;
  excerpt: string;
  /** All text of the page. */
  content: string;
  meta: Record<string, string | undefined>;
}

export interface PagefindSearch {
  results: { id: string; data(): Promise<PagefindResult> }[];
  filters: Record<string, Record<string, number>>;
}

export interface Pagefind {
  options(options: { excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(
    query: string | null,
    options: { filters: Record<string, string> },
  ): Promise<PagefindSearch>;
  filters(): Promise<Record<string, Record<string, number>>>;
}
