import { type MapData, PAPERS_PER_CHUNK } from '../../map/map-data.ts';
import type { MapTitles } from './map-titles.ts';

/** A text as its words are compared: without case, accents and signs, a space before each word. */
export function foldText(text: string): string {
  return ` ${text}`
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trimEnd();
}

/** Whether a folded text has, for each of some folded words, a word that begins with it. */
export function hasWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(` ${word}`));
}

/** Which papers are meant: of chosen topics, with some words in their titles. */
export class MapSearch {
  readonly #data: MapData;
  readonly #titles: MapTitles;
  readonly #folded = new Map<number, readonly string[]>();
  #asked = 0;

  constructor(data: MapData, titles: MapTitles) {
    this.#data = data;
    this.#titles = titles;
  }

  /**
   * One flag a paper, and how many are set; null where nothing is asked. Undefined when another question
   * came in between. Rejects where titles can't be had.
   */
  async find(
    query: string,
    topics: ReadonlySet<string>,
  ): Promise<{ lit: Uint8Array; hits: number } | null | undefined> {
    const asked = ++this.#asked;
    const words = foldText(query).split(' ').filter(Boolean);
    if (words.length === 0 && topics.size === 0) return null;
    const lit = this.#inTopics(topics);
    if (words.length > 0) await this.#keepTitled(lit, words);
    if (asked !== this.#asked) return undefined;
    return { lit, hits: lit.reduce((sum, flag) => sum + flag, 0) };
  }

  #inTopics(chosen: ReadonlySet<string>): Uint8Array {
    const { topics } = this.#data;
    const lit = new Uint8Array(topics.reduce((sum, { count }) => sum + count, 0));
    let start = 0;
    for (const { id, count } of topics) {
      if (chosen.size === 0 || chosen.has(id)) lit.fill(1, start, start + count);
      start += count;
    }
    return lit;
  }

  async #keepTitled(lit: Uint8Array, words: readonly string[]): Promise<void> {
    const chunks = Math.ceil(lit.length / PAPERS_PER_CHUNK);
    const keep = async (chunk: number) => {
      const start = chunk * PAPERS_PER_CHUNK;
      if (!lit.subarray(start, start + PAPERS_PER_CHUNK).includes(1)) return;
      for (const [index, title] of (await this.#foldedTitles(chunk)).entries()) {
        if (!hasWords(title, words)) lit[start + index] = 0;
      }
    };
    await Promise.all(Array.from({ length: chunks }, (_, chunk) => keep(chunk)));
  }

  async #foldedTitles(chunk: number): Promise<readonly string[]> {
    const before = this.#folded.get(chunk);
    if (before) return before;
    const folded = (await this.#titles.chunk(chunk)).map(([title]) => foldText(title));
    this.#folded.set(chunk, folded);
    return folded;
  }
}
