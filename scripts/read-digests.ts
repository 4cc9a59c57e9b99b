import { basename, join } from 'node:path';
import { decodeText } from '../src/core/digest/decode-text.ts';
import type { Digest, DigestNotes } from '../src/core/digest/digest.ts';
import { DigestError } from '../src/core/digest/digest-error.ts';
import { parseNotes } from '../src/core/digest/digest-notes.ts';
import { parseDigest } from '../src/core/digest/parse-digest.ts';
import { InputError, type LocatedProblem, type Problem } from '../src/core/input-error.ts';
import { type Files, readBytes, visibleFiles } from './read-input.ts';

/** A digest and its file, as a path below `digests/`. */
export interface ReadDigest extends Digest {
  readonly path: string;
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

const SIDECAR = /\.ya?ml$/;

/**
 * Reads the digests of a folder, each as far as it can be read, and what is wrong with them, by file.
 */
export async function readDigests(
  folder: string,
  files: Files,
): Promise<{ digests: ReadDigest[]; skipped: SkippedDigest[] }> {
  const visible = await visibleFiles(folder, files);
  const names = visible.filter((path) => !SIDECAR.test(path));
  const skipped: SkippedDigest[] = [];
  const notes = await readSidecars(folder, visible, names, files, skipped);
  const digests: ReadDigest[] = [];
  for (const path of names) {
    const digest = await readDigest(folder, path, files, notes.get(path) ?? null, skipped);
    if (digest !== null) digests.push({ ...digest, path });
  }
  return { digests, skipped };
}

async function readDigest(
  folder: string,
  path: string,
  files: Files,
  notes: DigestNotes | null,
  skipped: SkippedDigest[],
): Promise<Digest | null> {
  try {
    const bytes = await readBytes(join(folder, path), files);
    return bytes && parseDigest(basename(path), bytes, notes);
  } catch (error) {
    const rest = error instanceof DigestError && error.rest?.records.length ? error.rest : null;
    const problems = problemsOf(error);
    skipped.push({ path, whole: rest === null, records: rest ? problems.length : 0, problems });
    return rest;
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
    const path = join(folder, sidecar);
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
      const bytes = await readBytes(path, files);
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
