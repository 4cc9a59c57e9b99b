import { join } from 'node:path';
import { decodeText } from '../src/core/digest/decode-text.ts';
import { InputError, type LocatedProblem } from '../src/core/input-error.ts';
import { parseSettings, type Settings } from '../src/core/settings.ts';
import {
  parseCuration,
  refuseOtherFile,
  type TopicCuration,
} from '../src/core/topics/parse-curation.ts';
import { parseLock, RESTORE } from '../src/core/topics/parse-lock.ts';
import type { TopicsLock } from '../src/core/topics/topics-lock.ts';
import {
  type InspectedDigest,
  inspectDigests,
  locateSkipped,
  type ReadDigest,
  type SkippedDigest,
} from './inspect-digests.ts';
import { collect, type Files, locate, readBytes, visibleFiles } from './read-input.ts';

/** What an operator keeps in a content folder. */
export interface Content {
  readonly settings: Settings;
  readonly digests: readonly ReadDigest[];
  /** What was left out of them, where that was asked for. */
  readonly skipped: readonly SkippedDigest[];
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

/** A content folder with all that is wrong in it. */
export interface InspectedContent extends Omit<Content, 'settings'> {
  /** Null where they can't be read. */
  readonly settings: Settings | null;
  readonly digests: readonly InspectedDigest[];
  /** What is wrong, less what is wrong with digests and with the lock. */
  readonly problems: readonly LocatedProblem[];
}

/** How content is read. */
export interface ReadOptions {
  /** Passes over a lock that is damaged. */
  readonly refit: boolean;
  /** Leaves out what can't be read of the digests. */
  readonly skipBad: boolean;
}

/**
 * Reads a content folder. Throws one InputError with the problems of all its files, less those that the
 * options pass over.
 */
export async function readContent(
  folder: string,
  files: Files,
  { refit, skipBad }: ReadOptions = { refit: false, skipBad: false },
): Promise<Content> {
  const { settings, problems, ...content } = await inspectContent(folder, files);
  const all = [...problems];
  // A site of nothing is none: then what is wrong counts after all.
  if (!skipBad || content.digests.length === 0) {
    all.push(...locateSkipped(join(folder, 'digests'), content.skipped));
  }
  // Who starts anew need not mend what is there.
  if (!refit) all.push(...content.lockProblems);
  if (settings === null || all.length > 0) throw new InputError(all);
  return { settings, ...content };
}

/** Reads as much of a content folder as can be read. */
export async function inspectContent(folder: string, files: Files): Promise<InspectedContent> {
  const problems: LocatedProblem[] = [];
  const settings = await collect(problems, () => readSettings(join(folder, 'site.yaml'), files));
  const { digests, skipped } = await inspectDigests(join(folder, 'digests'), files);
  if (digests.length === 0 && skipped.length === 0)
    problems.push(noDigest(join(folder, 'digests')));
  const curations = await readCurations(join(folder, 'topics'), files, problems);
  const lockPath = join(folder, LOCK_FILE);
  const lockProblems: LocatedProblem[] = [];
  // One that can't be read can't be replaced either, not even by a refit.
  const bytes = await collect(problems, () => readBytes(lockPath, files));
  const lock =
    bytes &&
    (await collect(lockProblems, async () => parseLock(lockPath, lockText(bytes, lockPath))));
  return { settings, digests, skipped, curations, lock, lockPath, lockProblems, problems };
}

/** Throws InputError for what is no text: the operator did not write it and need not convert it. */
function lockText(bytes: Uint8Array, path: string): string {
  if (bytes.length === 0) return '';
  try {
    return locate(path, () => decodeText(bytes, 'the lock of the topics'));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map((problem) => ({ ...problem, advice: RESTORE })));
  }
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

function noDigest(path: string): LocatedProblem {
  return {
    path,
    line: 1,
    expected: 'at least one digest',
    got: 'none',
    advice: 'Save a digest into this folder.',
  };
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
