import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { type Ended, folders, SEED, sheaf, useTrialFolders } from '../sheaf-in-folders.ts';
import { server, useReplayServer } from './replay-server.ts';

/** A clock that only pauses move, and the pauses. */
export const time = { now: 0, pauses: [] as number[] };

/** Trial content, a server, and a clock that stands at noon of 1 November 2025, a Saturday. */
export function useFetchTrial(): void {
  useTrialFolders();
  useReplayServer();
  beforeEach(() => {
    Object.assign(time, { now: Date.parse('2025-11-01T12:00:00Z'), pauses: [] });
  });
}

/** Runs `sheaf fetch` with the trial's server and clock. */
export function fetchTrial(args: string, signal?: AbortSignal): Promise<Ended> {
  const effects = {
    wallClock: () => time.now,
    sleep: (ms: number) => {
      time.pauses.push(ms);
      time.now += ms;
      return Promise.resolve();
    },
  };
  const words = ['fetch', ...args.split(' '), '--content', folders.content];
  const from = args.includes('--from') ? [] : ['--from', server.address];
  return sheaf([...words, ...from], effects, signal);
}

/** The files beside the trial's own digest, less the one that remembers. */
export async function fetched(): Promise<string[]> {
  const names = await readdir(join(folders.content, 'digests'));
  return names.filter((name) => name !== SEED && name !== '.fetch.json').sort();
}

/** What a fetched file holds. */
export function digest(name: string): Promise<string> {
  return readFile(join(folders.content, 'digests', name), 'utf8');
}
