/** The dialog of the search and what is in it. */
export interface DialogParts {
  readonly dialog: HTMLDialogElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly status: HTMLElement;
  readonly suggestion: HTMLElement;
  readonly list: HTMLOListElement;
  /** Leads to the page with all results. */
  readonly all: HTMLAnchorElement;
}

/** Makes the dialog, closed, at the end of the page. `searchPage` is the address of the search page. */
export function makeDialog(searchPage: string): DialogParts {
  const dialog = make('dialog', 'search-dialog');
  dialog.ariaLabel = 'Search the papers';
  const form = make('form');
  form.action = searchPage;
  const input = make('input');
  input.type = 'search';
  input.name = 'q';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.placeholder = 'Title, abstract or author';
  input.ariaLabel = 'Words of the title, the abstract or the authors';
  const close = make('button', 'search-close');
  close.type = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => {
    dialog.close();
  });
  form.append(input, close);
  const status = make('p', 'search-status');
  status.role = 'status';
  const suggestion = make('p', 'search-suggestion');
  suggestion.hidden = true;
  const list = make('ol', 'entries');
  const all = make('a', 'search-all');
  all.href = searchPage;
  all.textContent = 'All filters and orders';
  dialog.append(form, status, suggestion, list, all);
  // The dialog itself is what is clicked beside its content.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return { dialog, form, input, status, suggestion, list, all };
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
