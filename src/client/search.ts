// The search page: what is typed and chosen stands in the address, results come from Pagefind.
import type { Pagefind, PagefindResult, PagefindSearch } from './pagefind.d.ts';
import { resultEntry } from './result-entry.ts';
import { FILTERS, readState, type SearchState, writeState } from './search-state.ts';
import { unknownWords } from './unknown-words.ts';

const PAGE = 10;
const TYPING_PAUSE_MS = 120;

const root = element<HTMLElement>('#search');
const form = element<HTMLFormElement>('#search form');
const input = element<HTMLInputElement>('#search input[type=search]');
const filters = element<HTMLElement>('#search .filters');
const status = element<HTMLElement>('#search-status');
const list = element<HTMLOListElement>('#search-results');
const more = element<HTMLButtonElement>('#search-more');

let bundle: Promise<Pagefind> | null = null;
/** Counts searches, so that the answer of an overtaken one is dropped. */
let latest = 0;
let shown = 0;
let found: PagefindSearch['results'] = [];

function element<Type extends Element>(selector: string): Type {
  const match = document.querySelector<Type>(selector);
  if (!match) throw new Error(`the page has no ${selector}`);
  return match;
}

function selectOf(name: string): HTMLSelectElement {
  return element<HTMLSelectElement>(`#filter-${name}`);
}

async function loadPagefind(): Promise<Pagefind> {
  const address = new URL(root.dataset['bundle'] ?? '', location.href).href;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ excerptLength: 32 });
  await pagefind.init();
  // Answers count by filter only once the filters are loaded.
  await pagefind.filters();
  return pagefind;
}

function currentState(): SearchState {
  const chosen = FILTERS.map((name) => [name, selectOf(name).value]).filter(([, value]) => value);
  return { query: input.value.trim(), filters: Object.fromEntries(chosen) };
}

/** Shows what an address says in the form. */
function showState(state: SearchState): void {
  input.value = state.query;
  for (const name of FILTERS) setOption(selectOf(name), state.filters[name] ?? '');
}

/** Chooses a value, which may not be among the options yet. */
function setOption(select: HTMLSelectElement, value: string): void {
  if (![...select.options].some((option) => option.value === value))
    select.add(new Option(value, value));
  select.value = value;
}

async function search(): Promise<void> {
  const turn = ++latest;
  const state = currentState();
  list.ariaBusy = 'true';
  try {
    bundle ??= loadPagefind();
    const pagefind = await bundle;
    const answer = isEmpty(state)
      ? { results: [], filters: await pagefind.filters() }
      : await pagefind.search(state.query || null, { filters: { ...state.filters } });
    const first = await loadResults(answer.results.slice(0, PAGE));
    if (turn !== latest) return;
    const texts = first.map(({ content }) => content);
    const unknown = texts.length > 0 ? unknownWords(state.query, texts) : [];
    found = unknown.length > 0 ? [] : answer.results;
    shown = 0;
    list.replaceChildren();
    showFilters(answer.filters);
    describe(state, unknown);
    append(found.length > 0 ? first : []);
    list.ariaBusy = 'false';
  } catch (error) {
    bundle = null;
    list.ariaBusy = 'false';
    more.hidden = true;
    list.replaceChildren();
    status.textContent =
      'The search index could not be loaded. Check the connection and reload the page.';
    throw error;
  }
}

function isEmpty({ query, filters: chosen }: SearchState): boolean {
  return query === '' && Object.keys(chosen).length === 0;
}

function loadResults(results: PagefindSearch['results']): Promise<PagefindResult[]> {
  return Promise.all(results.map((result) => result.data()));
}

function describe(state: SearchState, unknown: readonly string[]): void {
  if (isEmpty(state)) {
    status.textContent = 'Type words of a title or an abstract, or choose a topic.';
  } else if (found.length > 0) {
    status.textContent = `${found.length.toLocaleString('en')} ${found.length === 1 ? 'paper' : 'papers'}`;
  } else {
    showAdvice(unknown, Object.keys(state.filters).length > 0);
  }
}

/** What a reader can try who found nothing. */
function showAdvice(unknown: readonly string[], hasChoice: boolean): void {
  const topics = document.createElement('a');
  topics.href = root.dataset['topics'] ?? '';
  topics.textContent = 'browse the topics';
  const which = unknown.length > 0 ? `No paper has “${unknown.join(' ')}”.` : 'No paper found.';
  status.replaceChildren(
    `${which} Try fewer or other words, check their spelling, or `,
    topics,
    '.',
  );
  if (!hasChoice) return;
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.textContent = 'Search in all papers';
  clear.addEventListener('click', () => {
    for (const name of FILTERS) selectOf(name).value = '';
    go(history.pushState.bind(history));
    input.focus();
  });
  status.append(' ', clear);
}

async function showMore(): Promise<void> {
  const turn = latest;
  const next = await loadResults(found.slice(shown, shown + PAGE));
  if (turn === latest) append(next);
}

function append(results: readonly PagefindResult[]): void {
  const { query } = currentState();
  list.append(...results.map((result) => resultEntry(result, query)));
  shown += results.length;
  more.hidden = shown >= found.length;
}

/** Fills the choices with what the answer would leave, the present choice always among them. */
function showFilters(counts: PagefindSearch['filters']): void {
  for (const name of FILTERS) {
    const select = selectOf(name);
    const chosen = select.value;
    const values = Object.entries(counts[name] ?? {}).filter(
      ([value, count]) => count > 0 || value === chosen,
    );
    values.sort(([a], [b]) => (name === 'year' ? b.localeCompare(a) : a.localeCompare(b)));
    const options = values.map(([value, count]) => new Option(`${value} (${count})`, value));
    select.replaceChildren(new Option(select.dataset['all'] ?? '', ''), ...options);
    setOption(select, chosen);
  }
  filters.hidden = false;
}

/** Writes the form into the address and searches. */
function go(write: typeof history.pushState): void {
  write(null, '', location.pathname + writeState(currentState()));
  void search();
}

let typing: ReturnType<typeof setTimeout> | undefined;
input.addEventListener('input', () => {
  clearTimeout(typing);
  // What is under way answers an older question.
  latest++;
  list.ariaBusy = 'true';
  typing = setTimeout(() => {
    go(history.replaceState.bind(history));
  }, TYPING_PAUSE_MS);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(typing);
  go(history.pushState.bind(history));
});
filters.addEventListener('change', () => {
  go(history.pushState.bind(history));
});
more.addEventListener('click', () => void showMore());
addEventListener('popstate', () => {
  showState(readState(location.search));
  void search();
});

showState(readState(location.search));
void search();
