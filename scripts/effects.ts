import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { type Console, createConsole } from './console.ts';
import { StoppedError } from './stopped-error.ts';

/** What a command does to the world outside, so that a test can hand it another one. */
export interface Effects extends Console {
  /** Files below a folder as sorted paths with `/`; null where there is no such folder. */
  listFiles(folder: string): Promise<string[] | null>;
  /** The bytes of a file; null where there is none. */
  readFile(path: string): Promise<Uint8Array | null>;
  /** Writes a file, the whole of it or nothing, and the folders that it needs. */
  writeFile(path: string, content: string | Uint8Array): Promise<void>;
  /** All bytes of the standard input. */
  readInput(): Promise<Uint8Array>;
  /** Asks on the terminal for a yes; null where there is nobody to ask. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
  /** Milliseconds since some fixed moment, for elapsed times. */
  now(): number;
  /** Milliseconds since 1970, for days and for what other computers say of time. */
  wallClock(): number;
  /** Waits so many milliseconds; throws once `signal` has aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Makes an HTTP request. */
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** The real world: this process's streams and disk. */
export const realEffects: Effects = {
  ...createConsole(process.stdout, process.stderr),
  now: () => performance.now(),
  wallClock: () => Date.now(),
  sleep: (ms, signal) => setTimeout(ms, undefined, { signal }),
  fetch: (url, init) => fetch(url, init),
  async listFiles(folder) {
    const entries = await orNull(readdir(folder, { recursive: true, withFileTypes: true }));
    if (entries === null) return null;
    return entries
      .map(filePath)
      .filter((path) => path !== null)
      .map((path) => relative(folder, path).split(sep).join('/'))
      .sort();
  },
  readFile: (path) => orNull(readFile(path)),
  readInput: () => buffer(process.stdin),
  ask: process.stdin.isTTY && process.stdout.isTTY ? askOnTerminal : null,
  async writeFile(path, content) {
    // Hidden, so that what a power cut leaves of it is never read as a digest.
    const partial = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeFile(partial, content);
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  },
};

function askOnTerminal(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return new Promise((resolve, reject) => {
    // The end of the input is a no.
    terminal.once('close', () => {
      resolve(false);
    });
    terminal.once('SIGINT', () => {
      reject(new StoppedError('nothing was written'));
      terminal.close();
    });
    terminal.question(`${question} [y/N] `, (answer) => {
      resolve(/^y(?:es)?$/i.test(answer.trim()));
      terminal.close();
    });
  });
}

/** The path of an entry that is a file or a link: one that leads to no file is not passed over, but fails where it is read. */
function filePath(entry: Dirent): string | null {
  return entry.isFile() || entry.isSymbolicLink() ? join(entry.parentPath, entry.name) : null;
}

async function orNull<Value>(promise: Promise<Value>): Promise<Value | null> {
  try {
    return await promise;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
