import type { DigestRecord } from '../digest/digest.ts';
import { readTitle, type ReadTitle } from './identify-paper.ts';

/** What tells papers apart, as one record knows it. */
export interface PaperKeys {
  /** Without version, lower case; also where only the DOI names it. */
  readonly arxivId: string | null;
  /** Lower case; null for one that arXiv gave, which says no more than the arXiv id. */
  readonly doi: string | null;
  readonly title: ReadTitle;
  /** Surnames and whole names, folded; null where no person is named. */
  readonly authors: readonly string[] | null;
}

const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/;

/** The keys of a record. */
export function keysOf(record: DigestRecord): PaperKeys {
  const doi = record.doi?.trim().toLowerCase() ?? null;
  const arxivDoi = doi === null ? null : (ARXIV_DOI.exec(doi)?.[1] ?? null);
  return {
    arxivId: foldArxivId(record.arxivId ?? arxivDoi),
    doi: arxivDoi === null && doi !== '' ? doi : null,
    title: readTitle(record.title),
    authors: foldAuthors(record.authors),
  };
}

/** An id of arXiv without its version, as it is compared; null for none. */
export function foldArxivId(id: string | null): string | null {
  return (
    id
      ?.trim()
      .toLowerCase()
      .replace(/^arxiv:\s*/, '')
      // Old ids are written with and without the class of the subject.
      .replace(/^([a-z-]+)\.[a-z]{2}\//, '$1/')
      .replace(/v\d+$/, '') || null
  );
}

/** Parts of a name that no family has. */
const NO_SURNAME = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md']);

/** Names of one word are those of groups, and say nothing of who wrote a paper. */
function foldAuthors(authors: readonly string[] | null): string[] | null {
  if (authors === null) return null;
  const keys: string[] = [];
  for (const name of authors) {
    const plain = /^[A-Za-z ]+$/.test(name)
      ? name
      : name.normalize('NFKD').replace(/[^\p{L}\p{N}\s,]+/gu, '');
    const words = plain
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((word) => word !== '' && !NO_SURNAME.has(word));
    if (words.length < 2) continue;
    keys.push(name.includes(',') ? words[0]! : words.at(-1)!, words.sort().join(' '));
  }
  return keys.length === 0 ? null : keys;
}
