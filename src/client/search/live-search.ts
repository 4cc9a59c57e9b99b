import { FACETS, ORDERS } from '../../search/search-data.ts';
import { FacetPanel, type FacetParts } from './facet-panel.ts';
import { mayBeMisspelt, unknownIn } from './misspelt.ts';
import { openSearch } from './open-worker.ts';
import { walkResults } from './result-keys.ts';
import type { Found, ShownPaper } from './search-engine.ts';
import { type Choice, choose, readState, type SearchState } from './search-state.ts';
import { describe, describeFailure, offer, type StatusParts } from './search-status.ts';

const TYPING_PAUSE_MS = 80;

/** The elements of a search, in a page or a dialog. */
export interface SearchParts extends FacetParts, StatusParts {
  readonly input: HTMLInputElement;
  /** Null where the collection has one order. */
  readonly order: HTMLSelectElement | null;
  /** Is busy while an answer is awaited. */
  readonly list: HTMLElement;
}

/** How the reader changed a search. */
export type Change = 'typing' | 'submit' | 'choice';

/** What a page or a dialog does with a search. */
export interface SearchHooks {
  /** How many results are shown first. */
  most(): number;
  /** What is asked for has changed. */
  changed(state: SearchState, by: Change): void;
  /** Shows an answer, of which the first papers are loaded. */
  show(query: string, count: number, first: readonly ShownPaper[]): void;
}

/** A search that answers while its box is typed into and its facets and order are chosen. */
export class LiveSearch {
  readonly #parts: SearchParts;
  readonly #hooks: SearchHooks;
  readonly #panel: FacetPanel;
  #chosen: Choice = {};
  /** Counts searches, so that the answer of an overtaken one is dropped. */
  #latest = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: SearchParts, hooks: SearchHooks) {
    this.#parts = parts;
    this.#hooks = hooks;
    this.#panel = new FacetPanel(parts, {
      opened: () => void this.search(),
      chosen: (name, value, isChosen) => {
        this.#choose(choose(this.#chosen, name, value, isChosen));
      },
      cleared: () => {
        this.#choose({});
      },
    });
    this.#listen();
    walkResults(parts.input, parts.list);
  }

  /** What is asked for. */
  state(): SearchState {
    const order = ORDERS.find((name) => name === this.#parts.order?.value) ?? 'fit';
    return { query: this.#parts.input.value.trim(), chosen: this.#chosen, order };
  }

  /** Asks for something else, without searching yet. */
  take(state: SearchState): void {
    const { input, order } = this.#parts;
    clearTimeout(this.#typing);
    input.value = state.query;
    this.#chosen = state.chosen;
    if (!order) return;
    const isOffered = [...order.options].some(({ value }) => value === state.order);
    order.value = isOffered ? state.order : 'fit';
  }

  /** Searches and shows the answer; tells whether no later search has overtaken it. */
  async search(): Promise<boolean> {
    const turn = ++this.#latest;
    const isLatest = () => turn === this.#latest;
    this.#parts.list.ariaBusy = 'true';
    try {
      await this.#answer(this.state(), isLatest);
    } catch (error) {
      if (!isLatest()) return false;
      this.#hooks.show('', 0, []);
      describeFailure(this.#parts);
      throw error;
    } finally {
      if (isLatest()) this.#parts.list.ariaBusy = 'false';
    }
    return isLatest();
  }

  async #answer(state: SearchState, isLatest: () => boolean): Promise<void> {
    const engine = await openSearch();
    const found = await engine.search(state, this.#panel.open(), this.#hooks.most());
    if (!isLatest()) return;
    const unknown = unknownIn(state.query, found.first);
    const { count, first, facets } = unknown.length === 0 ? found : nothingOf(found);
    this.#panel.show(facets, state.chosen);
    describe(this.#parts, state, { count, unknown });
    this.#hooks.show(state.query, count, first);
    if (!mayBeMisspelt(state.query, found.first)) return;
    const other = await engine.suggest(state.query);
    if (other !== null && isLatest()) offer(this.#parts, state, other);
  }

  #go(by: Change): void {
    clearTimeout(this.#typing);
    this.#hooks.changed(this.state(), by);
    void this.search();
  }

  #choose(choice: Choice): void {
    this.#chosen = choice;
    this.#go('choice');
  }

  #listen(): void {
    const { form, input, order, list, advice, suggestion } = this.#parts;
    input.addEventListener('input', () => {
      clearTimeout(this.#typing);
      // What is under way answers an older question.
      this.#latest++;
      list.ariaBusy = 'true';
      this.#typing = setTimeout(() => {
        this.#go('typing');
      }, TYPING_PAUSE_MS);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go('submit');
    });
    order?.addEventListener('change', () => {
      this.#go('choice');
    });
    for (const place of [advice, suggestion])
      place.addEventListener('click', (event) => {
        this.#follow(event);
      });
  }

  /** Follows a link to another search without loading a page. */
  #follow(event: MouseEvent): void {
    const { target } = event;
    const link =
      target instanceof Element ? target.closest<HTMLAnchorElement>('[data-search]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.take(readState(new URL(link.href).search));
    this.#go('choice');
    this.#parts.input.focus();
  }
}

/** An answer without papers, of the same facets. */
function nothingOf({ facets }: Found): Found {
  const none = FACETS.map((name) => [
    name,
    (facets[name] ?? []).map((value) => ({ ...value, count: 0 })),
  ]);
  return { count: 0, first: [], facets: Object.fromEntries(none) as Found['facets'] };
}
