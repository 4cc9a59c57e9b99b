import { element } from './element.ts';
import { isEmpty, type SearchState } from './search-state.ts';

const root = element<HTMLElement>('#search');
const status = element<HTMLElement>('#search-status');

/** What a search has come to. */
export interface Outcome {
  readonly count: number;
  /** Words of the query that no paper has. */
  readonly unknown: readonly string[];
}

/** Says how many papers were found, or what to do; `clear` takes all choices back. */
export function describe(state: SearchState, outcome: Outcome, clear: () => void): void {
  const { count, unknown } = outcome;
  if (isEmpty(state)) {
    status.textContent = 'Type words of a title or an abstract, or choose a topic.';
  } else if (count > 0) {
    status.textContent = `${count.toLocaleString('en')} ${count === 1 ? 'paper' : 'papers'}`;
  } else {
    showAdvice(unknown);
    if (Object.keys(state.filters).length > 0) status.append(' ', clearButton(clear));
  }
}

/** Says that there is nothing to search in. */
export function describeFailure(): void {
  status.textContent =
    'The search index could not be loaded. Check the connection and reload the page.';
}

/** What a reader can try who found nothing. */
function showAdvice(unknown: readonly string[]): void {
  const topics = document.createElement('a');
  topics.href = root.dataset['topics'] ?? '';
  topics.textContent = 'browse the topics';
  const which = unknown.length > 0 ? `No paper has “${unknown.join(' ')}”.` : 'No paper found.';
  const advice = `${which} Try fewer or other words, check their spelling, or `;
  status.replaceChildren(advice, topics, '.');
}

function clearButton(clear: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Search in all papers';
  button.addEventListener('click', clear);
  return button;
}
