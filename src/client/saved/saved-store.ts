// A key a paper: tabs that save at once never write over each other, and each is told which one changed.
import { SAVED_CHANGE, SAVED_KEY } from './saved-key.ts';
import { readSavedPaper, type SavedPaper } from './saved-paper.ts';

/** The browser would not keep something; its message is for the reader. */
export class StorageError extends Error {
  constructor(cause: unknown) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    super(
      isFull
        ? 'This browser’s storage for the site is full: nothing more was saved. Export your papers as JSON, then remove some.'
        : 'This browser does not let the site keep anything, so nothing was saved. Allow it to store data, or leave the private window.',
      { cause },
    );
    this.name = 'StorageError';
  }
}

/** The saved paper of an id; null where it is not saved, or not to be read. */
export function findSaved(id: string): SavedPaper | null {
  const text = attempt(() => localStorage.getItem(SAVED_KEY + id));
  return text === null ? null : readText(text, id);
}

/** All saved papers, the latest first. Throws StorageError where the browser keeps nothing. */
export function listSaved(): SavedPaper[] {
  const papers = savedIds().flatMap((id) => findSaved(id) ?? []);
  return papers.sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
}

/** The ids of all saved papers. Throws StorageError where the browser keeps nothing. */
export function savedIds(): string[] {
  return attempt(() =>
    Object.keys(localStorage).flatMap((key) =>
      key.startsWith(SAVED_KEY) ? key.slice(SAVED_KEY.length) : [],
    ),
  );
}

/** Saves papers, or what changed of them: all or, where they do not fit, none. Throws StorageError. */
export function save(...papers: readonly SavedPaper[]): void {
  const before = papers.map(({ id }) => attempt(() => localStorage.getItem(SAVED_KEY + id)));
  try {
    for (const paper of papers) localStorage.setItem(SAVED_KEY + paper.id, JSON.stringify(paper));
  } catch (error) {
    for (const [index, { id }] of papers.entries()) restore(SAVED_KEY + id, before[index]!);
    throw new StorageError(error);
  }
  document.dispatchEvent(new Event(SAVED_CHANGE));
}

/** Removes papers. */
export function remove(...ids: readonly string[]): void {
  for (const id of ids) attempt(() => localStorage.removeItem(SAVED_KEY + id));
  document.dispatchEvent(new Event(SAVED_CHANGE));
}

/** Calls back after each change, made here or in another tab. */
export function onSavedChange(notify: () => void): void {
  document.addEventListener(SAVED_CHANGE, notify);
  addEventListener('storage', ({ key }) => {
    // Null: everything was cleared.
    if (key === null || key.startsWith(SAVED_KEY)) notify();
  });
}

function restore(key: string, text: string | null): void {
  if (text === null) localStorage.removeItem(key);
  else localStorage.setItem(key, text);
}

function attempt<Value>(ask: () => Value): Value {
  try {
    return ask();
  } catch (error) {
    throw new StorageError(error);
  }
}

/** Something else may have written there; what names the paper is its key. */
function readText(text: string, id: string): SavedPaper | null {
  try {
    return readSavedPaper({ ...(JSON.parse(text) as object), id });
  } catch {
    return null;
  }
}
