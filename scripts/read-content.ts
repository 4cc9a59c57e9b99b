import { basename, join } from 'node:path';
import type { Digest, DigestNotes } from '../src/core/digest/digest.ts';
import { DigestError } from '../src/core/digest/digest-error.ts';
import { decodeText } from '../src/core/digest/decode-text.ts';
import { parseNotes } from '../src/core/digest/digest-notes.ts';
import { parseDigest } from '../src/core/digest/parse-digest.ts';
import { InputError, type LocatedProblem } from '../src/core/input-error.ts';
import { parseSettings, type Settings } from '../src/core/settings.ts';
import {
  parseCuration,
  refuseOtherFile,
  type TopicCuration,
} from '../src/core/topics/parse-curation.ts';
import { parseLock } from '../src/core/topics/parse-lock.ts';
import type { TopicsLock } from '../src/core/topics/topics-lock.ts';
import type { Effects } from './effects.ts';

/** A digest and its file, as a path below `digests/`. */
export interface ReadDigest extends Digest {
  readonly path: string;
}

/** What an operator keeps in a content folder. */
export interface Content {
  readonly settings: Settings;
  readonly digests: readonly ReadDigest[];
  /** What the operator says of topics, in the order of the files. */
  readonly curations: readonly TopicCuration[];
  /** What the build before left of its topics; null for none. */
  readonly lock: TopicsLock | null;
  /** What is wrong with a lock that is passed over, for a refit. */
  readonly lockProblems: readonly LocatedProblem[];
  /** Where that is read from and written to. */
  readonly lockPath: string;
}

/** The file of a content folder that keeps the topics from build to build. */
export const LOCK_FILE = 'topics.lock.json';

type Files = Pick<Effects, 'listFiles' | 'readFile'>;

/** Reads a file; one that can't be read becomes an InputError. */
async function readBytes(path: string, files: Files): Promise<Uint8Array | null> {
  try {
    return await files.readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const advice = 'Let the user who builds the site read it, or remove it.';
    throw new InputError([
      { path, line: 1, expected: 'a file that can be read', got: code, advice },
    ]);
  }
}

const SIDECAR = /\.ya?ml$/;

/**
 * Reads a content folder. Throws one InputError with the problems of all its files; those of a lock
 * that is not needed, for a refit, are none.
 */
export async function readContent(
  folder: string,
  files: Files,
  { refit }: { readonly refit: boolean } = { refit: false },
): Promise<Content> {
  const problems: LocatedProblem[] = [];
  const settings = await collect(problems, () => readSettings(join(folder, 'site.yaml'), files));
  const digests = await readDigests(join(folder, 'digests'), files, problems);
  const curations = await readCurations(join(folder, 'topics'), files, problems);
  const lockPath = join(folder, LOCK_FILE);
  const lockProblems: LocatedProblem[] = [];
  const lock = await collect(lockProblems, () => readLock(lockPath, files));
  // Who starts anew need not mend what is there.
  if (!refit) problems.push(...lockProblems);
  if (settings === null || problems.length > 0) throw new InputError(problems);
  return { settings, digests, curations, lock, lockPath, lockProblems };
}

async function readLock(path: string, files: Files): Promise<TopicsLock | null> {
  const bytes = await readBytes(path, files);
  if (bytes === null) return null;
  return parseLock(
    path,
    locate(path, () => (bytes.length === 0 ? '' : decodeText(bytes, 'the lock of the topics'))),
  );
}

async function readSettings(path: string, files: Files): Promise<Settings> {
  const bytes = await readBytes(path, files);
  if (bytes === null) {
    throw new InputError([
      {
        path,
        line: 1,
        expected: 'the settings of the site',
        got: 'no such file',
        advice: 'Write one with at least a line of title: …',
      },
    ]);
  }
  return parseSettings(
    locate(path, () => (bytes.length === 0 ? '' : decodeText(bytes, 'the settings of the site'))),
    path,
  );
}

async function readDigests(
  folder: string,
  files: Files,
  problems: LocatedProblem[],
): Promise<ReadDigest[]> {
  const visible = await visibleFiles(folder, files);
  const names = visible.filter((path) => !SIDECAR.test(path));
  const sidecars = await readSidecars(folder, visible, names, files, problems);
  const digests: ReadDigest[] = [];
  for (const path of names) {
    const digest = await collect(problems, async () => {
      const bytes = await readBytes(join(folder, path), files);
      if (bytes === null) return null;
      return locate(join(folder, path), () =>
        parseDigest(basename(path), bytes, sidecars.get(path) ?? null),
      );
    });
    if (digest !== null) digests.push({ ...digest, path });
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

/** Files below a folder less those that an editor or a system hides; none where there is no folder. */
async function visibleFiles(folder: string, files: Files): Promise<string[]> {
  return (await files.listFiles(folder))?.filter((path) => !/(?:^|\/)\./.test(path)) ?? [];
}

async function readCurations(
  folder: string,
  files: Files,
  problems: LocatedProblem[],
): Promise<TopicCuration[]> {
  const curations: TopicCuration[] = [];
  for (const file of await visibleFiles(folder, files)) {
    const path = join(folder, file);
    const curation = await collect(problems, async () => {
      if (!file.endsWith('.md')) return refuseOtherFile(file, path);
      const bytes = await readBytes(path, files);
      if (bytes === null) return null;
      const text = locate(path, () => decodeText(bytes, 'the curation of a topic'));
      return parseCuration(file, text, path);
    });
    if (curation !== null) curations.push(curation);
  }
  return curations;
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

/** Runs a step; what is wrong in its input joins the problems, and the result is null. */
async function collect<Value>(
  problems: LocatedProblem[],
  step: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/** Turns the DigestError of a step into an InputError that names the file. */
function locate<Value>(path: string, step: () => Value): Value {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    throw new InputError(error.problems.map((problem) => ({ path, ...problem })));
  }
}
