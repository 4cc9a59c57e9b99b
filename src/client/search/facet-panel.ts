import type { FacetName } from '../../search/search-data.ts';
import { element } from '../element.ts';
import { facetList, type ListedValue } from './facet-list.ts';
import type { Found } from './search-engine.ts';
import { type Choice, countChosen } from './search-state.ts';

const panel = element<HTMLElement>('#search-facets');
const button = element<HTMLButtonElement>('#facets-button');
const chips = element<HTMLUListElement>('#search-chosen');
const facets = [...panel.querySelectorAll<HTMLDetailsElement>('details')].map((details) => ({
  details,
  name: details.dataset['facet'] as FacetName,
  list: facetList(details),
}));

// On narrow screens the facets are folded away.
button.addEventListener('click', () => {
  const isOpen = panel.classList.toggle('is-open');
  button.ariaExpanded = String(isOpen);
});

/** The facets that are open, whose values and counts are to be told. */
export function openFacets(): FacetName[] {
  return facets.filter(({ details }) => details.open).map(({ name }) => name);
}

/** Calls back where a facet is opened, and where a value is chosen or taken back. */
export function onFacets(
  opened: () => void,
  chosen: (name: FacetName, value: string, isChosen: boolean) => void,
): void {
  for (const { details, name, list } of facets) {
    details.addEventListener('toggle', () => {
      if (details.open) opened();
    });
    list.onChoice((value, isChosen) => {
      chosen(name, value, isChosen);
    });
  }
  chips.addEventListener('click', ({ target }) => {
    const chip = target instanceof Element ? target.closest('button') : null;
    const { facet, value } = chip?.dataset ?? {};
    if (facet && value) chosen(facet as FacetName, value, false);
  });
}

/** Shows the values of all facets with their counts, and what is chosen above the results. */
export function showFacets(facetsFound: Found['facets'], choice: Choice): void {
  const chosenChips: HTMLLIElement[] = [];
  for (const { name, list } of facets) {
    const values: ListedValue[] = (facetsFound[name] ?? []).map((value) => ({
      ...value,
      isChosen: choice[name]?.includes(value.id) ?? false,
    }));
    // Years and digests stand in their order, else the values of most papers come first.
    if (name !== 'year' && name !== 'digest') values.sort((a, b) => b.count - a.count);
    list.show(values);
    chosenChips.push(...values.filter((value) => value.isChosen).map((value) => chip(name, value)));
  }
  chips.replaceChildren(...chosenChips);
  const count = countChosen(choice);
  button.textContent = count > 0 ? `Filters (${count})` : 'Filters';
}

function chip(name: FacetName, { id, label }: ListedValue): HTMLLIElement {
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.dataset['facet'] = name;
  remove.dataset['value'] = id;
  remove.ariaLabel = `Remove the filter ${label}`;
  remove.textContent = `${label} ×`;
  const item = document.createElement('li');
  item.append(remove);
  return item;
}
