import type { DigestRecord } from '../digest/digest.ts';

/** Where a digest tells of a paper: a file of the collection, first and last line. */
export interface PaperSource {
  /** Path of the file below `digests/`, with `/`. */
  readonly digest: string;
  readonly line: number;
  readonly endLine: number;
  /** JSON Pointer of the record; null in a file of lines. */
  readonly pointer: string | null;
}

/** One paper, whatever the number of digests that tell of it. What none of them says is null. */
export interface Paper extends Omit<DigestRecord, 'line' | 'endLine' | 'pointer'> {
  /** Names the paper in URLs. */
  readonly id: string;
  /** At least one, by path and place in the file. */
  readonly sources: readonly PaperSource[];
}
