import { element } from './element.ts';
import type { PagefindSearch } from './pagefind.d.ts';
import { FILTERS, type SearchState } from './search-state.ts';

/** The form around the box. */
export const form = element<HTMLFormElement>('#search form');
/** The box that is typed into. */
export const input = element<HTMLInputElement>('#search input[type=search]');
/** What holds the choices. */
export const filters = element<HTMLElement>('#search .filters');

/** What the form asks for. */
export function currentState(): SearchState {
  const chosen = FILTERS.map((name) => [name, selectOf(name).value]).filter(([, value]) => value);
  return { query: input.value.trim(), filters: Object.fromEntries(chosen) };
}

/** Shows in the form what an address says. */
export function showState(state: SearchState): void {
  input.value = state.query;
  for (const name of FILTERS) setOption(selectOf(name), state.filters[name] ?? '');
}

/** Fills the choices with what the answer would leave, the present choice always among them. */
export function showFilters(counts: PagefindSearch['filters']): void {
  for (const name of FILTERS) {
    const select = selectOf(name);
    const chosen = select.value;
    const values = Object.entries(counts[name] ?? {}).filter(
      ([value, count]) => count > 0 || value === chosen,
    );
    values.sort(([a], [b]) => (name === 'year' ? b.localeCompare(a) : a.localeCompare(b)));
    const options = values.map(([value, count]) => new Option(`${value} (${count})`, value));
    select.replaceChildren(new Option(select.dataset['all'] ?? '', ''), ...options);
    setOption(select, chosen);
  }
  filters.hidden = false;
}

function selectOf(name: string): HTMLSelectElement {
  return element<HTMLSelectElement>(`#filter-${name}`);
}

/** Chooses a value, which may not be among the options yet. */
function setOption(select: HTMLSelectElement, value: string): void {
  if (![...select.options].some((option) => option.value === value))
    select.add(new Option(value, value));
  select.value = value;
}
