import type { DigestRecord } from '../digest/digest.ts';
import { foldArxivId, type PaperKeys } from './paper-keys.ts';
import { findProseLinks } from './prose-links.ts';

/** What a paper's records say of it together, less where they stand. */
export type MergedFields = Omit<DigestRecord, 'line' | 'endLine' | 'pointer'>;

/**
 * Of each field the best that the records have. Records count in the order of how much they know, then
 * in their own order; so a field comes from the first that has it. But a whole abstract comes before
 * one that breaks off, a date before the part of it that is known first, the longest list of authors, categories and
 * keywords, the greatest number of authors, upvotes and comments, the earliest day of a digest, the
 * latest version of the arXiv id, and a publisher's DOI before arXiv's own. Code and project that no
 * record has a field for come from the abstract and the note, where these offer them.
 */
export function mergeFields(
  records: readonly DigestRecord[],
  keys: readonly PaperKeys[],
): MergedFields {
  const fields =
    records.length === 1 ? ownFields(records[0]!, keys[0]!) : joinedFields(records, keys);
  if (fields.code !== null && fields.project !== null) return fields;
  const { code, project } = findProseLinks([fields.note, fields.abstract]);
  return { ...fields, code: fields.code ?? code, project: fields.project ?? project };
}

function joinedFields(records: readonly DigestRecord[], keys: readonly PaperKeys[]): MergedFields {
  const order = [...records.keys()]
    .map((index) => ({ index, known: richness(records[index]!) }))
    .sort((a, b) => b.known - a.known || a.index - b.index)
    .map(({ index }) => index);
  const ranked = order.map((index) => records[index]!);
  const first = <Key extends keyof DigestRecord>(key: Key): DigestRecord[Key] =>
    (ranked.find((record) => record[key] !== null) ?? ranked[0]!)[key];
  const longest = (key: 'authors' | 'categories' | 'keywords') =>
    best(ranked, key, (one, other) => one.length > other.length);
  const greatest = (key: 'authorCount' | 'upvotes' | 'comments') =>
    best(ranked, key, (one, other) => one > other);
  const arxivId = order.map((index) => keys[index]!.arxivId).find((id) => id !== null) ?? null;
  const ofSameId = ranked.filter((_, at) => keys[order[at]!]!.arxivId === arxivId);
  return {
    title: ranked[0]!.title,
    abstract: best(ranked, 'abstract', (one, other) => isCutOff(other) && !isCutOff(one)),
    summary: first('summary'),
    note: first('note'),
    authors: longest('authors'),
    authorCount: greatest('authorCount'),
    organization: first('organization'),
    published: best(ranked, 'published', (one, other) => one.startsWith(other)),
    listed: best(ranked, 'listed', (one, other) => one < other),
    arxivId: writtenArxivId(ofSameId, arxivId),
    arxivVersion: best(ofSameId, 'arxivVersion', (one, other) => one > other),
    doi: keys[order.find((index) => keys[index]!.doi !== null) ?? -1]?.doi ?? first('doi'),
    venue: first('venue'),
    categories: longest('categories'),
    keywords: longest('keywords'),
    upvotes: greatest('upvotes'),
    comments: greatest('comments'),
    url: first('url'),
    code: first('code'),
    project: first('project'),
    heading: first('heading'),
  };
}

/** Where a record stands, which is no field of its paper. */
interface Place {
  line?: number;
  endLine?: number;
  pointer?: string | null;
}

function ownFields(record: DigestRecord, { arxivId }: PaperKeys): MergedFields {
  const fields: MergedFields & Place = { ...record };
  delete fields.line;
  delete fields.endLine;
  delete fields.pointer;
  return { ...fields, arxivId: record.arxivId ?? arxivId };
}

/** The known value of the first record that no later one betters. */
function best<Key extends keyof DigestRecord>(
  records: readonly DigestRecord[],
  key: Key,
  isBetter: (one: NonNullable<DigestRecord[Key]>, other: NonNullable<DigestRecord[Key]>) => boolean,
): DigestRecord[Key] | null {
  let found: DigestRecord[Key] | null = null;
  for (const record of records) {
    const value = record[key];
    if (value === null || value === undefined) continue;
    if (found === null || found === undefined || isBetter(value, found)) found = value;
  }
  return found;
}

/** As a record writes it, for old ids have upper case: `math.GT/0309136`. */
function writtenArxivId(records: readonly DigestRecord[], arxivId: string | null): string | null {
  const written = records.map((record) => record.arxivId).find((id) => id !== null);
  return written !== undefined && foldArxivId(written) === arxivId ? written : arxivId;
}

/** Where a record stands says nothing of how much it knows. */
const PLACE = new Set(['line', 'endLine', 'pointer']);

/** The number of known fields, then the length of the abstract as a fraction of one. */
function richness(record: DigestRecord): number {
  const known = Object.entries(record).filter(([key, value]) => value !== null && !PLACE.has(key));
  const length = record.abstract?.length ?? 0;
  return known.length + length / (length + 1000);
}

/** Whether a text breaks off, as in lists that show the beginning alone. */
export function isCutOff(text: string): boolean {
  return /(?:…|\.\.\.)\s*$/.test(text.slice(-8));
}
