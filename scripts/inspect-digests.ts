import { basename, join } from 'node:path';
import { decodeText } from '../src/core/digest/decode-text.ts';
import type { Digest, DigestNotes } from '../src/core/digest/digest.ts';
import { DigestError } from '../src/core/digest/digest-error.ts';
import { parseNotes } from '../src/core/digest/digest-notes.ts';
import { readDigest } from '../src/core/digest/read-digest.ts';
import { InputError, type LocatedProblem, type Problem } from '../src/core/input-error.ts';
import { type Files, readBytes, visibleFiles } from './read-input.ts';

/** A digest and its file, as a path below `digests/`. */
export interface ReadDigest extends Digest {
  readonly path: string;
}

/** A digest of which some records may be bad, and are left out. */
export interface InspectedDigest extends ReadDigest {
  /** How surely its shape was recognised, 0.5 to 1; null where records are left out. */
  readonly certainty: number | null;
}

/** What is in the bytes of one file, and what is wrong with it. */
export interface Inspection {
  /** Null where nothing could be read. */
  readonly digest: Omit<InspectedDigest, 'path'> | null;
  readonly problems: readonly Problem[];
}

/** Names of files with an operator's notes on the digest beside them. */
export const SIDECAR = /\.ya?ml$/;

/** Reads the bytes of a file as a digest. */
export async function inspectDigest(
  path: string,
  bytes: Uint8Array,
  notes: DigestNotes | null,
): Promise<Inspection> {
  try {
    return { digest: await readDigest(basename(path), bytes, notes), problems: [] };
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    const rest = error.rest === null ? null : { ...error.rest, certainty: null };
    return { digest: rest, problems: error.problems };
  }
}

/** What could not be read of a file below `digests/`. */
export interface SkippedDigest {
  /** As a path below `digests/`. */
  readonly path: string;
  /** Whether nothing of the file was read. */
  readonly whole: boolean;
  /** Records that were left out of a file that was read in part; 0 where none could be told. */
  readonly records: number;
  readonly problems: readonly Problem[];
}

/** The digests of a folder, each as far as it can be read, and what is wrong with them. */
export interface InspectedDigests {
  readonly digests: InspectedDigest[];
  readonly skipped: SkippedDigest[];
}

/** Reads the digests of a folder, and what is wrong with them, by file. */
export async function inspectDigests(folder: string, files: Files): Promise<InspectedDigests> {
  const visible = await visibleFiles(folder, files);
  const names = visible.filter((path) => !SIDECAR.test(path));
  const skipped: SkippedDigest[] = [];
  const notes = await readSidecars(folder, visible, names, files, skipped);
  const digests: InspectedDigest[] = [];
  for (const path of names) {
    const { digest, problems } = await inspectFile(folder, path, files, notes.get(path) ?? null);
    const read = digest !== null && (digest.records.length > 0 || problems.length === 0);
    if (problems.length > 0) {
      skipped.push({ path, whole: !read, records: read ? problems.length : 0, problems });
    }
    if (read) digests.push({ ...digest, path });
  }
  return { digests, skipped };
}

/** Of a file that is listed and then not there. */
const LEADS_NOWHERE: Problem = {
  line: 1,
  expected: 'a digest',
  got: 'a link that leads nowhere',
  advice: 'Put back what it leads to, or remove the link.',
};

async function inspectFile(
  folder: string,
  path: string,
  files: Files,
  notes: DigestNotes | null,
): Promise<Inspection> {
  try {
    const bytes = await readBytes(join(folder, path), files);
    if (bytes === null) return { digest: null, problems: [LEADS_NOWHERE] };
    return await inspectDigest(path, bytes, notes);
  } catch (error) {
    return { digest: null, problems: problemsOf(error) };
  }
}

/** Throws what is no error of the input. */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof DigestError || error instanceof InputError) return error.problems;
  throw error;
}

/** The problems of all files, each with the path of its file. */
export function locateSkipped(folder: string, skipped: readonly SkippedDigest[]): LocatedProblem[] {
  return skipped.flatMap(({ path, problems }) =>
    problems.map((problem) => ({ ...problem, path: join(folder, path) })),
  );
}

/** Notes beside digests: `NAME.yaml` for `NAME.txt` (or `NAME.txt.yaml`), by the digest's path. */
async function readSidecars(
  folder: string,
  visible: readonly string[],
  names: readonly string[],
  files: Files,
  skipped: SkippedDigest[],
): Promise<Map<string, DigestNotes>> {
  const notes = new Map<string, DigestNotes>();
  for (const sidecar of visible.filter((path) => SIDECAR.test(path))) {
    const stem = sidecar.replace(SIDECAR, '');
    const owners = names.filter((name) => name === stem || name.replace(/\.[^./]+$/, '') === stem);
    const owner = owners[0];
    const skip = (problems: readonly Problem[]) =>
      skipped.push({ path: sidecar, whole: true, records: 0, problems });
    if (owner === undefined || owners.length > 1 || notes.has(owner)) {
      skip([
        {
          line: 1,
          expected: 'notes on one digest beside it',
          got: describeOwners(owners),
          advice: 'Name the notes after the digest: digest.txt.yaml for digest.txt.',
        },
      ]);
      continue;
    }
    try {
      const bytes = await readBytes(join(folder, sidecar), files);
      if (bytes !== null) notes.set(owner, parseNotes(decodeText(bytes, 'notes on a digest'), 1));
    } catch (error) {
      skip(problemsOf(error));
    }
  }
  return notes;
}

function describeOwners(owners: readonly string[]): string {
  if (owners.length === 0) return 'no digest of that name';
  return owners.length > 1
    ? `several: ${owners.join(', ')}`
    : `a second file of notes on ${owners[0]!}`;
}
