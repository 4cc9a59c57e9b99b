/** A paper as one digest tells of it. What the digest does not say is null. */
export interface DigestRecord {
  /** As written, TeX and all. */
  readonly title: string;
  readonly abstract: string | null;
  readonly authors: readonly string[] | null;
  readonly authorCount: number | null;
  readonly organization: Organization | null;
  /** `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly arxivId: string | null;
  readonly doi: string | null;
  readonly upvotes: number | null;
  readonly comments: number | null;
  /** First and last line of the record in the file, 1-based, both included. */
  readonly line: number;
  readonly endLine: number;
}

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
}

/** A way in which digests are written. */
export interface DigestShape {
  /** Kebab-case, as shown to operators. */
  readonly name: string;
  /** What such a file is a copy of, for one that gives no title. */
  readonly source: string;
  /** A sentence that says what such a file looks like. */
  readonly looksLike: string;
  /** How surely a text has this shape, 0 to 1. */
  detect(text: string): number;
  /** Throws DigestError with all that is wrong. `notes` are the operator's. */
  parse(text: string, notes: DigestNotes): Digest;
}
