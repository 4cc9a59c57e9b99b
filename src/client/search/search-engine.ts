import type { CountedValue } from '../../search/facet-lines.ts';
import {
  FACETS,
  type FacetName,
  type SearchOffers,
  type SearchOrder,
} from '../../search/search-data.ts';
import { suggestQueries } from './did-you-mean.ts';
import { chooseRows, type Facets } from './facets.ts';
import { type Answer, findPapers } from './find-papers.ts';
import { type FoundPaper, openPaperIndex, type PaperIndex } from './paper-index.ts';
import { type FoundText, unknownIn } from './misspelt.ts';
import { parseQuery, wordsOf } from './query.ts';
import { rankPapers } from './ranking.ts';
import type { PaperTable, TopicValue } from './read-table.ts';
import { SearchFiles } from './search-files.ts';
import type { SearchState } from './search-state.ts';

/** So many papers of an answer are read to see whether they have its words. */
const PAPERS_READ = 10;

/** A paper found, as it is shown, with its text in the index. */
export interface ShownPaper extends FoundText {
  readonly url: string;
  readonly title: string;
  /** A day, a month or a year. */
  readonly date: string | null;
  readonly topic: Pick<TopicValue, 'id' | 'label' | 'mark'> | null;
}

/** What answers a search. */
export interface Found {
  readonly count: number;
  /** The first, in the order that was asked for. */
  readonly first: readonly ShownPaper[];
  /** Of the facets that are loaded. */
  readonly facets: Readonly<Partial<Record<FacetName, readonly CountedValue[]>>>;
}

/** Searches the papers of a site, in a thread of its own; of a search nothing leaves the browser. */
export class SearchEngine {
  readonly #table: PaperTable;
  readonly #index: PaperIndex;
  readonly #files: SearchFiles;
  #found: readonly FoundPaper[] = [];

  private constructor(index: PaperIndex, files: SearchFiles, table: PaperTable) {
    this.#index = index;
    this.#files = files;
    this.#table = table;
  }

  /** Loads what every search needs; `base` is the address of the site, with a slash at its end. */
  static async open(base: string): Promise<SearchEngine> {
    const files = new SearchFiles(`${base}search/`);
    const [index, table] = await Promise.all([openPaperIndex(`${base}pagefind/`), files.table()]);
    return new SearchEngine(index, files, table);
  }

  /** By what papers may be narrowed and ordered. */
  get offers(): SearchOffers {
    return this.#table.offers;
  }

  /**
   * Finds papers by words and facets; all papers, the newest first, where nothing is asked for. Tells the
   * values of the facets `opened`, of those in which something is chosen, and of those that cost nothing.
   */
  async search(state: SearchState, opened: readonly FacetName[], most: number): Promise<Found> {
    const { query, chosen, order } = state;
    const parsed = parseQuery(query);
    const words = wordsOf(parsed);
    const [answer, facets] = await Promise.all([
      words === '' ? this.#all() : findPapers(this.#index, parsed),
      this.#facets(FACETS.filter((name) => opened.includes(name) || chosen[name])),
    ]);
    const found = answer.papers.map(({ row }) => row);
    const { rows, counts } = chooseRows(found, this.#table.paperCount, facets, chosen);
    const isKept = new Set(rows);
    const papers = answer.papers.filter(({ row }) => isKept.has(row));
    this.#found = await this.#order({ ...answer, papers }, words, order);
    const shown = Object.entries(facets).map(([name, values]) => [
      name,
      values.map(({ id, label }, at) => ({ id, label, count: counts[name as FacetName]![at]! })),
    ]);
    const first = await this.more(0, most);
    return { count: rows.length, first, facets: Object.fromEntries(shown) as Found['facets'] };
  }

  /** More of the papers of the last search, from a number on. */
  more(from: number, most: number): Promise<ShownPaper[]> {
    return Promise.all(this.#found.slice(from, from + most).map((paper) => this.#show(paper)));
  }

  /** The query with what is misspelt put right; null where nothing is, or no paper has that either. */
  async suggest(query: string): Promise<string | null> {
    for (const other of suggestQueries(query, await this.#files.vocabulary()))
      if (await this.#isAnswered(other)) return other;
    return null;
  }

  async #isAnswered(query: string): Promise<boolean> {
    const { papers } = await findPapers(this.#index, parseQuery(query));
    const first = papers.slice(0, PAPERS_READ).map((paper) => this.#show(paper));
    return papers.length > 0 && unknownIn(query, await Promise.all(first)).length === 0;
  }

  #all(): Answer {
    const papers = Array.from(this.#table.dates.keys(), (row) => ({ row, hits: [] }));
    return { papers, asPhrase: new Set() };
  }

  async #facets(names: readonly FacetName[]): Promise<Facets> {
    const { topic, area, year, code } = this.#table;
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
    if (order === 'fit') return rankPapers(answer, words, (row) => this.#index.load(row));
    const newest = answer.papers.toSorted((a, b) => a.row - b.row);
    if (order === 'date') return newest;
    const upvotes = await this.#files.upvotes();
    const upvotesOf = ({ row }: FoundPaper) => upvotes[row] ?? -1;
    return newest.sort((a, b) => upvotesOf(b) - upvotesOf(a));
  }

  async #show({ row, hits }: FoundPaper): Promise<ShownPaper> {
    const { dates, topic, topicOf } = this.#table;
    const { id, label, mark } = topic[topicOf[row]!] ?? {};
    return {
      ...(await this.#index.load(row)),
      hits,
      date: dates[row] ?? null,
      topic: id === undefined ? null : { id, label: label!, mark: mark! },
    };
  }
}
