import type { DigestRecord } from '../digest/digest.ts';
import { type Disagreement, findDisagreements, foldLetters } from './disagreements.ts';
import { groupRecords } from './group-records.ts';
import { mergeFields } from './merge-fields.ts';
import { type EarlierNames, namePapers, NO_NAMES, type RetiredName } from './name-papers.ts';
import { keysOf } from './paper-keys.ts';
import type { Paper, PaperSource } from './paper.ts';

/** The records of a file of the collection. */
export interface RecordsOfFile {
  /** Path of the file below `digests/`, with `/`. */
  readonly path: string;
  readonly records: readonly DigestRecord[];
}

/** The papers of a collection, and what was found when they were made of its records. */
export interface MergedRecords {
  /** In the order of their first sources. */
  readonly papers: readonly Paper[];
  /** Ids that papers had and have no more. */
  readonly retired: readonly RetiredName[];
  /** Ids of papers of which no record is left. */
  readonly gone: readonly string[];
  /** Where records of one paper say different things, in the order of the papers. */
  readonly disagreements: readonly PaperDisagreement[];
}

/** A field in which records of a paper disagree, and the values; texts as they stand. */
export interface PaperDisagreement {
  /** Index of the paper. */
  readonly paper: number;
  readonly field: Disagreement['field'];
  readonly values: readonly (PaperSource & { readonly value: string })[];
}

/**
 * Makes one paper of all records of equal DOI, arXiv id or, with care, title (`groupRecords`); each field
 * is the best that they have (`mergeFields`), and every record stays as a source. Papers keep the ids
 * that they had in an earlier build. The result does not depend on the order of the files.
 */
export function mergeRecords(
  files: readonly RecordsOfFile[],
  earlier: EarlierNames = NO_NAMES,
): MergedRecords {
  const sorted = files.toSorted((a, b) => compare(a.path, b.path));
  const records = sorted.flatMap((file) => file.records);
  const sources = sorted.flatMap(({ path, records: own }) => own.map((one) => toSource(path, one)));
  const keys = records.map(keysOf);
  const texts = new Map<number, string | null>();
  const groups = groupRecords(keys, (record) => {
    const known = texts.get(record);
    if (known !== undefined) return known;
    const { abstract } = records[record]!;
    const text = abstract === null ? null : foldLetters(abstract);
    texts.set(record, text);
    return text;
  });
  const merged = groups.map((group) => {
    const [own, ownKeys] = [group.map((at) => records[at]!), group.map((at) => keys[at]!)];
    return { own, ownKeys, fields: mergeFields(own, ownKeys) };
  });
  const { ids, retired, gone } = namePapers(
    merged.map(({ own, ownKeys, fields }) => ({
      title: ownKeys[own.findIndex(({ title }) => title === fields.title)]!.title,
      keys: ownKeys,
    })),
    earlier,
  );
  const papers = groups.map((group, paper) => ({
    ...merged[paper]!.fields,
    id: ids[paper]!,
    sources: group.map((at) => sources[at]!),
  }));
  assertNothingLost(sorted, papers);
  return {
    papers,
    retired,
    gone,
    disagreements: merged.flatMap(({ own, ownKeys }, paper) =>
      findDisagreements(own, ownKeys).map(({ field, records: which }) => ({
        paper,
        field,
        values: which.map((at) => ({
          ...papers[paper]!.sources[at]!,
          value: own[at]![field] ?? ownKeys[at]!.arxivId!,
        })),
      })),
    ),
  };
}

/**
 * Throws where a record went missing on its way to a paper or stands for two: what went in is as many as
 * there are papers and records beyond the first of one, in each file.
 */
export function assertNothingLost(
  files: readonly RecordsOfFile[],
  papers: readonly Pick<Paper, 'sources'>[],
): void {
  const counted = new Map<string, number>();
  for (const { sources } of papers) {
    if (sources.length === 0) throw new Error('a paper came from no record');
    for (const { digest } of sources) counted.set(digest, (counted.get(digest) ?? 0) + 1);
  }
  for (const { path, records } of files) {
    const found = counted.get(path) ?? 0;
    if (found !== records.length) {
      throw new Error(`${path}: of ${records.length} records ${found} came to papers`);
    }
    counted.delete(path);
  }
  const [stray] = counted.keys();
  if (stray !== undefined && counted.get(stray)! > 0) {
    throw new Error(`papers name ${stray}, which is no digest`);
  }
}

function toSource(digest: string, { line, endLine, pointer }: DigestRecord): PaperSource {
  return { digest, line, endLine, pointer };
}

/** By UTF-16 code unit: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
