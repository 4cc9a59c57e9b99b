import { element } from '../element.ts';
import { resultEntry } from './result-entry.ts';
import type { ShownPaper } from './search-engine.ts';

/** So many results are shown first, and more on each demand. */
export const PAGE = 10;

const list = element<HTMLOListElement>('#search-results');
const more = element<HTMLButtonElement>('#search-more');

/** An answer to be shown in pages. */
export interface ShownAnswer {
  readonly query: string;
  /** How many papers there are in all. */
  readonly count: number;
  /** Loads so many from a number on. */
  readonly more: (from: number, most: number) => Promise<readonly ShownPaper[]>;
}
let shown: ShownAnswer | null = null;

/** Says whether another answer is on its way. */
export function setBusy(isBusy: boolean): void {
  list.ariaBusy = String(isBusy);
}

/** Whether another answer is on its way. */
export function isBusy(): boolean {
  return list.ariaBusy === 'true';
}

/** Shows an answer, of which the first results are loaded, in place of the one before. */
export function showResults(answer: ShownAnswer, first: readonly ShownPaper[]): void {
  shown = answer;
  list.replaceChildren();
  append(first);
}

/** Shows nothing. */
export function clearResults(): void {
  shown = null;
  list.replaceChildren();
  more.hidden = true;
}

/** Calls back with the number of results that are shown, after each "Show more". */
export function onMore(notify: (shown: number) => void): void {
  more.addEventListener('click', () => void showMore(notify));
}

async function showMore(notify: (shown: number) => void): Promise<void> {
  const answer = shown;
  if (!answer) return;
  const count = list.children.length;
  const next = await answer.more(count, PAGE);
  // A second click, or another search, may have been faster.
  if (answer !== shown || isBusy() || count !== list.children.length) return;
  append(next);
  // The button goes away behind the last page; the focus moves on to what it brought.
  list.children[count]?.querySelector<HTMLElement>('.paper-title')?.focus();
  notify(list.children.length);
}

function append(papers: readonly ShownPaper[]): void {
  if (!shown) return;
  const { query, count } = shown;
  list.append(...papers.map((paper) => resultEntry(paper, query)));
  more.hidden = list.children.length >= count;
}
