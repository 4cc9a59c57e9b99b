/** Sites on one host share its storage; the path of each keeps them apart. */
export const SITE_KEY = `sheaf:${import.meta.env.BASE_URL}:`;

/** What the key of a saved paper begins with; its id follows. */
export const SAVED_KEY = `${SITE_KEY}saved:`;

/** The event of the document that tells of a change made in this tab; others get `storage`. */
export const SAVED_CHANGE = 'saved-change';

/** Whether the reader saved the paper; false where the browser lets no site keep anything. */
export function isSaved(id: string): boolean {
  try {
    return localStorage.getItem(SAVED_KEY + id) !== null;
  } catch {
    return false;
  }
}
