// On the page of a paper: what the reader keeps of it, shown while it is saved.
import { noteBox, readButton } from './paper-tools.ts';
import { findSaved } from './saved-store.ts';

/** Shows, behind a star, the tools of a paper that is saved, and hides those of one that is not. */
export function showTools(star: HTMLElement, id: string): void {
  const next = star.nextElementSibling;
  const present = next?.className === 'saved-tools' ? next : null;
  const isPresent = present !== null;
  const saved = findSaved(id);
  if ((saved !== null) === isPresent) return;
  present?.remove();
  if (saved === null) return;
  const tools = document.createElement('div');
  tools.className = 'saved-tools';
  tools.append(readButton(id), noteBox(id, 'Your note on this paper'));
  star.after(tools);
}
