import { formatDate } from '../../format.ts';
import { hasLeft } from './look-up.ts';
import { paperAddress } from './page-details.ts';
import { noteBox, readButton } from './paper-tools.ts';
import type { SavedPaper } from './saved-paper.ts';
import { remove, save } from './saved-store.ts';
import { keepSavedPages } from './keep-saved-pages.ts';
import { tellFailure } from './toggle-saved.ts';

/** A saved paper in the list. */
export interface SavedEntry {
  readonly item: HTMLLIElement;
  /** Shows the paper as it is now. */
  show(paper: SavedPaper): void;
}

/** Makes the item of a saved paper: title, topic, dates, excerpt, and what the reader keeps of it. */
export function savedEntry(first: SavedPaper): SavedEntry {
  const { id, title } = first;
  const item = document.createElement('li');
  const article = make('article', 'paper-entry saved-entry');
  const link = make('a', 'paper-title');
  const facts = make('p', 'facts');
  const excerpt = make('p', 'excerpt');
  const tools = make('div', 'saved-tools');
  link.href = paperAddress(id);
  link.dir = 'auto';
  const gone = make('span', '', 'no longer in this collection');
  let paper = first;
  let isGone = false;
  const removal = make('button', 'quiet', 'Remove');
  removal.type = 'button';
  removal.ariaLabel = `Remove ${title}`;
  removal.addEventListener('click', () => {
    removeEntry(item, article, paper);
  });
  tools.append(readButton(id, title), removal, noteBox(id, `Your note on ${title}`));
  article.append(link, facts, excerpt, tools);
  item.append(article);
  const show = (now: SavedPaper) => {
    paper = now;
    // Removed here and saved again in another tab.
    if (item.matches('.removed')) restore(item, article);
    link.textContent = now.title;
    facts.replaceChildren(...factsOf(now));
    if (isGone) facts.append(gone);
    excerpt.textContent = now.details?.excerpt ?? '';
    excerpt.hidden = !now.details?.excerpt;
    item.classList.toggle('is-read', now.readAt !== null);
  };
  show(first);
  void hasLeft(id).then((left) => {
    isGone = left;
    if (left) facts.append(gone);
  });
  return { item, show };
}

function factsOf({ details, savedAt, readAt }: SavedPaper): HTMLElement[] {
  const { topic = null, published = null } = details ?? {};
  const saved = make('span', '', `saved ${formatDate(savedAt.slice(0, 10))}`);
  const facts: HTMLElement[] = [];
  if (topic !== null) {
    const link = make('a', '', topic.label);
    link.href = `${import.meta.env.BASE_URL}topics/${topic.id}/`;
    const fact = make('span', '');
    fact.append(link);
    facts.push(fact);
  }
  if (published !== null) facts.push(make('span', '', formatDate(published)));
  facts.push(saved);
  if (readAt !== null) facts.push(make('span', '', `read ${formatDate(readAt.slice(0, 10))}`));
  return facts;
}

/** Leaves an offer to undo in the place of a paper. */
function removeEntry(item: HTMLLIElement, article: HTMLElement, paper: SavedPaper): void {
  const undo = make('button', 'quiet', 'Undo');
  undo.type = 'button';
  const offer = make('p', 'explanation', `Removed “${paper.title}”. `);
  offer.append(undo);
  undo.addEventListener('click', () => {
    restore(item, article);
    if (
      tellFailure(() => {
        save(paper);
      })
    )
      keepSavedPages();
    article.querySelector<HTMLElement>('.paper-title')?.focus();
  });
  item.classList.add('removed');
  item.replaceChildren(offer);
  undo.focus();
  tellFailure(() => {
    remove(paper.id);
    keepSavedPages();
  });
}

function restore(item: HTMLLIElement, article: HTMLElement): void {
  item.classList.remove('removed');
  item.replaceChildren(article);
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
