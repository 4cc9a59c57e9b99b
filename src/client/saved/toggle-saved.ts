import { askPage } from './page-details.ts';
import { keepSavedPages } from './keep-saved-pages.ts';
import type { SavedPaper } from './saved-paper.ts';
import { findSaved, remove, save } from './saved-store.ts';
import { showToast } from './toast.ts';

/** Saves a paper, or removes it where it is saved; says so, and how to undo that. */
export function toggleSaved(id: string, title: string): void {
  tellFailure(() => {
    const saved = findSaved(id);
    if (saved) removePaper(saved);
    else savePaper(id, title);
  });
}

/** Removes a paper, with its note, unless the reader undoes that. */
function removePaper(paper: SavedPaper): void {
  remove(paper.id);
  keepSavedPages();
  showToast(`Removed “${paper.title}”.`, {
    label: 'Undo',
    run: () => {
      tellFailure(() => {
        save(paper);
        keepSavedPages();
        showToast('It is back.');
      });
    },
  });
}

/** Runs something that writes, and tells the reader where the browser refuses. */
export function tellFailure(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'StorageError')) throw error;
    showToast(error.message);
    return false;
  }
}

function savePaper(id: string, title: string): void {
  const savedAt = new Date().toISOString();
  save({ id, title, savedAt, readAt: null, note: '', details: null });
  const link = document.createElement('a');
  link.href = `${import.meta.env.BASE_URL}saved/`;
  link.textContent = 'Saved papers';
  showToast('Saved in this browser.', link);
  keepSavedPages();
  void completePaper(id);
}

/** Adds what the paper's page says of it to what is saved. Offline, that is done on `/saved/` later. */
export async function completePaper(id: string): Promise<void> {
  const answer = await askPage(id).catch(() => null);
  const saved = findSaved(id);
  // It may have been removed meanwhile.
  if (saved === null || answer === null || answer === 'gone') return;
  tellFailure(() => {
    save({ ...saved, title: answer.title, details: answer.details });
  });
}
