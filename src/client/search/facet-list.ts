import type { ShownValue } from './search-engine.ts';
import { foldWord } from './words.ts';

/** So many values are shown before "Show all". */
const FEW = 8;

/** A value of a facet as it is shown. */
export interface ListedValue extends ShownValue {
  readonly isChosen: boolean;
}

/** The values of one facet in the page. */
export interface FacetList {
  show(values: readonly ListedValue[]): void;
  /** Calls back where a value is chosen or taken back. */
  onChoice(notify: (value: string, isChosen: boolean) => void): void;
}

/** Takes charge of the list in a facet: of many values it shows the first, finds others, or shows all. */
export function facetList(details: HTMLDetailsElement): FacetList {
  const list = details.querySelector('ul')!;
  const filter = details.querySelector('input')!;
  const more = details.querySelector('button')!;
  let values: readonly ListedValue[] = [];
  let isWhole = false;
  const draw = () => {
    const focused = list.querySelector<HTMLInputElement>('input:focus')?.value;
    const offered = values.filter(({ count, isChosen }) => count > 0 || isChosen);
    const sought = foldWord(filter.value.trim());
    const fitting = offered.filter(({ label }) => foldWord(label).includes(sought));
    const visible = isWhole || sought !== '' ? fitting : firstOf(fitting);
    list.replaceChildren(...visible.map(item));
    details.hidden = details.open && offered.length === 0;
    filter.hidden = values.length <= 2 * FEW;
    more.hidden = sought !== '' || offered.length <= FEW;
    more.textContent = isWhole ? 'Show fewer' : `Show all ${offered.length}`;
    // The list was made anew under the reader's hands.
    if (focused !== undefined)
      [...list.querySelectorAll('input')].find(({ value }) => value === focused)?.focus();
  };
  filter.addEventListener('input', draw);
  more.addEventListener('click', () => {
    isWhole = !isWhole;
    draw();
  });
  return {
    show(next) {
      values = next;
      draw();
    },
    onChoice(notify) {
      list.addEventListener('change', ({ target }) => {
        if (target instanceof HTMLInputElement) notify(target.value, target.checked);
      });
    },
  };
}

/** The first values, and all that are chosen. */
function firstOf(values: readonly ListedValue[]): ListedValue[] {
  return values.filter(({ isChosen }, index) => isChosen || index < FEW);
}

function item({ id, label, count, isChosen }: ListedValue): HTMLLIElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.value = id;
  box.checked = isChosen;
  const name = document.createElement('span');
  name.textContent = label;
  const number = document.createElement('span');
  number.className = 'facet-count';
  number.textContent = count.toLocaleString('en');
  const line = document.createElement('label');
  line.append(box, name, ' ', number);
  const entry = document.createElement('li');
  entry.append(line);
  return entry;
}
