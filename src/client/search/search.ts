// The search page: what is typed and chosen stands in the address.
import { onFacets, openFacets, showFacets } from './facet-panel.ts';
import { element } from '../element.ts';
import { mayBeMisspelt, unknownIn } from './misspelt.ts';
import { walkResults } from './result-keys.ts';
import { clearResults, isBusy, onMore, PAGE, setBusy, showResults } from './results-list.ts';
import { openSearch } from './open-worker.ts';
import { chooseValue, currentState, form, input, order, takeState } from './search-form.ts';
import { noteInEntry, openEntry, readEntry, writeEntry } from './search-history.ts';
import { readState, type SearchState } from './search-state.ts';
import { describe, describeFailure, offer } from './search-status.ts';

const TYPING_PAUSE_MS = 80;
/** Browsers allow only so many changes of the history a minute. */
const SCROLLING_PAUSE_MS = 150;

/** Counts searches, so that the answer of an overtaken one is dropped. */
let latest = 0;

async function search(): Promise<void> {
  const turn = ++latest;
  const state = currentState();
  setBusy(true);
  try {
    await showAnswer(state, () => turn === latest);
  } catch (error) {
    if (turn !== latest) return;
    clearResults();
    describeFailure();
    throw error;
  } finally {
    if (turn === latest) setBusy(false);
  }
}

async function showAnswer(state: SearchState, isLatest: () => boolean): Promise<void> {
  const engine = await openSearch();
  const most = Math.max(PAGE, readEntry().shown);
  const found = await engine.search(state, openFacets(), most);
  if (!isLatest()) return;
  const unknown = unknownIn(state.query, found.first);
  const isAnswer = unknown.length === 0;
  const count = isAnswer ? found.count : 0;
  showFacets(isAnswer ? found.facets : {}, state.chosen);
  describe(state, { count, unknown });
  showResults({ query: state.query, count, more: engine.more }, isAnswer ? found.first : []);
  if (!mayBeMisspelt(state.query, found.first)) return;
  const other = await engine.suggest(state.query);
  if (other !== null && isLatest()) offer(state, other);
}

/** Writes the form into the address and searches. */
function go(by: Parameters<typeof writeEntry>[1]): void {
  clearTimeout(typing);
  writeEntry(currentState(), by);
  void search();
}

/** Searches what the address says, and scrolls to where the reader was. */
async function open(): Promise<void> {
  const { scroll } = readEntry();
  const turn = latest + 1;
  takeState(openEntry());
  await search();
  if (turn === latest && history.state !== null) scrollTo({ top: scroll, behavior: 'instant' });
}

function noteScroll(): void {
  // While an answer is awaited, the page may be of another entry than the address.
  if (!isBusy() && scrollY !== readEntry().scroll) noteInEntry({ scroll: scrollY });
}

let typing: ReturnType<typeof setTimeout> | undefined;
input.addEventListener('input', () => {
  clearTimeout(typing);
  // What is under way answers an older question.
  latest++;
  setBusy(true);
  typing = setTimeout(go, TYPING_PAUSE_MS, 'typing');
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  go('submit');
});
order?.addEventListener('change', () => {
  go('choice');
});
onFacets(
  () => void search(),
  (name, value, isChosen) => {
    chooseValue(name, value, isChosen);
    go('choice');
  },
);
onMore((shown) => {
  noteInEntry({ shown });
});
walkResults(input, element('#search-results'));
let scrolling: ReturnType<typeof setTimeout> | undefined;
addEventListener('scroll', () => {
  clearTimeout(scrolling);
  scrolling = setTimeout(noteScroll, SCROLLING_PAUSE_MS);
});
document.addEventListener('click', (event) => {
  // A link is followed sooner than a pause of scrolling is noted.
  noteScroll();
  const { target } = event;
  const link =
    target instanceof Element ? target.closest<HTMLAnchorElement>('[data-search]') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  takeState(readState(new URL(link.href).search));
  go('choice');
  input.focus();
});
addEventListener('popstate', () => {
  clearTimeout(typing);
  // A jump within the page is no other search.
  if (location.hash === '' || history.state !== null) void open();
});

// The browser would scroll before the results are there.
history.scrollRestoration = 'manual';
void open();
