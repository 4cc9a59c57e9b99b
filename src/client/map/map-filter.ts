import type { MapData } from '../../map/map-data.ts';
import { element } from '../element.ts';
import type { CollectionCanvas } from './map-canvas.ts';
import { MapSearch } from './map-search.ts';

const PAUSE_MS = 150;
const numbers = new Intl.NumberFormat('en');

/** The words and topics by which papers light up; they stand in the address too. */
export class MapFilter {
  readonly #map: CollectionCanvas;
  readonly #search: MapSearch;
  readonly #box = element<HTMLInputElement>('#map-words');
  readonly #status = element<HTMLElement>('.map-status');
  readonly #topics = [...document.querySelectorAll<HTMLInputElement>('.map-topics-list input')];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(map: CollectionCanvas, data: MapData) {
    this.#map = map;
    this.#search = new MapSearch(data, map.titles);
  }

  /** Takes what the address asks for, and listens. */
  start(): void {
    const asked = new URLSearchParams(location.search);
    this.#box.value ||= asked.get('q') ?? '';
    for (const box of this.#topics) box.checked = asked.getAll('topic').includes(box.value);
    this.#box.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#apply(), PAUSE_MS);
    });
    for (const box of this.#topics) box.addEventListener('change', () => void this.#apply());
    this.#box.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') this.#map.canvas.focus();
    });
    element('.map-clear').addEventListener('click', () => this.#clear());
    void this.#apply();
  }

  #clear(): void {
    this.#box.value = '';
    for (const box of this.#topics) box.checked = false;
    void this.#apply();
    this.#box.focus();
  }

  async #apply(): Promise<void> {
    const query = this.#box.value.trim();
    const topics = this.#topics.filter(({ checked }) => checked).map(({ value }) => value);
    const found = await this.#search.find(query, new Set(topics)).catch(() => 'failed' as const);
    if (found === undefined) return;
    this.#keepInAddress(query, topics);
    element<HTMLButtonElement>('.map-clear').disabled = found === null;
    if (found === 'failed') this.#status.textContent = 'The titles could not be loaded.';
    else {
      this.#map.light(found?.lit ?? null);
      this.#status.textContent = found === null ? '' : describe(found.hits);
    }
  }

  #keepInAddress(query: string, topics: readonly string[]): void {
    const address = new URL(location.href);
    address.search = '';
    if (query !== '') address.searchParams.set('q', query);
    for (const topic of topics) address.searchParams.append('topic', topic);
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  }
}

function describe(hits: number): string {
  if (hits === 0) return 'No paper';
  return hits === 1 ? '1 paper lights up' : `${numbers.format(hits)} papers light up`;
}
