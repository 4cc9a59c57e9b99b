import { FACETS, type FacetName } from '../search-data.ts';
import { suggestQuery } from './did-you-mean.ts';
import { type Chosen, chooseRows, type Facets } from './facets.ts';
import { type Answer, findPapers } from './find-papers.ts';
import { openPaperIndex, type FoundPaper, type PaperIndex } from './paper-index.ts';
import { parseQuery, wordsOf } from './query.ts';
import { rankPapers } from './ranking.ts';
import type { PaperTable } from './read-table.ts';
import { SearchFiles } from './search-files.ts';
import type { SearchOrder, SearchState } from './search-state.ts';

/** A paper found, with its text. */
export interface LoadedPaper extends FoundPaper {
  readonly url: string;
  readonly title: string;
  readonly content: string;
}

/** What answers a search. */
export interface Found {
  /** In the order that was asked for. */
  readonly papers: readonly FoundPaper[];
  readonly facets: Facets;
  readonly counts: Chosen['counts'];
}

/** Searches the papers of a site; of a search nothing leaves the browser. */
export class SearchEngine {
  readonly table: PaperTable;
  readonly #index: PaperIndex;
  readonly #files: SearchFiles;
  readonly #opened: Set<FacetName> = new Set();

  private constructor(index: PaperIndex, files: SearchFiles, table: PaperTable) {
    this.#index = index;
    this.#files = files;
    this.table = table;
  }

  /** Loads what every search needs; `base` is the address of the site, with a slash at its end. */
  static async open(base: string): Promise<SearchEngine> {
    const files = new SearchFiles(`${base}search/`);
    const [index, table] = await Promise.all([openPaperIndex(`${base}pagefind/`), files.table()]);
    return new SearchEngine(index, files, table);
  }

  /** From now on answers tell the values of a facet, though nothing is chosen in it. */
  openFacet(name: FacetName): void {
    this.#opened.add(name);
  }

  /** Finds papers by words and facets; all papers, the newest first, where nothing is asked for. */
  async search({ query, chosen, order }: SearchState): Promise<Found> {
    const parsed = parseQuery(query);
    const words = wordsOf(parsed);
    const [answer, facets] = await Promise.all([
      words === '' ? this.#all() : findPapers(this.#index, parsed),
      this.#facets(FACETS.filter((name) => this.#opened.has(name) || chosen[name])),
    ]);
    const { paperCount } = this.table;
    const rows = answer.papers.map(({ row }) => row);
    const { rows: kept, counts } = chooseRows(rows, paperCount, facets, chosen);
    const isKept = new Set(kept);
    const papers = answer.papers.filter(({ row }) => isKept.has(row));
    return { papers: await this.#order({ ...answer, papers }, words, order), facets, counts };
  }

  /** Loads the texts of papers. */
  load(papers: readonly FoundPaper[]): Promise<LoadedPaper[]> {
    return Promise.all(
      papers.map(async (paper) => ({ ...paper, ...(await this.#text(paper.row)) })),
    );
  }

  /** The query with what is misspelt put right; null where nothing is. */
  async suggest(query: string): Promise<string | null> {
    return suggestQuery(query, await this.#files.vocabulary());
  }

  #all(): Answer {
    const papers = Array.from(this.table.dates.keys(), (row) => ({ row, hits: [] }));
    return { papers, asPhrase: new Set() };
  }

  async #facets(names: readonly FacetName[]): Promise<Facets> {
    const { topic, area, year, code } = this.table;
    const [organization, digest] = await Promise.all([
      names.includes('organization') ? this.#files.facet('organization') : null,
      names.includes('digest') ? this.#files.facet('digest') : null,
    ]);
    return {
      ...{ topic, area, year, code },
      ...(organization && { organization }),
      ...(digest && { digest }),
    };
  }

  async #order(answer: Answer, words: string, order: SearchOrder): Promise<FoundPaper[]> {
    if (order === 'fit') return rankPapers(answer, words, (row) => this.#text(row));
    const newest = answer.papers.toSorted((a, b) => a.row - b.row);
    if (order === 'date') return newest;
    const upvotes = await this.#files.upvotes();
    const upvotesOf = ({ row }: FoundPaper) => upvotes[row] ?? -1;
    return newest.sort((a, b) => upvotesOf(b) - upvotesOf(a));
  }

  async #text(row: number): Promise<Omit<LoadedPaper, keyof FoundPaper>> {
    const { url, content, meta } = await this.#index.load(row);
    return { url, content, title: meta['title'] ?? url };
  }
}
