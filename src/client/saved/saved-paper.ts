/** What a page says of a paper, as far as lists, filters and citations need it. */
export interface PaperDetails {
  readonly topic: { readonly id: string; readonly label: string } | null;
  /** A day, a month or a year. */
  readonly published: string | null;
  /** The start of the abstract. */
  readonly excerpt: string | null;
  /** Empty where none is known. */
  readonly authors: readonly string[];
  readonly arxivId: string | null;
  /** Of arXiv, as `cs.CL`. */
  readonly categories: readonly string[];
  readonly doi: string | null;
  /** Journal or conference. */
  readonly venue: string | null;
  /** Where the paper is elsewhere. */
  readonly url: string | null;
}

/** A paper that the reader saved. */
export interface SavedPaper {
  readonly id: string;
  readonly title: string;
  /** When, as ISO 8601 in UTC. */
  readonly savedAt: string;
  /** When it was marked as read; null where it was not. */
  readonly readAt: string | null;
  readonly note: string;
  /** Null until its page could be asked. */
  readonly details: PaperDetails | null;
}

/** Longer notes are cut: a browser keeps some five million characters for a site. */
export const MOST_NOTE_CHARACTERS = 20_000;
const MOST_TITLE_CHARACTERS = 1_000;
const MOST_EXCERPT_CHARACTERS = 400;
const MOST_NAMES = 200;

/** Reads a saved paper out of what may be anything; null where it names no paper. */
export function readSavedPaper(value: unknown): SavedPaper | null {
  const { id, title, savedAt, readAt, note, details } = fieldsOf(value);
  if (typeof id !== 'string' || !/^[a-z0-9-]{1,200}$/.test(id)) return null;
  return {
    id,
    title: text(title, MOST_TITLE_CHARACTERS) ?? id,
    savedAt: time(savedAt) ?? new Date(0).toISOString(),
    readAt: time(readAt),
    note: text(note, MOST_NOTE_CHARACTERS) ?? '',
    details: readDetails(details),
  };
}

/** Reads the details of a paper out of what may be anything; null for what is no object. */
export function readDetails(value: unknown): PaperDetails | null {
  if (typeof value !== 'object' || value === null) return null;
  const { topic, published, excerpt, arxivId, doi, venue, url } = fieldsOf(value);
  const { authors, categories } = fieldsOf(value);
  const { id, label } = fieldsOf(topic);
  return {
    topic:
      typeof id === 'string' && /^[a-z0-9-]+$/.test(id) ? { id, label: text(label) ?? id } : null,
    published: text(published)?.match(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)?.[0] ?? null,
    excerpt: text(excerpt, MOST_EXCERPT_CHARACTERS),
    authors: names(authors),
    arxivId: text(arxivId),
    categories: names(categories),
    doi: text(doi),
    venue: text(venue),
    url: text(url, 2_000)?.match(/^https?:\/\/\S+$/)?.[0] ?? null,
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function names(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.slice(0, MOST_NAMES).flatMap((name) => text(name) ?? []);
}

/** A text that says something, cut to so many characters; else null. */
function text(value: unknown, most = 300): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  return value.length <= most ? value : value.slice(0, most).toWellFormed();
}

/** A moment as ISO 8601 writes it in UTC; else null. */
function time(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
