import { formatCount } from '../../format.ts';
import { make } from './make-element.ts';
import { countChosen, isEmpty, type SearchState, writeState } from './search-state.ts';

/** Where a search says what it came to. */
export interface StatusParts {
  /** Has one line, so that nothing below it moves. */
  readonly status: HTMLElement;
  /** What to try where nothing was found. */
  readonly advice: HTMLElement;
  /** Another query. */
  readonly suggestion: HTMLElement;
  /** Its action is the search page. */
  readonly form: HTMLFormElement;
}

/** What a search has come to. */
export interface Outcome {
  readonly count: number;
  /** Words of the query that no paper has. */
  readonly unknown: readonly string[];
}

/** Says how many papers were found, or what to do. */
export function describe(parts: StatusParts, state: SearchState, outcome: Outcome): void {
  const { status, advice, suggestion } = parts;
  const { count, unknown } = outcome;
  suggestion.hidden = true;
  advice.hidden = isEmpty(state) || count > 0;
  if (isEmpty(state)) {
    const order = state.order === 'upvotes' ? 'most upvotes' : 'the newest';
    status.textContent = `All ${formatCount(count, 'paper')}, ${order} first`;
    return;
  }
  status.textContent = count > 0 ? formatCount(count, 'paper') : 'No paper found';
  if (count > 0) return;
  const which = unknown.length > 0 ? `No paper has “${unknown.join(' ')}”. ` : '';
  const what = `${which}Try fewer or other words, check their spelling, or `;
  advice.replaceChildren(what, topicsLink(), '.');
  if (countChosen(state.chosen) > 0) {
    const everywhere = searchLink(parts, { ...state, chosen: {} }, 'Search in all papers');
    advice.append(' ', everywhere, '.');
  }
}

/** Says that there is nothing to search in. */
export function describeFailure({ status, advice, suggestion }: StatusParts): void {
  suggestion.hidden = true;
  status.textContent = 'The search could not be loaded';
  advice.hidden = false;
  advice.textContent = 'Check the connection, and search again.';
}

/** Offers another query. */
export function offer(parts: StatusParts, state: SearchState, query: string): void {
  const link = searchLink(parts, { ...state, query }, query);
  parts.suggestion.replaceChildren('Did you mean ', link, '?');
  parts.suggestion.hidden = false;
}

/** A link to another search, which is followed without loading a page. */
function searchLink({ form }: StatusParts, state: SearchState, label: string): HTMLAnchorElement {
  const anchor = make('a', '', label);
  anchor.href = form.action + writeState(state);
  anchor.dataset['search'] = '';
  return anchor;
}

function topicsLink(): HTMLAnchorElement {
  const anchor = make('a', '', 'browse the topics');
  anchor.href = `${import.meta.env.BASE_URL}topics/`;
  return anchor;
}
