import { type MapData, PAPERS_PER_CHUNK, type TitleEntry } from '../../map/map-data.ts';

/** Fetches titles as they are needed, many papers at a time. */
export class MapTitles {
  readonly #data: MapData;
  readonly #chunks = new Map<number, Promise<readonly TitleEntry[]>>();
  readonly #known = new Map<number, readonly TitleEntry[]>();

  constructor(data: MapData) {
    this.#data = data;
  }

  /** The entry of a paper; rejects where it can't be had. */
  async of(paper: number): Promise<TitleEntry> {
    const titles = await this.chunk(Math.floor(paper / PAPERS_PER_CHUNK));
    return titles[paper % PAPERS_PER_CHUNK]!;
  }

  /** The entry of a paper where it is here already. */
  known(paper: number): TitleEntry | undefined {
    return this.#known.get(Math.floor(paper / PAPERS_PER_CHUNK))?.[paper % PAPERS_PER_CHUNK];
  }

  /** The entries of a chunk; one that failed is asked for again. */
  chunk(number: number): Promise<readonly TitleEntry[]> {
    const before = this.#chunks.get(number);
    if (before) return before;
    const { files, version } = this.#data;
    const fetched = fetch(`${files}titles-${number}.json?${version}`).then(async (response) => {
      if (!response.ok) throw new Error(`titles-${number}.json: status ${response.status}`);
      const titles = (await response.json()) as readonly TitleEntry[];
      this.#known.set(number, titles);
      return titles;
    });
    fetched.catch(() => this.#chunks.delete(number));
    this.#chunks.set(number, fetched);
    return fetched;
  }

  /** Address of a paper's page. */
  address([, id]: TitleEntry): string {
    return this.#data.paperBase.replace('ID', id);
  }
}
