import {
  type CountedValue,
  FEW,
  firstLines,
  isLong,
  needsFilter,
} from '../../search/facet-lines.ts';
import { make } from './make-element.ts';
import { foldWord } from './words.ts';

/** A value of a facet as it is shown. */
export interface ListedValue extends CountedValue {
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
    const visible =
      sought !== ''
        ? offered.filter(({ label }) => foldWord(label).includes(sought))
        : isWhole && offered.length > FEW
          ? offered
          : firstLines(values);
    list.replaceChildren(
      ...(visible.length > 0 ? visible.map(item) : [make('li', 'facet-none', 'None of this name')]),
    );
    list.classList.toggle('is-long', isLong(values));
    list.classList.toggle('is-whole', isWhole);
    filter.hidden = !needsFilter(values);
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

function item({ id, label, count, isChosen }: ListedValue): HTMLLIElement {
  const box = make('input');
  box.type = 'checkbox';
  box.value = id;
  box.checked = isChosen;
  // It would leave nothing.
  box.disabled = count === 0 && !isChosen;
  const number = make('span', 'facet-count', count.toLocaleString('en'));
  return make('li', '', make('label', '', box, ' ', make('span', '', label), ' ', number));
}
