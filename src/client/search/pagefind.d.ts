// What the pages use of the script that Pagefind writes beside its index.
export interface PagefindResult {
  url: string;
  /** All text of the page. */
  content: string;
  meta: Record<string, string | undefined>;
}

export interface PagefindAnswer {
  id: string;
  /** Numbers of the words of `content` that answer the query. */
  words: number[];
  data(): Promise<PagefindResult>;
}

export interface Pagefind {
  init(): Promise<void>;
  /** All pages, in the order of the index, for null. */
  search(query: string | null): Promise<{ results: PagefindAnswer[] }>;
}
