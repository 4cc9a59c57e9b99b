import { element } from '../element.ts';
import { choose, type Choice, ORDERS, type SearchState } from './search-state.ts';
import type { FacetName } from '../../search/search-data.ts';

/** The form around the box. */
export const form = element<HTMLFormElement>('.search-form');
/** The box that is typed into. */
export const input = element<HTMLInputElement>('#search-input');
/** Absent where the collection has one order. */
export const order = document.querySelector<HTMLSelectElement>('#search-order');

let chosen: Choice = {};

/** What the page asks for. */
export function currentState(): SearchState {
  const wanted = ORDERS.find((name) => name === order?.value) ?? 'fit';
  return { query: input.value.trim(), chosen, order: wanted };
}

/** Takes what an address says. */
export function takeState(state: SearchState): void {
  input.value = state.query;
  chosen = state.chosen;
  if (!order) return;
  const isOffered = [...order.options].some(({ value }) => value === state.order);
  order.value = isOffered ? state.order : 'fit';
}

/** Chooses a value of a facet, or takes it back. */
export function chooseValue(name: FacetName, value: string, isChosen: boolean): void {
  chosen = choose(chosen, name, value, isChosen);
}
