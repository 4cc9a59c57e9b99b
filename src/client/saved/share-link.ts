import { KEY_LENGTH, lookupKey } from '../../paper/paper-lookup.ts';

const FRAGMENT = '#list=';

/** The address of a page with a list of papers behind `#`, which browsers never send to a server. */
export function shareLink(page: string, ids: readonly string[]): string {
  return page + FRAGMENT + ids.map(lookupKey).join('');
}

/** The keys of a shared list in the fragment of an address; null where it holds none. */
export function sharedKeys(fragment: string): string[] | null {
  if (!fragment.startsWith(FRAGMENT)) return null;
  const keys = fragment.slice(FRAGMENT.length).match(/[\w-]{1,8}/g) ?? [];
  return [...new Set(keys)];
}

/** Whether a key is whole: a link may have been cut on its way. */
export function isWholeKey(key: string): boolean {
  return key.length === KEY_LENGTH;
}
