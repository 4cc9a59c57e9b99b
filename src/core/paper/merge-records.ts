import type { DigestRecord } from '../digest/digest.ts';
import { foldTitle, paperId } from './identify-paper.ts';
import type { Paper, PaperSource } from './paper.ts';

/** The records of a file of the collection. */
export interface RecordsOfFile {
  /** Path of the file below `digests/`, with `/`. */
  readonly path: string;
  readonly records: readonly DigestRecord[];
}

type SourcedRecord = DigestRecord & { readonly digest: string };

/**
 * Makes one paper of all records of equal folded title. Each field comes from the richest record
 * that has it; every record stays as a source. Papers stand in the order of their first source, and
 * the result does not depend on the order of the files.
 */
export function mergeRecords(files: readonly RecordsOfFile[]): Paper[] {
  const groups = new Map<string, SourcedRecord[]>();
  const sorted = files.toSorted((a, b) => compare(a.path, b.path));
  for (const { path, records } of sorted) {
    for (const record of records) {
      const key = foldTitle(record.title) || record.title;
      const group = groups.get(key) ?? [];
      group.push({ ...record, digest: path });
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(mergeGroup);
}

function mergeGroup(group: readonly SourcedRecord[]): Paper {
  const richest = group.toSorted((a, b) => richness(b) - richness(a) || sourceOrder(a, b));
  const first = <Key extends keyof DigestRecord>(key: Key): DigestRecord[Key] =>
    (richest.find((record) => record[key] !== null) ?? richest[0]!)[key];
  const title = first('title');
  return {
    id: paperId(title),
    title,
    abstract: first('abstract'),
    summary: first('summary'),
    authors: first('authors'),
    authorCount: first('authorCount'),
    organization: first('organization'),
    published: first('published'),
    listed: first('listed'),
    arxivId: first('arxivId'),
    arxivVersion: first('arxivVersion'),
    doi: first('doi'),
    venue: first('venue'),
    categories: first('categories'),
    keywords: first('keywords'),
    upvotes: first('upvotes'),
    comments: first('comments'),
    url: first('url'),
    code: first('code'),
    project: first('project'),
    heading: first('heading'),
    sources: group.toSorted(sourceOrder).map(toSource),
  };
}

/** The number of known fields, then the length of the abstract as a fraction of one. */
function richness(record: SourcedRecord): number {
  const known = Object.values(record).filter((value) => value !== null).length;
  const length = record.abstract?.length ?? 0;
  return known + length / (length + 1000);
}

function sourceOrder(a: PaperSource, b: PaperSource): number {
  return (
    compare(a.digest, b.digest) || a.line - b.line || compare(a.pointer ?? '', b.pointer ?? '')
  );
}

function toSource({ digest, line, endLine, pointer }: PaperSource): PaperSource {
  return { digest, line, endLine, pointer };
}

/** By UTF-16 code unit: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
