import { make } from './make-element.ts';
import type { SearchParts } from './live-search.ts';

/** The dialog of the search and what is in it, before the facets and orders are known. */
export interface DialogParts extends Omit<SearchParts, 'order'> {
  readonly dialog: HTMLDialogElement;
  /** Holds the facets and the orders. */
  readonly tools: HTMLElement;
  /** Leads to the page with all results. */
  readonly all: HTMLAnchorElement;
}

/** Makes the dialog, closed, at the end of the page. `searchPage` is the address of the search page. */
export function makeDialog(searchPage: string): DialogParts {
  const input = makeInput();
  const close = make('button', 'search-close', 'Close');
  close.type = 'button';
  const form = make('form', '', input, close);
  form.action = searchPage;
  const facetsButton = make('button', 'facets-button', 'Filters');
  facetsButton.type = 'button';
  facetsButton.ariaExpanded = 'false';
  const facets = make('div', 'facets');
  facets.role = 'group';
  facets.ariaLabel = 'Filters';
  const tools = make('div', 'search-tools', facetsButton, facets);
  const chips = make('ul', 'chosen');
  chips.ariaLabel = 'Chosen filters';
  const status = make('p', 'search-status', 'Loading the papers …');
  status.role = 'status';
  const suggestion = make('p');
  const advice = make('p');
  suggestion.hidden = advice.hidden = true;
  const list = make('ol', 'entries');
  list.ariaBusy = 'true';
  const found = make('div', 'search-found', status, chips, suggestion, advice, list);
  const all = make('a', 'search-all', 'Open the search page');
  all.href = searchPage;
  const dialog = make(
    'dialog',
    'search-dialog',
    form,
    tools,
    found,
    make('footer', '', all, keys()),
  );
  dialog.ariaLabel = 'Search the papers';
  closeBy(dialog, close);
  document.body.append(dialog);
  const search = { form, input, facets, facetsButton, chips, status, suggestion, advice, list };
  return { ...search, dialog, tools, all };
}

/** Tells those who type what else the keyboard does. */
function keys(): HTMLElement {
  const line = make('p', 'search-keys');
  for (const [name, act] of [
    ['↑ ↓', 'walk'],
    ['Enter', 'all results'],
    ['Esc', 'close'],
  ] as const)
    line.append(make('span', '', make('kbd', '', name), ` ${act}`));
  // A screen reader tells of fields and links what can be done with them.
  line.ariaHidden = 'true';
  return line;
}

function makeInput(): HTMLInputElement {
  const input = make('input');
  input.type = 'search';
  input.name = 'q';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.placeholder = 'Title, abstract or author';
  input.ariaLabel = 'Words of the title, the abstract or the authors';
  return input;
}

function closeBy(dialog: HTMLDialogElement, button: HTMLButtonElement): void {
  button.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('click', ({ target }) => {
    // The dialog itself is what is clicked beside its content.
    const isBeside = target === dialog;
    // A link within the page would leave the dialog open over it.
    const link = target instanceof Element ? target.closest('a') : null;
    if (isBeside || (link && !link.hasAttribute('data-search'))) dialog.close();
  });
}
