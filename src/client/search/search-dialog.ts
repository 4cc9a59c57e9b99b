// The search over any page: results while typing, and the facets and orders of the search page.
import { formatCount } from '../../format.ts';
import facetStyles from '../../styles/facets.css?inline';
import dialogStyles from '../../styles/search-dialog.css?inline';
import starStyles from '../../styles/star.css?inline';
import { type DialogParts, makeDialog } from './dialog-parts.ts';
import { fillTools } from './dialog-tools.ts';
import { LiveSearch } from './live-search.ts';
import { openSearch } from './open-worker.ts';
import { resultEntry } from './result-entry.ts';
import { describeFailure } from './search-status.ts';
import { writeState } from './search-state.ts';

const RESULTS = 8;

let parts: DialogParts | null = null;
/** The search, once it is loaded. */
let started: Promise<void> | null = null;

/** Opens the dialog, with what was searched before. `searchPage` is the address of the search page. */
export function openDialog(searchPage: string): void {
  parts ??= prepare(searchPage);
  if (!parts.dialog.open) parts.dialog.showModal();
  parts.input.select();
  startOnce(parts);
}

function prepare(searchPage: string): DialogParts {
  for (const text of [facetStyles, starStyles, dialogStyles]) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }
  const made = makeDialog(searchPage);
  // What could not be loaded is tried again.
  made.input.addEventListener('input', () => {
    startOnce(made);
  });
  return made;
}

function startOnce(parts: DialogParts): void {
  started ??= start(parts).catch(() => {
    describeFailure(parts);
    started = null;
  });
}

async function start(parts: DialogParts): Promise<void> {
  const { all, form, list } = parts;
  const engine = await openSearch();
  const order = fillTools(parts, await engine.offers());
  const search = new LiveSearch(
    { ...parts, order },
    {
      most: () => RESULTS,
      changed: (state, by) => {
        all.href = form.action + writeState(state);
        if (by === 'submit') location.href = all.href;
      },
      show: (query, count, first) => {
        list.replaceChildren(...first.map((paper) => resultEntry(paper, query, true)));
        all.textContent =
          count > 0 ? `See all ${formatCount(count, 'paper')}` : 'Open the search page';
      },
    },
  );
  // What was typed meanwhile.
  all.href = form.action + writeState(search.state());
  void search.search();
}
