// The one place that knows Pagefind.
import type { Pagefind } from './pagefind.d.ts';

/** A paper that answers words. */
export interface FoundPaper {
  readonly row: number;
  /** Numbers of the words of its text that were found. */
  readonly hits: readonly number[];
}

/** What the index knows of a paper. */
export interface PaperText {
  readonly url: string;
  readonly title: string;
  /** All its words, in parts. */
  readonly content: string;
}

/** The index of words. */
export interface PaperIndex {
  /** Papers with all words, or, in quotes, with the phrase; the best first. */
  find(query: string): Promise<FoundPaper[]>;
  load(row: number): Promise<PaperText>;
}

/** Loads the index from the site's folder `pagefind/`, given as an address. */
export async function openPaperIndex(folder: string): Promise<PaperIndex> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.init();
  // Answers tell papers by names of files. That of all papers has them in the order of the rows.
  const { results: all } = await pagefind.search(null);
  const rowOf = new Map(all.map(({ id }, row) => [id, row]));
  return {
    async find(query) {
      const { results } = await pagefind.search(query);
      return results.map(({ id, words }) => ({ row: rowOf.get(id)!, hits: words }));
    },
    async load(row) {
      const { url, content, meta } = await all[row]!.data();
      // In a thread of its own Pagefind knows no page and gives addresses with their host.
      return { url: new URL(url, location.href).pathname, content, title: meta['title'] ?? url };
    },
  };
}
