import type { SearchOffers } from '../../search/search-data.ts';
import type { DialogParts } from './dialog-parts.ts';
import { make } from './make-element.ts';

/** Puts the facets, as buttons that open lists, and the orders into the dialog. Returns the orders, null where there is one. */
export function fillTools(parts: DialogParts, offers: SearchOffers): HTMLSelectElement | null {
  const { tools, facets, facetsButton } = parts;
  facets.append(...offers.facets.map(({ name, label }) => makeFacet(name, label)));
  facetsButton.hidden = offers.facets.length === 0;
  openAsMenus(parts);
  if (offers.orders.length < 2) return null;
  const order = make('select');
  order.append(...offers.orders.map(({ name, label }) => new Option(label, name)));
  order.ariaLabel = 'Order';
  tools.append(order);
  return order;
}

/** A facet as the search page has it, without values yet. */
function makeFacet(name: string, label: string): HTMLDetailsElement {
  const filter = make('input', 'facet-filter');
  filter.type = 'search';
  filter.autocomplete = 'off';
  filter.placeholder = filter.ariaLabel = `Find in ${label.toLowerCase()}`;
  const more = make('button', 'facet-more');
  more.type = 'button';
  const values = make('div', 'facet-values', filter, make('ul', 'plain'), more);
  filter.hidden = more.hidden = true;
  const details = make('details', 'facet', make('summary', '', label), values);
  details.dataset['facet'] = name;
  details.dataset['label'] = label;
  return details;
}

/** Keeps one facet open at a time, until Escape or a click beside it. */
function openAsMenus({ dialog, facets }: DialogParts): void {
  const closeAllBut = (kept: Node | null) => {
    for (const details of facets.querySelectorAll<HTMLDetailsElement>('details[open]'))
      if (!kept || !details.contains(kept)) details.open = false;
  };
  dialog.addEventListener('click', ({ target }) => {
    closeAllBut(target as Node | null);
  });
  // Not whenever the focus moves: pressing the mouse on a label moves it to the dialog.
  dialog.addEventListener('keyup', ({ key, target }) => {
    if (key === 'Tab') closeAllBut(target as Node | null);
  });
  dialog.addEventListener('close', () => {
    closeAllBut(null);
  });
  dialog.addEventListener('keydown', (event) => {
    const open = facets.querySelector<HTMLDetailsElement>('details[open]');
    if (event.key !== 'Escape' || !open) return;
    // The next Escape closes the dialog.
    event.preventDefault();
    open.querySelector('summary')!.focus();
    open.open = false;
  });
}
