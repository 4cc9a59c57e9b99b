import { basename, join } from 'node:path';
import { decodeText } from '../src/core/digest/decode-text.ts';
import type { Digest, DigestNotes } from '../src/core/digest/digest.ts';
import { DigestError } from '../src/core/digest/digest-error.ts';
import { parseNotes } from '../src/core/digest/digest-notes.ts';
import { readDigest } from '../src/core/digest/read-digest.ts';
import type { LocatedProblem, Problem } from '../src/core/input-error.ts';
import { collect, type Files, locate, readBytes, visibleFiles } from './read-input.ts';

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

/**
 * Reads all digests below a folder, and what could be read of those with bad records. What is wrong
 * joins the problems.
 */
export async function inspectDigests(
  folder: string,
  files: Files,
  problems: LocatedProblem[],
): Promise<InspectedDigest[]> {
  const visible = await visibleFiles(folder, files);
  const names = visible.filter((path) => !SIDECAR.test(path));
  const sidecars = await readSidecars(folder, visible, names, files, problems);
  const digests: InspectedDigest[] = [];
  for (const path of names) {
    const found = await collect(problems, async () => {
      const bytes = await readBytes(join(folder, path), files);
      return bytes === null ? null : inspectDigest(path, bytes, sidecars.get(path) ?? null);
    });
    if (found === null) continue;
    problems.push(...found.problems.map((problem) => ({ path: join(folder, path), ...problem })));
    if (found.digest !== null) digests.push({ ...found.digest, path });
  }
  if (names.length === 0) {
    problems.push({
      path: folder,
      line: 1,
      expected: 'at least one digest',
      got: 'none',
      advice: 'Save a digest into this folder.',
    });
  }
  return digests;
}

/** Notes beside digests: `NAME.yaml` for `NAME.txt` (or `NAME.txt.yaml`), by the digest's path. */
async function readSidecars(
  folder: string,
  visible: readonly string[],
  names: readonly string[],
  files: Files,
  problems: LocatedProblem[],
): Promise<Map<string, DigestNotes>> {
  const notes = new Map<string, DigestNotes>();
  for (const sidecar of visible.filter((path) => SIDECAR.test(path))) {
    const path = join(folder, sidecar);
    const stem = sidecar.replace(SIDECAR, '');
    const owners = names.filter((name) => name === stem || name.replace(/\.[^./]+$/, '') === stem);
    const owner = owners[0];
    if (owner === undefined || owners.length > 1 || notes.has(owner)) {
      problems.push({
        path,
        line: 1,
        expected: 'notes on one digest beside it',
        got: describeOwners(owners),
        advice: 'Name the notes after the digest: digest.txt.yaml for digest.txt.',
      });
      continue;
    }
    const parsed = await collect(problems, async () => {
      const bytes = await readBytes(path, files);
      return bytes === null
        ? null
        : locate(path, () => parseNotes(decodeText(bytes, 'notes on a digest'), 1));
    });
    if (parsed !== null) notes.set(owner, parsed);
  }
  return notes;
}

function describeOwners(owners: readonly string[]): string {
  if (owners.length === 0) return 'no digest of that name';
  return owners.length > 1
    ? `several: ${owners.join(', ')}`
    : `a second file of notes on ${owners[0]!}`;
}
