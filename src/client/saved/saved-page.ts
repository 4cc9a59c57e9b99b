// The page of saved papers.
import { element } from '../element.ts';
import { completeMissing } from './complete-missing.ts';
import { keepSavedPages } from './keep-saved-pages.ts';
import { currentView, onViewChange, showFilters } from './saved-filters.ts';
import { clearRemoved, showPapers } from './saved-list.ts';
import { listSaved, onSavedChange, StorageError } from './saved-store.ts';
import { savedTopics, selectSaved } from './saved-view.ts';
import { openSharedList } from './shared-list.ts';
import { prepareTransfer } from './transfer.ts';
import type { SavedPaper } from './saved-paper.ts';

const status = element<HTMLElement>('#saved-status');
const problem = element<HTMLElement>('#saved-problem');

let shown: readonly SavedPaper[] = [];

function show(): void {
  const saved = readSaved();
  shown = selectSaved(saved, currentView());
  element<HTMLElement>('#saved-empty').hidden = saved.length > 0 || !problem.hidden;
  element<HTMLElement>('#saved-out').hidden = shown.length === 0;
  const isAll = shown.length === saved.length;
  element('#saved-out-count').textContent = isAll ? '' : `the ${count(shown.length)} shown`;
  status.textContent = saved.length === 0 ? '' : describe(saved, isAll);
  showFilters(saved.length > 0, savedTopics(saved));
  showPapers(shown);
}

function readSaved(): SavedPaper[] {
  try {
    return listSaved();
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    problem.textContent = error.message;
    problem.hidden = false;
    return [];
  }
}

function describe(saved: readonly SavedPaper[], isAll: boolean): string {
  const unread = shown.filter(({ readAt }) => readAt === null).length;
  const which = isAll ? papers(saved.length) : `${count(shown.length)} of ${papers(saved.length)}`;
  return unread === shown.length ? which : `${which}, ${count(unread)} unread`;
}

function papers(number: number): string {
  return `${count(number)} ${number === 1 ? 'paper' : 'papers'}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}

let waiting = false;
/** Many changes at once, as of an import, are shown once. */
function showSoon(): void {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    show();
  }, 0);
}

element<HTMLElement>('#saved').hidden = false;
onSavedChange(showSoon);
onViewChange(() => {
  clearRemoved();
  show();
});
show();
prepareTransfer(() => shown);
void openSharedList();
addEventListener('hashchange', () => void openSharedList());
if (problem.hidden) {
  keepSavedPages();
  void completeMissing();
}
