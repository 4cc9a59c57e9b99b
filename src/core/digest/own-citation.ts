import { foldTitle } from '../paper/identify-paper.ts';
import { bibtex } from './bibtex.ts';
import { DigestError } from './digest-error.ts';
import type { EntryDraft } from './entry-draft.ts';
import { readCitation } from './list-citation.ts';
import { stripMarkup } from './strip-markup.ts';

const LONGEST = 20_000;
const NO_NOTES = { title: null, date: null, curator: null };

/** Fills what a draft leaves out from references to the same paper that stand in its file. */
export function fillFromCitations(draft: EntryDraft, texts: readonly string[]): void {
  const title = foldTitle(draft.title);
  const isBibtex = (text: string) => /^\s*@\w+\s*[{(]/.test(text);
  const short = texts.filter((text) => text.length <= LONGEST);
  // BibTeX first: elsewhere given names may be initials.
  for (const text of short.filter(isBibtex)) fillFromBibtex(draft, text, title);
  for (const text of short) if (!isBibtex(text)) fillFromReference(draft, stripMarkup(text), title);
}

function fillFromBibtex(draft: EntryDraft, text: string, title: string): void {
  const record = bibtexRecords(text).find((one) => foldTitle(one.title) === title);
  if (record === undefined) return;
  if (!draft.has('authors')) draft.add('authors', (record.authors ?? []).join('; '));
  if (!draft.has('venue')) draft.add('venue', record.venue ?? '');
  for (const id of [record.arxivId, record.doi]) draft.add('id', id ?? '');
  draft.add('published', record.published ?? '');
}

function bibtexRecords(text: string) {
  try {
    return bibtex.parse(text, NO_NOTES).records;
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    return error.rest?.records ?? [];
  }
}

function fillFromReference(draft: EntryDraft, text: string, title: string): void {
  if (draft.has('authors')) return;
  const cited = readCitation(text, 0);
  if (cited !== null && foldTitle(cited.title) === title) draft.add('authors', cited.authors);
}
