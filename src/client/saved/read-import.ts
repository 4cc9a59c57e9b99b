import { arxivName, doiName } from '../../paper/paper-lookup.ts';
import { type NotedEntry, takeBibtexNote, takeCslNote, takeRisNote } from './imported-note.ts';
import { MOST_NOTE_CHARACTERS, readSavedPaper, type SavedPaper } from './saved-paper.ts';

/** A reference of a bibliography: what it may be called here, and what to call it if it is unknown. */
export interface ImportedReference {
  readonly title: string;
  /** Names as keys are made of them, the surest first. */
  readonly names: readonly string[];
  /** Empty where there is none. */
  readonly note: string;
}

/** What a file holds: papers as this site exports them in JSON, or references in another format. */
export interface Import {
  readonly papers: readonly SavedPaper[];
  readonly references: readonly ImportedReference[];
}

/** What the file of an export in JSON says that it is. */
export const EXPORT_FORMAT = 'sheaf-saved-papers';

/** Reads an exported file, or a bibliography as BibTeX, RIS or CSL-JSON. Returns null for anything else. */
export function readImport(text: string): Import | null {
  const start = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trimStart();
  if (/^[[{]/.test(start)) return readJson(start);
  if (/^TY {2}-/m.test(start)) {
    const entries = start.split(/^ER {2}-.*$/m).filter((entry) => /^TY {2}-/m.test(entry));
    return references(entries.map(takeRisNote), RIS_TITLE);
  }
  if (/^@\w+\s*[{(]/m.test(start)) {
    const entries = start.split(/^(?=@)/m).filter((entry) => /^@\w+\s*[{(]/.test(entry));
    return references(entries.map(takeBibtexNote), BIBTEX_TITLE);
  }
  return null;
}

function readJson(text: string): Import | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (Array.isArray(value)) {
    const items = value.filter((item) => typeof item === 'object' && !Array.isArray(item));
    return references(items.filter(Boolean).map(takeCslNote), CSL_TITLE);
  }
  const { format, papers } = value as { format?: unknown; papers?: unknown };
  if (format !== EXPORT_FORMAT || !Array.isArray(papers)) return null;
  return { papers: papers.flatMap((paper) => readSavedPaper(paper) ?? []), references: [] };
}

function references(entries: readonly NotedEntry[], title: RegExp): Import {
  return { papers: [], references: entries.map((entry) => reference(entry, title)) };
}

const BIBTEX_TITLE = /\btitle\s*=\s*[{"]+(.*?)[}"]+\s*(?:,|$)/im;
const RIS_TITLE = /^T[I1] {2}- (.*?)\s*$/m;
const CSL_TITLE = /^ "title": "(.*)",?$/m;
const ADDRESS = /https?:\/\/[^\s"{}<>]+/g;
const ARXIV =
  /(?:arxiv\.org\/(?:abs|pdf)\/|arxiv[:.]|eprint\s*=\s*[{"])\s*([a-z-]+\/\d{7}|\d{4}\.\d{4,5})/i;
const DOI = /\b10\.\d{4,9}\/[^\s"{}<>]+/;

function reference({ rest, note }: NotedEntry, title: RegExp): ImportedReference {
  const found = title.exec(rest)?.[1]?.replace(/[{}]/g, '').slice(0, 200);
  const names = namesIn(rest);
  return {
    title: found || 'an entry without a title',
    // Some programs write arXiv's number into the note alone.
    names: names.length > 0 ? names : namesIn(note),
    note: note.slice(0, MOST_NOTE_CHARACTERS).toWellFormed(),
  };
}

function namesIn(text: string): string[] {
  const addresses = text.match(ADDRESS) ?? [];
  const page = new RegExp(`${import.meta.env.BASE_URL}papers/([a-z0-9-]+)/`);
  const ids = addresses.flatMap((address) => page.exec(address)?.[1] ?? []);
  const arxivId = ARXIV.exec(text)?.[1];
  const doi = DOI.exec(text)?.[0];
  return [
    ...ids,
    ...(arxivId === undefined ? [] : [arxivName(arxivId)]),
    ...(doi === undefined ? [] : [doiName(decode(doi))]),
    ...addresses,
  ];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
