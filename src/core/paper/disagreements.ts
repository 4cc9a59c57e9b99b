import type { DigestRecord } from '../digest/digest.ts';
import { foldTitle } from './identify-paper.ts';
import { isCutOff } from './merge-fields.ts';
import type { PaperKeys } from './paper-keys.ts';

/** Fields of which it is said where a paper's records give different values. */
export const COMPARED_FIELDS = ['title', 'abstract', 'published', 'arxivId', 'doi'] as const;

/** A field in which records of one paper disagree. */
export interface Disagreement {
  readonly field: (typeof COMPARED_FIELDS)[number];
  /** For each value that differs from those before, the number of the record that gives it. */
  readonly records: readonly number[];
}

/**
 * Where the records of one paper say different things: titles and abstracts that differ in more than
 * case, spaces, punctuation and TeX, dates of which neither is a part of the other, two arXiv ids, two
 * DOIs. An abstract that breaks off agrees with one that goes on.
 */
export function findDisagreements(
  records: readonly DigestRecord[],
  keys: readonly PaperKeys[],
): Disagreement[] {
  if (records.length === 1) return [];
  const valueOf = {
    title: (record: number) => keys[record]!.title.folded,
    abstract: (record: number) => records[record]!.abstract,
    published: (record: number) => records[record]!.published,
    arxivId: (record: number) => keys[record]!.arxivId,
    doi: (record: number) => keys[record]!.doi,
  };
  return COMPARED_FIELDS.flatMap((field): Disagreement[] => {
    const isSame = SAME[field];
    const different: number[] = [];
    for (const record of records.keys()) {
      const value = valueOf[field](record);
      if (value === null) continue;
      if (!different.some((other) => isSame(valueOf[field](other)!, value))) different.push(record);
    }
    return different.length > 1 ? [{ field, records: different }] : [];
  });
}

type Comparison = (one: string, other: string) => boolean;

const equal: Comparison = (one, other) => one === other;

const SAME: Record<Disagreement['field'], Comparison> = {
  title: equal,
  abstract: isSameText,
  published: (one, other) => one.startsWith(other) || other.startsWith(one),
  arxivId: equal,
  doi: equal,
};

/** Whether two abstracts are one as folded, or one of them breaks off and the other goes on. */
export function isSameText(one: string, other: string): boolean {
  if (one === other || isSameFolded(one, other, foldLetters)) return true;
  // What TeX means takes long to find out, and most abstracts have none.
  const hasTex = /[\\${}^_]/;
  return (hasTex.test(one) || hasTex.test(other)) && isSameFolded(one, other, foldTitle);
}

function isSameFolded(one: string, other: string, fold: (text: string) => string): boolean {
  const [left, right] = [fold(one), fold(other)];
  if (left === right) return true;
  return (isCutOff(one) && right.startsWith(left)) || (isCutOff(other) && left.startsWith(right));
}

function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
