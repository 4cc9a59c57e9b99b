import type { LookupEntry } from '../../paper/paper-lookup.ts';
import { element } from '../element.ts';
import { paperList } from '../paper-list.ts';
import { completeMissing } from './complete-missing.ts';
import { paperOf } from './import-saved.ts';
import { keepSavedPages } from './keep-saved-pages.ts';
import { lookUp } from './look-up.ts';
import { isSaved } from './saved-key.ts';
import { save } from './saved-store.ts';
import { isWholeKey, sharedKeys } from './share-link.ts';
import { tellFailure } from './toggle-saved.ts';
import { showToast } from './toast.ts';

const section = element<HTMLElement>('#shared');

/** Shows the list that the address holds, if it holds one. */
export async function openSharedList(): Promise<void> {
  const keys = sharedKeys(location.hash);
  section.hidden = keys === null;
  if (keys === null) return;
  section.replaceChildren(heading('A list that somebody shared'), paragraph('Looking it up …'));
  try {
    const found = await lookUp(keys.filter(isWholeKey));
    if (keys.join() === sharedKeys(location.hash)?.join()) showList(keys, found);
  } catch {
    section.lastElementChild!.textContent =
      'The papers of this list could not be looked up. Check the connection and load the page anew.';
  }
}

function showList(keys: readonly string[], found: readonly (LookupEntry | null)[]): void {
  const entries = found.filter((entry) => entry !== null);
  const unknown = keys.filter((key, index) => !isWholeKey(key) || !found[index]);
  const title = `A list of ${entries.length} ${entries.length === 1 ? 'paper' : 'papers'} that somebody shared`;
  section.replaceChildren(heading(title));
  if (entries.length > 0) section.append(takeOver(entries), paperList(entries));
  if (unknown.length > 0) {
    const what = unknown.length === 1 ? 'One paper of it is' : `${unknown.length} papers of it are`;
    section.append(
      paragraph(
        `${what} not in this collection, or the link was cut on its way: ${unknown.join(', ')}.`,
      ),
    );
  }
}

function takeOver(entries: readonly LookupEntry[]): HTMLElement {
  const button = document.createElement('button');
  const fresh = () => entries.filter(([id]) => !isSaved(id));
  button.type = 'button';
  button.textContent = fresh().length === 0 ? 'All are among yours' : 'Add them to mine';
  button.disabled = fresh().length === 0;
  button.addEventListener('click', () => {
    const papers = fresh().map((entry) => paperOf(entry, new Date()));
    if (
      !tellFailure(() => {
        save(...papers);
      })
    )
      return;
    button.textContent = 'All are among yours';
    button.disabled = true;
    keepSavedPages();
    showToast(
      `${papers.length} ${papers.length === 1 ? 'paper was' : 'papers were'} added to yours.`,
    );
    void completeMissing();
  });
  const line = document.createElement('p');
  line.append(button);
  return line;
}

function heading(text: string): HTMLElement {
  const made = document.createElement('h2');
  made.id = 'shared-title';
  made.textContent = text;
  return made;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}
