// The search page: what is typed and chosen stands in the address.
import { element } from '../element.ts';
import { LiveSearch } from './live-search.ts';
import { isBusy, list, onMore, PAGE, showResults } from './results-list.ts';
import { noteInEntry, openEntry, readEntry, writeEntry } from './search-history.ts';

/** Browsers allow only so many changes of the history a minute. */
const SCROLLING_PAUSE_MS = 150;

const search = new LiveSearch(
  {
    form: element('.search-form'),
    input: element('#search-input'),
    order: document.querySelector('#search-order'),
    facets: element('#search-facets'),
    facetsButton: element('#facets-button'),
    chips: element('#search-chosen'),
    status: element('#search-status'),
    advice: element('#search-advice'),
    suggestion: element('#search-suggestion'),
    list,
  },
  {
    most: () => Math.max(PAGE, readEntry().shown),
    changed: writeEntry,
    show: showResults,
  },
);

/** Searches what the address says, and scrolls to where the reader was. */
async function open(): Promise<void> {
  const { scroll } = readEntry();
  search.take(openEntry());
  if ((await search.search()) && history.state !== null)
    scrollTo({ top: scroll, behavior: 'instant' });
}

function noteScroll(): void {
  // While an answer is awaited, the page may be of another entry than the address.
  if (!isBusy() && scrollY !== readEntry().scroll) noteInEntry({ scroll: scrollY });
}

onMore((shown) => {
  noteInEntry({ shown });
});
let scrolling: ReturnType<typeof setTimeout> | undefined;
addEventListener('scroll', () => {
  clearTimeout(scrolling);
  scrolling = setTimeout(noteScroll, SCROLLING_PAUSE_MS);
});
// A link is followed sooner than a pause of scrolling is noted.
document.addEventListener('click', noteScroll, { capture: true });
addEventListener('popstate', () => {
  // A jump within the page is no other search.
  if (location.hash === '' || history.state !== null) void open();
});

// The browser would scroll before the results are there.
history.scrollRestoration = 'manual';
void open();
