// The search page: what is typed and chosen stands in the address, results come from Pagefind.
import { element } from './element.ts';
import type { Pagefind, PagefindSearch } from './pagefind.d.ts';
import { titlesFirst } from './ranking.ts';
import { isBusy, loadResults, onMore, PAGE, setBusy, showResults } from './results-list.ts';
import { currentState, filters, form, input, showFilters, showState } from './search-form.ts';
import { noteInEntry, openEntry, readEntry, writeEntry } from './search-history.ts';
import { isEmpty, type SearchState } from './search-state.ts';
import { describe, describeFailure } from './search-status.ts';
import { unknownWords } from './unknown-words.ts';

const TYPING_PAUSE_MS = 120;
/** Browsers allow only so many changes of the history a minute. */
const SCROLLING_PAUSE_MS = 150;

let bundle: Promise<Pagefind> | null = null;
/** Counts searches, so that the answer of an overtaken one is dropped. */
let latest = 0;

async function loadPagefind(): Promise<Pagefind> {
  const bundlePath = element<HTMLElement>('#search').dataset['bundle'] ?? '';
  const address = new URL(bundlePath, location.href).href;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.init();
  // Answers count by filter only once the filters are loaded.
  await pagefind.filters();
  return pagefind;
}

async function ask({ query, filters: chosen }: SearchState): Promise<PagefindSearch> {
  bundle ??= loadPagefind();
  const pagefind = await bundle;
  if (isEmpty({ query, filters: chosen }))
    return { results: [], filters: await pagefind.filters() };
  const answer = await pagefind.search(query || null, { filters: { ...chosen } });
  return { ...answer, results: await titlesFirst(answer.results, query) };
}

async function search(): Promise<void> {
  const turn = ++latest;
  const state = currentState();
  setBusy(true);
  try {
    const answer = await ask(state);
    const first = await loadResults(answer.results.slice(0, Math.max(PAGE, readEntry().shown)));
    if (turn !== latest) return;
    const texts = first.map(({ content }) => content);
    const unknown = texts.length > 0 ? unknownWords(state.query, texts) : [];
    const found = unknown.length > 0 ? [] : answer.results;
    showFilters(answer.filters);
    describe(state, { count: found.length, unknown }, searchInAll);
    showResults(found, found.length > 0 ? first : [], state.query);
  } catch (error) {
    bundle = null;
    showResults([], [], '');
    describeFailure();
    throw error;
  } finally {
    if (turn === latest) setBusy(false);
  }
}

/** Takes all choices back. */
function searchInAll(): void {
  showState({ ...currentState(), filters: {} });
  go('choice');
  input.focus();
}

/** Writes the form into the address and searches. */
function go(by: Parameters<typeof writeEntry>[1]): void {
  writeEntry(currentState(), by);
  void search();
}

/** Searches what the address says, and scrolls to where the reader was. */
async function open(): Promise<void> {
  const { scroll } = readEntry();
  const turn = latest + 1;
  showState(openEntry());
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
  clearTimeout(typing);
  go('submit');
});
filters.addEventListener('change', () => {
  clearTimeout(typing);
  go('choice');
});
onMore((shown) => {
  noteInEntry({ shown });
});
let scrolling: ReturnType<typeof setTimeout> | undefined;
addEventListener('scroll', () => {
  clearTimeout(scrolling);
  scrolling = setTimeout(noteScroll, SCROLLING_PAUSE_MS);
});
// A link is followed sooner than a pause of scrolling is noted.
document.addEventListener('click', noteScroll);
addEventListener('popstate', () => {
  clearTimeout(typing);
  // A jump within the page is no other search.
  if (location.hash === '' || history.state !== null) void open();
});

// The browser would scroll before the results are there.
history.scrollRestoration = 'manual';
void open();
