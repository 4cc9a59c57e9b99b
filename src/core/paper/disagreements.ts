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
  const equal = (one: string, other: string) => one === other;
  const abstracts = records.map(({ abstract }) => abstract);
  return [
    ...compare(
      'title',
      keys.map(({ title }) => title.folded),
      equal,
    ),
    ...compareAbstracts(abstracts),
    ...compare(
      'published',
      records.map(({ published }) => published),
      (one, other) => one.startsWith(other),
      (date) => date.length,
    ),
    ...compare(
      'arxivId',
      keys.map(({ arxivId }) => arxivId),
      equal,
    ),
    ...compare(
      'doi',
      keys.map(({ doi }) => doi),
      equal,
    ),
  ];
}

/** So many different values of a field are told. */
const MOST_VALUES = 10;

/**
 * Compares values of which some may be a part of others: the fullest come first, since two of them may
 * differ that agree with one part, as two days of a year do.
 */
function compare<Value>(
  field: Disagreement['field'],
  values: readonly (Value | null)[],
  isSame: (fuller: Value, value: Value) => boolean,
  fullness: (value: Value) => number = () => 0,
): Disagreement[] {
  const fullnessOf = values.map((value) => (value === null ? 0 : fullness(value)));
  const order = [...values.keys()].sort((a, b) => fullnessOf[b]! - fullnessOf[a]! || a - b);
  const different: number[] = [];
  for (const record of order) {
    const value = values[record] ?? null;
    if (value === null || different.length === MOST_VALUES) continue;
    if (!different.some((other) => isSame(values[other]!, value))) different.push(record);
  }
  return different.length > 1 ? [{ field, records: different.sort((a, b) => a - b) }] : [];
}

function compareAbstracts(abstracts: readonly (string | null)[]): Disagreement[] {
  const isOne = (folded: readonly (FoldedText | null)[]) =>
    compare(
      'abstract',
      folded,
      (fuller, { text, isCut }) => text === fuller.text || (isCut && fuller.text.startsWith(text)),
      // Behind the whole ones those that break off, the longest first.
      ({ text, isCut }) => (isCut ? text.length / (text.length + 1) : 1),
    );
  const folded = abstracts.map(
    (text) => text && { text: foldLetters(text), isCut: isCutOff(text) },
  );
  const found = isOne(folded.map((one) => one || null));
  // What TeX means takes long to find out, and most abstracts have none.
  const hasTex = found.some(({ records }) =>
    records.some((record) => /[\\${}^_]/.test(abstracts[record]!)),
  );
  if (!hasTex) return found;
  return isOne(
    abstracts.map((text) => (text ? { text: foldTitle(text), isCut: isCutOff(text) } : null)),
  );
}

interface FoldedText {
  readonly text: string;
  /** Whether it breaks off. */
  readonly isCut: boolean;
}

/** The letters and digits of a text: fast, and without TeX. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
