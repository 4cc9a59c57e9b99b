import { orderValues } from '../../search/facet-lines.ts';
import type { FacetName } from '../../search/search-data.ts';
import { facetList, type FacetList, type ListedValue } from './facet-list.ts';
import { make } from './make-element.ts';
import type { Found } from './search-engine.ts';
import { type Choice, countChosen } from './search-state.ts';

/** Where the facets of a search stand. */
export interface FacetParts {
  /** Holds the facets, each a `details`. */
  readonly facets: HTMLElement;
  /** Folds and unfolds them where there is little room. */
  readonly facetsButton: HTMLButtonElement;
  /** What is chosen, to be taken back. */
  readonly chips: HTMLElement;
}

/** Calls of the panel. */
export interface FacetListeners {
  /** A facet is opened, of which the values are to be told. */
  opened(): void;
  chosen(name: FacetName, value: string, isChosen: boolean): void;
  /** Everything is taken back. */
  cleared(): void;
}

interface Facet {
  readonly details: HTMLDetailsElement;
  readonly name: FacetName;
  readonly label: string;
  readonly list: FacetList;
}

/** The facets of a search: their values with counts, and what is chosen of them. */
export class FacetPanel {
  readonly #parts: FacetParts;
  readonly #facets: readonly Facet[];

  constructor(parts: FacetParts, listeners: FacetListeners) {
    this.#parts = parts;
    this.#facets = [...parts.facets.querySelectorAll('details')].map((details) => ({
      details,
      name: details.dataset['facet'] as FacetName,
      label: details.dataset['label']!,
      list: facetList(details),
    }));
    this.#listen(listeners);
  }

  /** The facets that are open, whose values and counts are to be told. */
  open(): FacetName[] {
    return this.#facets.filter(({ details }) => details.open).map(({ name }) => name);
  }

  /** Shows the values of all facets with their counts, and what is chosen beside the results. */
  show(found: Found['facets'], choice: Choice): void {
    const chosenChips: HTMLLIElement[] = [];
    for (const { details, name, label, list } of this.#facets) {
      const values: ListedValue[] = (found[name] ?? []).map((value) => ({
        ...value,
        isChosen: choice[name]?.includes(value.id) ?? false,
      }));
      // What is not told yet stays as it is.
      if (values.length > 0) list.show(orderValues(name, values));
      const count = choice[name]?.length ?? 0;
      details.classList.toggle('has-chosen', count > 0);
      details.querySelector('summary')!.textContent = count > 0 ? `${label} (${count})` : label;
      // An address may ask for what does not exist.
      const labelOf = new Map(values.map((value) => [value.id, value.label]));
      const chosen = choice[name] ?? [];
      chosenChips.push(...chosen.map((id) => chip(name, id, labelOf.get(id) ?? id)));
    }
    const count = countChosen(choice);
    if (count > 1) chosenChips.push(clearingChip());
    this.#showChips(chosenChips);
    this.#parts.facetsButton.textContent = count > 0 ? `Filters (${count})` : 'Filters';
  }

  /** A chip that goes away under the focus hands it on to the next, or to the facets. */
  #showChips(made: readonly HTMLLIElement[]): void {
    const { chips, facets, facetsButton } = this.#parts;
    const focused = [...chips.children].findIndex((item) => item.contains(document.activeElement));
    chips.replaceChildren(...made);
    if (focused < 0) return;
    const next = (made[focused] ?? made.at(-1))?.querySelector('button');
    // One of the two is shown.
    for (const target of next ? [next] : [facetsButton, facets.querySelector('summary')])
      target?.focus();
  }

  #listen(listeners: FacetListeners): void {
    const { facets, facetsButton, chips } = this.#parts;
    const fold = () => {
      facetsButton.ariaExpanded = String(facets.classList.toggle('is-open'));
    };
    facetsButton.addEventListener('click', fold);
    facets.querySelector('.facets-done')?.addEventListener('click', () => {
      fold();
      // It stands above the results.
      facetsButton.focus();
    });
    for (const { details, name, list } of this.#facets) {
      details.addEventListener('toggle', () => {
        if (details.open) listeners.opened();
      });
      list.onChoice((value, isChosen) => {
        listeners.chosen(name, value, isChosen);
      });
    }
    chips.addEventListener('click', ({ target }) => {
      const clicked = target instanceof Element ? target.closest('button') : null;
      if (!clicked) return;
      const { facet, value } = clicked.dataset;
      if (facet && value) listeners.chosen(facet as FacetName, value, false);
      else listeners.cleared();
    });
  }
}

function chip(name: FacetName, id: string, label: string): HTMLLIElement {
  const remove = make('button', '', `${label} ×`);
  remove.type = 'button';
  remove.dataset['facet'] = name;
  remove.dataset['value'] = id;
  remove.ariaLabel = `Remove the filter ${label}`;
  return make('li', '', remove);
}

function clearingChip(): HTMLLIElement {
  const clear = make('button', 'clear', 'Clear all');
  clear.type = 'button';
  return make('li', '', clear);
}
