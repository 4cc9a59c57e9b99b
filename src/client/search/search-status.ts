import { formatCount } from '../../format.ts';
import { element } from '../element.ts';
import { countChosen, isEmpty, type SearchState, writeState } from './search-state.ts';

const status = element<HTMLElement>('#search-status');
const suggestion = element<HTMLElement>('#search-suggestion');

/** What a search has come to. */
export interface Outcome {
  readonly count: number;
  /** Words of the query that no paper has. */
  readonly unknown: readonly string[];
}

/** Says how many papers were found, or what to do. */
export function describe(state: SearchState, { count, unknown }: Outcome): void {
  suggestion.hidden = true;
  if (isEmpty(state)) {
    status.textContent = `All ${formatCount(count, 'paper')}, the newest first`;
  } else if (count > 0) {
    status.textContent = formatCount(count, 'paper');
  } else {
    const which = unknown.length > 0 ? `No paper has “${unknown.join(' ')}”.` : 'No paper found.';
    const advice = 'Try fewer or other words, check their spelling, or';
    status.replaceChildren(`${which} ${advice} `, topicsLink(), '.');
    if (countChosen(state.chosen) > 0) {
      const everywhere = searchLink({ ...state, chosen: {} }, 'Search in all papers');
      status.append(' ', everywhere, '.');
    }
  }
}

/** Says that there is nothing to search in. */
export function describeFailure(): void {
  status.textContent =
    'The search index could not be loaded. Check the connection and reload the page.';
}

/** Offers another query. */
export function offer(state: SearchState, query: string): void {
  suggestion.replaceChildren('Did you mean ', searchLink({ ...state, query }, query), '?');
  suggestion.hidden = false;
}

/** A link to another search, which the page follows without being loaded again. */
function searchLink(state: SearchState, label: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = writeState(state) || location.pathname;
  anchor.dataset['search'] = '';
  anchor.textContent = label;
  return anchor;
}

function topicsLink(): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = `${import.meta.env.BASE_URL}topics/`;
  anchor.textContent = 'browse the topics';
  return anchor;
}
