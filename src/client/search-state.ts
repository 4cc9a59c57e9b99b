/** What a reader looks for. */
export interface SearchState {
  readonly query: string;
  /** Chosen values by the name of the filter; none where all will do. */
  readonly filters: Readonly<Record<string, string>>;
}

export const FILTERS = ['topic', 'digest', 'year'] as const;

/** Reads a search from the query part of an address. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const chosen = FILTERS.flatMap((name) => {
    const value = parameters.get(name);
    return value ? [[name, value]] : [];
  });
  return { query: parameters.get('q') ?? '', filters: Object.fromEntries(chosen) };
}

/** The query part of an address for a search: empty or from the `?` on. */
export function writeState({ query, filters }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const name of FILTERS) if (filters[name]) parameters.set(name, filters[name]);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether a search asks for nothing. */
export function isEmpty({ query, filters }: SearchState): boolean {
  return query === '' && Object.keys(filters).length === 0;
}
