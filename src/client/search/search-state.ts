import { FACETS, type FacetName, ORDERS, type SearchOrder } from '../../search/search-data.ts';

/** Chosen values of facets; none of a facet where all will do. */
export type Choice = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** What a reader looks for. */
export interface SearchState {
  readonly query: string;
  readonly chosen: Choice;
  readonly order: SearchOrder;
}

/** Reads a search from the query part of an address. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const chosen = FACETS.flatMap((name) => {
    const values = [...new Set(parameters.getAll(name).filter((value) => value !== ''))];
    return values.length > 0 ? [[name, values.toSorted()] as const] : [];
  });
  const order = ORDERS.find((name) => name === parameters.get('order')) ?? 'fit';
  return { query: parameters.get('q') ?? '', chosen: Object.fromEntries(chosen), order };
}

/** The query part of an address for a search: empty or from the `?` on. */
export function writeState({ query, chosen, order }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const name of FACETS)
    for (const value of (chosen[name] ?? []).toSorted()) parameters.append(name, value);
  if (order !== 'fit') parameters.set('order', order);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether a search asks for nothing. */
export function isEmpty({ query, chosen }: SearchState): boolean {
  return query.trim() === '' && countChosen(chosen) === 0;
}

/** How many values are chosen. */
export function countChosen(chosen: Choice): number {
  return Object.values(chosen).reduce((sum, values) => sum + values.length, 0);
}

/** The choice with a value of a facet added, or taken back. */
export function choose(chosen: Choice, name: FacetName, value: string, isChosen: boolean): Choice {
  const others = (chosen[name] ?? []).filter((other) => other !== value);
  const values = isChosen ? [...others, value].toSorted() : others;
  const next = { ...chosen, [name]: values };
  return Object.fromEntries(Object.entries(next).filter(([, chosenOf]) => chosenOf.length > 0));
}
