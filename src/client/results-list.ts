import { element } from './element.ts';
import type { PagefindAnswer, PagefindResult } from './pagefind.d.ts';
import { resultEntry } from './result-entry.ts';

/** So many results are shown first, and more on each demand. */
export const PAGE = 10;

const list = element<HTMLOListElement>('#search-results');
const more = element<HTMLButtonElement>('#search-more');

let found: readonly PagefindAnswer[] = [];
let askedFor = '';

/** Says whether another answer is on its way. */
export function setBusy(isBusy: boolean): void {
  list.ariaBusy = String(isBusy);
}

/** Whether another answer is on its way. */
export function isBusy(): boolean {
  return list.ariaBusy === 'true';
}

/** Loads what is to be shown of results. */
export function loadResults(results: readonly PagefindAnswer[]): Promise<PagefindResult[]> {
  return Promise.all(results.map((result) => result.data()));
}

/** Shows an answer, of which the first results are loaded, in place of the one before. */
export function showResults(
  answer: readonly PagefindAnswer[],
  first: readonly PagefindResult[],
  query: string,
): void {
  found = answer;
  askedFor = query;
  list.replaceChildren();
  append(first);
}

/** Calls back with the number of results that are shown, after each "Show more". */
export function onMore(notify: (shown: number) => void): void {
  more.addEventListener('click', () => void showMore(notify));
}

async function showMore(notify: (shown: number) => void): Promise<void> {
  const answer = found;
  const shown = list.children.length;
  const next = await loadResults(answer.slice(shown, shown + PAGE));
  // A second click, or another search, may have been faster.
  if (answer !== found || isBusy() || shown !== list.children.length) return;
  append(next);
  // The button goes away behind the last page; the focus moves on to what it brought.
  list.children[shown]?.querySelector<HTMLElement>('.paper-title')?.focus();
  notify(list.children.length);
}

function append(results: readonly PagefindResult[]): void {
  list.append(...results.map((result) => resultEntry(result, askedFor)));
  more.hidden = list.children.length >= found.length;
}
