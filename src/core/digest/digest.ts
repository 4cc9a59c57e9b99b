import type { Problem } from '../input-error.ts';

/** A paper as one digest tells of it. What the digest does not say is null. */
export interface DigestRecord {
  /** As written, TeX and all; lines that were wrapped are joined. */
  readonly title: string;
  readonly abstract: string | null;
  /** The digest's own words on the paper, where they are not its abstract. */
  readonly summary: string | null;
  /** The authors' own, beside the abstract, as arXiv's “Comments”: `12 pages, accepted at ICML`. */
  readonly note: string | null;
  /** In order, as “First Last”. */
  readonly authors: readonly string[] | null;
  readonly authorCount: number | null;
  readonly organization: Organization | null;
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known. */
  readonly published: string | null;
  /** Day on which the digest lists the paper, `YYYY-MM-DD`, where it says that for each paper. */
  readonly listed: string | null;
  /** Without version: `2303.00763`, `math/0601001`. */
  readonly arxivId: string | null;
  readonly arxivVersion: number | null;
  /** `10.…`, lower case, without an address before it. */
  readonly doi: string | null;
  /** Journal or conference. */
  readonly venue: string | null;
  /** Of arXiv or another scheme: `cs.CL`. */
  readonly categories: readonly string[] | null;
  readonly keywords: readonly string[] | null;
  readonly upvotes: number | null;
  /** Comments of a community, counted. */
  readonly comments: number | null;
  /** Addresses, `http:` or `https:` only: the paper where it has no id, its code, its project's page. */
  readonly url: string | null;
  readonly code: string | null;
  readonly project: string | null;
  /** The heading under which the entry stood. */
  readonly heading: string | null;
  /** First and last line of the record in the file, 1-based, both included. */
  readonly line: number;
  readonly endLine: number;
  /** JSON Pointer (RFC 6901) of the record, where the file is JSON and lines tell little. */
  readonly pointer: string | null;
}

/** A record of which nothing is known. */
export const unknownFields = {
  abstract: null,
  summary: null,
  note: null,
  authors: null,
  authorCount: null,
  organization: null,
  published: null,
  listed: null,
  arxivId: null,
  arxivVersion: null,
  doi: null,
  venue: null,
  categories: null,
  keywords: null,
  upvotes: null,
  comments: null,
  url: null,
  code: null,
  project: null,
  heading: null,
  pointer: null,
} as const satisfies Omit<DigestRecord, 'title' | 'line' | 'endLine'>;

/** An organisation as a hosting site names it. */
export interface Organization {
  readonly slug: string;
  readonly name: string;
}

/** What a digest says of itself, or its operator of it. */
export interface DigestNotes {
  readonly title: string | null;
  /** Day of the digest, `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly curator: string | null;
}

/** A digest's notes and records, in the order of the file. */
export interface Digest extends DigestNotes {
  /** Name of the shape that was recognised. */
  readonly shape: string;
  readonly records: readonly DigestRecord[];
  /** What of the file no record tells, where that may be meant so, by line; absent for nothing. */
  readonly warnings?: readonly Problem[];
}

/** A way in which digests are written. */
export interface DigestShape {
  /** Kebab-case, as shown to operators. */
  readonly name: string;
  /** Whose such a file is, for one that gives no title; null where it may be anyone's. */
  readonly source: string | null;
  /** A sentence that says what such a file looks like. */
  readonly looksLike: string;
  /** How surely a text has this shape, 0 to 1; looks at the beginning of a long one only. */
  detect(text: string): number;
  /**
   * Throws DigestError with all that is wrong, and with what could be read in spite of it. `notes` are
   * the operator's.
   */
  parse(text: string, notes: DigestNotes): Digest;
}
