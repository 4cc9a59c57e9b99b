import { isEmpty, readState, type SearchState, writeState } from './search-state.ts';

/** What an entry of the history knows beside its address. */
export interface Entry {
  /** How many results are shown. */
  readonly shown: number;
  /** How far the page is scrolled. */
  readonly scroll: number;
}

/** Whether the present entry is a search that the reader asked for, and may want back. */
let isSettled = false;

/** The search of the address, which from now on is one to come back to. */
export function openEntry(): SearchState {
  const state = readState(location.search);
  isSettled = !isEmpty(state);
  return state;
}

/**
 * Writes a search into the address. What is typed replaces what was typed before it, but never a search
 * that was submitted, chosen or opened; nothing is written where the address says it already.
 */
export function writeEntry(state: SearchState, by: 'typing' | 'submit' | 'choice'): void {
  const address = writeState(state);
  if (address !== writeState(readState(location.search))) {
    const write = isSettled || by === 'choice' ? history.pushState : history.replaceState;
    write.call(history, null, '', location.pathname + address);
    isSettled = false;
  }
  if (by !== 'typing') isSettled = !isEmpty(state);
}

/** What the present entry knows; what it does not is zero. */
export function readEntry(): Entry {
  const known = (history.state ?? {}) as Partial<Record<keyof Entry, unknown>>;
  return { shown: Number(known.shown) || 0, scroll: Number(known.scroll) || 0 };
}

/** Notes something in the present entry. */
export function noteInEntry(change: Partial<Entry>): void {
  history.replaceState({ ...readEntry(), ...change }, '');
}
