import { isObject, type LooseObject } from '../json-object.ts';
import type { DigestShape } from './digest.ts';
import { readLabelledNote } from './author-note.ts';
import { authorsIn, termsIn, textIn } from './loose-paper.ts';
import { type JsonPapers, parseJsonPapers, peekJson } from './json-records.ts';
import type { PaperDraft } from './paper-draft.ts';

/** Citation Style Language data: https://docs.citationstyles.org/en/stable/specification.html */
export const cslJsonPapers: JsonPapers = {
  shape: 'csl-json',
  paths: [[], ['items']],
  isPaper: (item) =>
    'title' in item &&
    (isIssued(item.issued) ||
      'container-title' in item ||
      'citation-key' in item ||
      (Array.isArray(item.author) && typeof item.type === 'string')),
  draft,
};

/** Exports of Zotero and other reference managers as CSL-JSON. */
export const cslJson: DigestShape = {
  name: 'csl-json',
  source: null,
  looksLike: 'a JSON array of objects with title, author [{family, given}], issued {date-parts}',
  detect(text) {
    const first = peekJson(text, cslJsonPapers.paths);
    return first.length > 0 && first.every(cslJsonPapers.isPaper) ? 0.85 : 0;
  },
  parse: (text, notes) => parseJsonPapers(text, notes, cslJsonPapers),
};

function isIssued(value: unknown): boolean {
  return isObject(value) && ('date-parts' in value || 'raw' in value || 'literal' in value);
}

function draft(item: LooseObject): PaperDraft {
  const note = textIn(item.note);
  const url = textIn(item.URL);
  return {
    title: textIn(item.title),
    abstract: textIn(item.abstract),
    note: readLabelledNote(note),
    authors: authorsIn(item.author),
    published: [dateOf(item.issued)],
    // Zotero: number "arXiv:2303.00763", publisher "arXiv", note "arXiv:2303.00763 [cs]".
    doi: textIn(item.DOI),
    addresses: [url],
    mentions: [textIn(item.number), note, textIn(item['archive_location']), venueIn(item)],
    venue: venueIn(item),
    keywords: termsIn(item.keyword),
    categories: termsIn(item.categories),
  };
}

/** Crossref writes titles as arrays of one. */
function venueIn(item: LooseObject): string | null {
  const venue: unknown = item['container-title'] ?? item['event-title'] ?? item.event;
  return textIn(Array.isArray(venue) ? venue[0] : venue);
}

/** `{"date-parts": [["2023", 3, 1]]}`, of which parts may be missing, or the date as it was written. */
function dateOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const parts: unknown = value['date-parts'];
  const first: unknown = Array.isArray(parts) ? parts[0] : null;
  const written = (Array.isArray(first) ? first : []).slice(0, 3).map(textIn);
  const known = written.filter((part) => part !== null);
  return known.length > 0 ? known.join('-') : textIn(value.raw ?? value.literal);
}
