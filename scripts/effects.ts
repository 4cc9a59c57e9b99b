import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** What a command does to the world outside, so that a test can hand it another one. */
export interface Effects {
  /** Prints a line for the operator. */
  log(line: string): void;
  /** Prints a line about something wrong. */
  error(line: string): void;
  /** Files below a folder as sorted paths with `/`; null where there is no such folder. */
  listFiles(folder: string): Promise<string[] | null>;
  /** The bytes of a file; null where there is none. */
  readFile(path: string): Promise<Uint8Array | null>;
  /** Milliseconds since some fixed moment, for elapsed times. */
  now(): number;
}

/** The real world: this process's streams and disk. */
export const realEffects: Effects = {
  log: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
  now: () => performance.now(),
  async listFiles(folder) {
    const entries = await orNull(readdir(folder, { recursive: true, withFileTypes: true }));
    return (
      entries
        ?.filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .sort() ?? null
    );
  },
  readFile: (path) => orNull(readFile(path)),
};

async function orNull<Value>(promise: Promise<Value>): Promise<Value | null> {
  try {
    return await promise;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
