import { lookupKey, type LookupEntry } from '../../paper/paper-lookup.ts';
import { lookUp } from './look-up.ts';
import { mergeAll } from './merge-saved.ts';
import { readImport } from './read-import.ts';
import type { SavedPaper } from './saved-paper.ts';
import { findSaved, save } from './saved-store.ts';

/** Files larger than this are no lists of papers that a browser could keep. */
const MOST_BYTES = 30_000_000;

/** What an import came to. */
export interface ImportReport {
  /** Papers in the file that this collection has or had. */
  readonly found: number;
  /** Of these, how many are new here or told something new. */
  readonly changed: number;
  /** Titles of references that this collection does not have. */
  readonly unknown: readonly string[];
}

/** The file can't be read; its message is for the reader. */
export class ImportError extends Error {
  override name = 'ImportError';
}

/**
 * Saves what a file holds beside what is saved already. Throws ImportError for a file of another kind,
 * and StorageError, with nothing saved, where it does not fit.
 */
export async function importFile(file: File, now: Date): Promise<ImportReport> {
  if (file.size > MOST_BYTES) throw new ImportError('The file is larger than 30 MB.');
  const content = readImport(await file.text());
  if (content === null)
    throw new ImportError(
      'The file is neither an export of saved papers nor BibTeX, RIS or CSL-JSON.',
    );
  const unknown: string[] = [];
  const papers = [...content.papers];
  const found = await Promise.all(content.references.map(({ names }) => findFirst(names)));
  for (const [index, { title, note }] of content.references.entries()) {
    const entry = found[index];
    if (entry) papers.push({ ...paperOf(entry, now), note });
    else unknown.push(title);
  }
  const news = mergeAll(papers, findSaved);
  save(...news);
  return { found: papers.length, changed: news.length, unknown };
}

/** A paper that is saved now, of what the site's lookup tells; the rest is asked of its page. */
export function paperOf([id, title]: LookupEntry, now: Date): SavedPaper {
  return { id, title, savedAt: now.toISOString(), readAt: null, note: '', details: null };
}

async function findFirst(names: readonly string[]): Promise<LookupEntry | null> {
  for (const name of names) {
    const [entry] = await lookUp([lookupKey(name)]);
    if (entry) return entry;
  }
  return null;
}
