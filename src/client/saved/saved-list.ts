import { element } from '../element.ts';
import { savedEntry, type SavedEntry } from './saved-entry.ts';
import type { SavedPaper } from './saved-paper.ts';

/** So many papers are shown first, and more on each demand. */
const PAGE = 50;

const list = element<HTMLOListElement>('#saved-list');
const more = element<HTMLButtonElement>('#saved-more');

const entries = new Map<string, SavedEntry>();
let papers: readonly SavedPaper[] = [];
let limit = PAGE;

/** Shows these papers. What is shown already stays the same element, so that its note keeps the cursor. */
export function showPapers(wanted: readonly SavedPaper[]): void {
  papers = wanted;
  const items = wanted.slice(0, limit).map(itemOf);
  const staying = new Set(items);
  for (const child of [...list.children]) {
    // One that the reader just removed waits for an undo until something else is asked for.
    if (!staying.has(child as HTMLLIElement) && !child.matches('.removed')) child.remove();
  }
  let place = list.firstElementChild;
  for (const item of items) {
    while (place?.matches('.removed')) place = place.nextElementSibling;
    if (item === place) place = place.nextElementSibling;
    else list.insertBefore(item, place);
  }
  more.hidden = wanted.length <= limit;
}

/** Forgets the places of removed papers. */
export function clearRemoved(): void {
  for (const item of list.querySelectorAll('.removed')) item.remove();
}

function itemOf(paper: SavedPaper): HTMLLIElement {
  const known = entries.get(paper.id);
  if (known) {
    known.show(paper);
    return known.item;
  }
  const entry = savedEntry(paper);
  entries.set(paper.id, entry);
  return entry.item;
}

more.addEventListener('click', () => {
  const next = limit;
  limit += PAGE;
  showPapers(papers);
  // The button goes away behind the last page; the focus moves on to what it brought.
  entries
    .get(papers[next]?.id ?? '')
    ?.item.querySelector<HTMLElement>('.paper-title')
    ?.focus();
});
