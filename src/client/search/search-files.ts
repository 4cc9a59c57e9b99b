import {
  type FacetName,
  SEARCH_FILES,
  type SearchTable,
  type WrittenValue,
} from '../../search/search-data.ts';
import type { FacetValue } from './facets.ts';
import { type PaperTable, readTable, readValue } from './read-table.ts';

/** What the search loads from the site's folder `search/`, each file once and when it is asked for. */
export class SearchFiles {
  readonly #folder: string;
  readonly #texts = new Map<string, Promise<string>>();

  /** `folder` is an address with a slash at its end. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async table(): Promise<PaperTable> {
    return readTable(JSON.parse(await this.#load(SEARCH_FILES.table)) as SearchTable);
  }

  /** The values of a facet that the table does not have. */
  async facet(name: Extract<FacetName, 'organization' | 'digest'>): Promise<FacetValue[]> {
    return (JSON.parse(await this.#load(SEARCH_FILES[name])) as WrittenValue[]).map(readValue);
  }

  /** Upvotes by row; null where unknown. */
  async upvotes(): Promise<(number | null)[]> {
    return JSON.parse(await this.#load(SEARCH_FILES.upvotes)) as (number | null)[];
  }

  /** Words of the collection, those of most papers first. */
  async vocabulary(): Promise<string[]> {
    return (await this.#load(SEARCH_FILES.vocabulary)).split('\n');
  }

  #load(name: string): Promise<string> {
    const known = this.#texts.get(name);
    if (known) return known;
    // These files keep their names from build to build: ask whether they changed.
    const text = fetch(this.#folder + name, { cache: 'no-cache' }).then((response) => {
      if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
      return response.text();
    });
    this.#texts.set(name, text);
    // What failed is asked for again.
    text.catch(() => this.#texts.delete(name));
    return text;
  }
}
