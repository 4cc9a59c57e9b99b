import { MOST_NOTE_CHARACTERS, type SavedPaper } from './saved-paper.ts';
import { findSaved, onSavedChange, save } from './saved-store.ts';
import { tellFailure } from './toggle-saved.ts';

const TYPING_PAUSE_MS = 400;
/** Lines of a note that are seen at least, and at most before it scrolls. */
const LEAST_ROWS = 2;
const MOST_ROWS = 12;

/** A button that marks a paper as read or takes that back; `about` names the paper where there are several. */
export function readButton(id: string, about = ''): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  const show = () => {
    const isRead = Boolean(findSaved(id)?.readAt);
    button.textContent = isRead ? 'Mark as unread' : 'Mark as read';
    if (about !== '') button.ariaLabel = `${button.textContent}: ${about}`;
  };
  button.addEventListener('click', () => {
    change(id, ({ readAt }) => ({ readAt: readAt === null ? new Date().toISOString() : null }));
  });
  show();
  onSavedChange(show);
  return button;
}

/** A box for the reader's note on a paper, which is kept while it is typed. */
export function noteBox(id: string, label: string): HTMLTextAreaElement {
  const box = document.createElement('textarea');
  box.ariaLabel = label;
  box.placeholder = 'A note for yourself';
  box.maxLength = MOST_NOTE_CHARACTERS;
  box.rows = LEAST_ROWS;
  box.value = findSaved(id)?.note ?? '';
  let typing: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(typing);
    if (findSaved(id)?.note !== box.value) change(id, () => ({ note: box.value }));
  };
  box.addEventListener('input', () => {
    fitToText(box);
    clearTimeout(typing);
    typing = setTimeout(keep, TYPING_PAUSE_MS);
  });
  box.addEventListener('change', keep);
  // A tab that is closed or left gives no other sign.
  addEventListener('pagehide', keep);
  onSavedChange(() => {
    if (document.activeElement === box) return;
    box.value = findSaved(id)?.note ?? '';
    fitToText(box);
  });
  // When it comes onto the page, and when that gets wider or narrower.
  new ResizeObserver(() => {
    fitToText(box);
  }).observe(box);
  return box;
}

function fitToText(box: HTMLTextAreaElement): void {
  box.rows = LEAST_ROWS;
  while (box.scrollHeight > box.clientHeight && box.rows < MOST_ROWS) box.rows += 1;
}

function change(id: string, how: (paper: SavedPaper) => Partial<SavedPaper>): void {
  tellFailure(() => {
    const paper = findSaved(id);
    if (paper) save({ ...paper, ...how(paper) });
  });
}
