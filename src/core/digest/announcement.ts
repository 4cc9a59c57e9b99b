/** `arXiv:2412.13207v1 Announce Type: new Abstract:`, as arXiv's feeds have it. */
const ANNOUNCEMENT = /^\s*(arXiv:\S{1,40})\s+Announce Type:\s*[\w-]+\s*(?:Abstract:\s*)?/;

/** What an entry of a feed of arXiv says: its id, and its abstract; null for any other text. */
export function readAnnouncement(
  text: string,
): { readonly id: string; readonly abstract: string } | null {
  const found = ANNOUNCEMENT.exec(text.slice(0, 500));
  return found && { id: found[1]!, abstract: text.slice(found[0].length) };
}
