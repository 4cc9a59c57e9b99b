// The search over any page: results while typing; filters and orders are on the search page.
import { formatCount } from '../../format.ts';
import dialogStyles from '../../styles/search-dialog.css?inline';
import starStyles from '../../styles/star.css?inline';
import { type DialogParts, makeDialog } from './dialog-parts.ts';
import { mayBeMisspelt, unknownIn } from './misspelt.ts';
import { openSearch } from './open-worker.ts';
import { resultEntry } from './result-entry.ts';
import { walkResults } from './result-keys.ts';
import { writeState } from './search-state.ts';

const TYPING_PAUSE_MS = 80;
const RESULTS = 8;

let parts: DialogParts | null = null;
/** Counts searches, so that the answer of an overtaken one is dropped. */
let latest = 0;

/** Opens the dialog, with what was typed before. `searchPage` is the address of the search page. */
export function openDialog(searchPage: string): void {
  parts ??= prepare(searchPage);
  if (!parts.dialog.open) parts.dialog.showModal();
  parts.input.select();
  // While the reader types, the index comes.
  void openSearch().catch(() => undefined);
}

function prepare(searchPage: string): DialogParts {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(starStyles + dialogStyles);
  document.adoptedStyleSheets.push(sheet);
  const made = makeDialog(searchPage);
  let typing: ReturnType<typeof setTimeout> | undefined;
  const { input, list, dialog, suggestion } = made;
  input.addEventListener('input', () => {
    clearTimeout(typing);
    latest++;
    list.ariaBusy = 'true';
    typing = setTimeout(() => void search(made), TYPING_PAUSE_MS);
  });
  suggestion.addEventListener('click', (event) => {
    event.preventDefault();
    input.value = suggestion.querySelector('a')?.textContent ?? input.value;
    input.focus();
    void search(made);
  });
  walkResults(input, list);
  // A link within the page would leave the dialog open over it.
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) dialog.close();
  });
  return made;
}

async function search(parts: DialogParts): Promise<void> {
  const turn = ++latest;
  const query = parts.input.value.trim();
  parts.all.search = writeState({ query, chosen: {}, order: 'fit' });
  parts.list.ariaBusy = 'true';
  try {
    await show(parts, query, () => turn === latest);
  } catch (error) {
    if (turn !== latest) return;
    parts.list.replaceChildren();
    parts.status.textContent = 'The search index could not be loaded. Check the connection.';
    throw error;
  } finally {
    if (turn === latest) parts.list.ariaBusy = 'false';
  }
}

async function show(parts: DialogParts, query: string, isLatest: () => boolean): Promise<void> {
  const engine = await openSearch();
  const state = { query, chosen: {}, order: 'fit' } as const;
  const found = query === '' ? { count: 0, first: [] } : await engine.search(state, [], RESULTS);
  if (!isLatest()) return;
  const isAnswer = unknownIn(query, found.first).length === 0;
  const count = isAnswer ? found.count : 0;
  const shown = isAnswer ? found.first : [];
  parts.list.replaceChildren(...shown.map((paper) => resultEntry(paper, query, true)));
  parts.status.textContent =
    query === '' ? '' : count === 0 ? 'No paper found' : formatCount(count, 'paper');
  parts.all.textContent =
    count > 0 ? `Filter and sort ${formatCount(count, 'paper')}` : 'Search with filters';
  parts.suggestion.hidden = true;
  if (!mayBeMisspelt(query, found.first)) return;
  const other = await engine.suggest(query);
  if (other !== null && isLatest()) offer(parts, other);
}

function offer({ suggestion, all }: DialogParts, query: string): void {
  const link = document.createElement('a');
  link.href = all.pathname + writeState({ query, chosen: {}, order: 'fit' });
  link.textContent = query;
  suggestion.replaceChildren('Did you mean ', link, '?');
  suggestion.hidden = false;
}
