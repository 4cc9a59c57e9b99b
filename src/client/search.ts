// The search page: what is typed and chosen stands in the address, results come from Pagefind.
import { markedExcerpt, markWords } from './highlight.ts';
import type { Pagefind, PagefindResult, PagefindSearch } from './pagefind.d.ts';
import { FILTERS, readState, type SearchState, writeState } from './search-state.ts';

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
  const { query, filters: chosen } = currentState();
  try {
    bundle ??= loadPagefind();
    const pagefind = await bundle;
    const hasChoice = Object.keys(chosen).length > 0;
    const isEmpty = query === '' && !hasChoice;
    const answer = isEmpty
      ? { results: [], filters: await pagefind.filters() }
      : await pagefind.search(query === '' ? null : query, { filters: { ...chosen } });
    if (turn !== latest) return;
    showFilters(answer.filters);
    found = answer.results;
    shown = 0;
    list.replaceChildren();
    describe(isEmpty, hasChoice);
    await showMore(turn);
  } catch (error) {
    bundle = null;
    more.hidden = true;
    list.replaceChildren();
    status.textContent =
      'The search index could not be loaded. Check the connection and reload the page.';
    throw error;
  }
}

function describe(isEmpty: boolean, hasChoice: boolean): void {
  if (isEmpty) {
    status.textContent = 'Type words of a title or an abstract, or choose a topic.';
  } else if (found.length > 0) {
    status.textContent = `${found.length.toLocaleString('en')} ${found.length === 1 ? 'paper' : 'papers'}`;
  } else {
    showAdvice(hasChoice);
  }
}

/** What a reader can try who found nothing. */
function showAdvice(hasChoice: boolean): void {
  const topics = document.createElement('a');
  topics.href = root.dataset['topics'] ?? '';
  topics.textContent = 'browse the topics';
  status.replaceChildren(
    'No paper found. Try fewer or other words, check their spelling, or ',
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

async function showMore(turn: number): Promise<void> {
  const part = found.slice(shown, shown + PAGE);
  const results = await Promise.all(part.map((result) => result.data()));
  if (turn !== latest) return;
  list.append(...results.map((result) => entryOf(result)));
  shown += part.length;
  more.hidden = shown >= found.length;
}

function entryOf({ url, meta, excerpt }: PagefindResult): HTMLLIElement {
  const title = document.createElement('a');
  title.className = 'paper-title';
  title.href = url;
  title.append(markWords(meta['title'] ?? url, input.value));
  const facts = document.createElement('p');
  facts.className = 'facts';
  const topic = document.createElement('a');
  topic.href = meta['topicUrl'] ?? '';
  topic.textContent = meta['topic'] ?? '';
  facts.append(topic);
  if (meta['year']) {
    const year = document.createElement('span');
    year.textContent = meta['year'];
    facts.append(year);
  }
  const text = document.createElement('p');
  text.className = 'excerpt';
  text.append(markedExcerpt(excerpt));
  const entry = document.createElement('li');
  const article = document.createElement('article');
  article.className = 'paper-entry';
  article.append(title, facts, text);
  entry.append(article);
  return entry;
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
more.addEventListener('click', () => void showMore(latest));
addEventListener('popstate', () => {
  showState(readState(location.search));
  void search();
});

showState(readState(location.search));
void search();
