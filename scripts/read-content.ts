import { join } from 'node:path';
import { decodeText } from '../src/core/digest/decode-text.ts';
import { InputError, type LocatedProblem } from '../src/core/input-error.ts';
import { parseSettings, type Settings } from '../src/core/settings.ts';
import {
  parseCuration,
  refuseOtherFile,
  type TopicCuration,
} from '../src/core/topics/parse-curation.ts';
import { parseLock } from '../src/core/topics/parse-lock.ts';
import type { TopicsLock } from '../src/core/topics/topics-lock.ts';
import { type InspectedDigest, inspectDigests, type ReadDigest } from './inspect-digests.ts';
import { collect, type Files, locate, readBytes, visibleFiles } from './read-input.ts';

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

/** A content folder with all that is wrong in it. */
export interface InspectedContent extends Omit<Content, 'settings'> {
  /** Null where they can't be read. */
  readonly settings: Settings | null;
  readonly digests: readonly InspectedDigest[];
  /** What is wrong, less what is wrong with the lock. */
  readonly problems: readonly LocatedProblem[];
}

/**
 * Reads a content folder. Throws one InputError with the problems of all its files; those of a lock
 * that is not needed, for a refit, are none.
 */
export async function readContent(
  folder: string,
  files: Files,
  { refit }: { readonly refit: boolean } = { refit: false },
): Promise<Content> {
  const { settings, problems, ...content } = await inspectContent(folder, files);
  // Who starts anew need not mend what is there.
  const all = refit ? problems : [...problems, ...content.lockProblems];
  if (settings === null || all.length > 0) throw new InputError(all);
  return { settings, ...content };
}

/** Reads as much of a content folder as can be read. */
export async function inspectContent(folder: string, files: Files): Promise<InspectedContent> {
  const problems: LocatedProblem[] = [];
  const settings = await collect(problems, () => readSettings(join(folder, 'site.yaml'), files));
  const digests = await inspectDigests(join(folder, 'digests'), files, problems);
  const curations = await readCurations(join(folder, 'topics'), files, problems);
  const lockPath = join(folder, LOCK_FILE);
  const lockProblems: LocatedProblem[] = [];
  const lock = await collect(lockProblems, () => readLock(lockPath, files));
  return { settings, digests, curations, lock, lockPath, lockProblems, problems };
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
