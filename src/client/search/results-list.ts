import { element } from '../element.ts';
import { openSearch } from './open-worker.ts';
import { resultEntry } from './result-entry.ts';
import type { ShownPaper } from './search-engine.ts';

/** So many results are shown first, and more on each demand. */
export const PAGE = 10;

/** The results of the search page. */
export const list = element<HTMLOListElement>('#search-results');
const more = element<HTMLButtonElement>('#search-more');

/** What is shown: the query, and how many papers there are in all. */
let shown = { query: '', count: 0 };

/** Whether another answer is on its way. */
export function isBusy(): boolean {
  return list.ariaBusy === 'true';
}

/** Shows an answer of so many papers, of which the first are loaded, in place of the one before. */
export function showResults(query: string, count: number, first: readonly ShownPaper[]): void {
  shown = { query, count };
  list.replaceChildren();
  append(first);
}

/** Calls back with the number of results that are shown, after each "Show more". */
export function onMore(notify: (shown: number) => void): void {
  more.addEventListener('click', () => void showMore(notify));
}

async function showMore(notify: (shown: number) => void): Promise<void> {
  const answer = shown;
  const count = list.children.length;
  const next = await (await openSearch()).more(count, PAGE);
  // A second click, or another search, may have been faster.
  if (answer !== shown || isBusy() || count !== list.children.length) return;
  append(next);
  // The button goes away behind the last page; the focus moves on to what it brought.
  list.children[count]?.querySelector<HTMLElement>('.paper-title')?.focus();
  notify(list.children.length);
}

function append(papers: readonly ShownPaper[]): void {
  const { query, count } = shown;
  list.append(...papers.map((paper) => resultEntry(paper, query)));
  more.hidden = list.children.length >= count;
}
