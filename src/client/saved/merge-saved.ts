import { MOST_NOTE_CHARACTERS, type SavedPaper } from './saved-paper.ts';

/**
 * A paper that was saved twice, as one that lost nothing: the earlier day of saving and of reading, both
 * notes unless one holds the other, and whatever details are known. Merging again changes nothing.
 */
export function mergeSaved(here: SavedPaper, there: SavedPaper): SavedPaper {
  return {
    id: here.id,
    title: here.details === null && there.details !== null ? there.title : here.title,
    savedAt: here.savedAt < there.savedAt ? here.savedAt : there.savedAt,
    readAt: earlier(here.readAt, there.readAt),
    note: joinNotes(here.note, there.note),
    details: here.details ?? there.details,
  };
}

/** Of imported papers those that are new or tell something new, as they are to be saved. */
export function mergeAll(
  imported: readonly SavedPaper[],
  find: (id: string) => SavedPaper | null,
): SavedPaper[] {
  const merged = new Map<string, SavedPaper>();
  for (const paper of imported) {
    const known = merged.get(paper.id) ?? find(paper.id);
    merged.set(paper.id, known ? mergeSaved(known, paper) : paper);
  }
  const isNews = (paper: SavedPaper) => JSON.stringify(paper) !== JSON.stringify(find(paper.id));
  return [...merged.values()].filter(isNews);
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function joinNotes(here: string, there: string): string {
  if (here.includes(there)) return here;
  if (there.includes(here)) return there;
  const both = `${here}\n\n${there}`;
  // Together too long for one note: the one that is here stays whole.
  return both.length <= MOST_NOTE_CHARACTERS ? both : here;
}
