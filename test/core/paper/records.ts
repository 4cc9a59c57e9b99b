import { type DigestRecord, unknownFields } from '../../../src/core/digest/digest.ts';
import { mergeRecords } from '../../../src/core/paper/merge-records.ts';

/** A record of a title, with what else is known. */
export function record(known: Partial<DigestRecord>): DigestRecord {
  return {
    ...unknownFields,
    title: 'A Paper',
    line: 1,
    endLine: 2,
    ...known,
  };
}

/** The papers of files whose disagreements do not matter. */
export const papersOf = (files: Parameters<typeof mergeRecords>[0]) => mergeRecords(files).papers;
