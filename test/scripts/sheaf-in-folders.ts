import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect } from 'vitest';
import { main } from '../../scripts/command-line.ts';
import { type Effects, realEffects } from '../../scripts/effects.ts';

/** The digest of the trial content. */
export const SEED = '002_beecdf11677fe123.txt';
const seeds = fileURLToPath(new URL('../../content/digests/', import.meta.url));

/** Folders of a trial: content with one real digest, and a site that was built before. */
export const folders = { work: '', content: '', out: '' };

/** Makes the folders anew for each test of a file. */
export function useTrialFolders(): void {
  beforeEach(async () => {
    const work = await mkdtemp(join(tmpdir(), 'sheaf-cli-'));
    Object.assign(folders, { work, content: join(work, 'content'), out: join(work, 'dist') });
    const { content, out } = folders;
    await mkdir(join(content, 'digests'), { recursive: true });
    await writeFile(join(content, 'site.yaml'), 'title: A test\n');
    await cp(join(seeds, SEED), join(content, 'digests', SEED));
    await mkdir(join(out, 'api'), { recursive: true });
    await writeFile(join(out, 'index.html'), 'the last good site');
    await writeFile(join(out, 'api/index.json'), '{}');
  });
  afterEach(() => rm(folders.work, { recursive: true, force: true }));
}

/** How a run of `sheaf` ended, and what it printed. */
export interface Ended {
  readonly status: number;
  readonly log: string;
  readonly error: string;
}

/** Runs `sheaf` with these arguments in this process. */
export async function sheaf(
  args: readonly string[],
  effects: Partial<Effects> = {},
  signal = new AbortController().signal,
): Promise<Ended> {
  const lines = { log: [] as string[], error: [] as string[] };
  const log = (line: string) => lines.log.push(line);
  const error = (line: string) => lines.error.push(line);
  const status = await main(
    args,
    { ...realEffects, log, error, progress: log, columns: Infinity, ...effects },
    signal,
  );
  return { status, log: lines.log.join('\n'), error: lines.error.join('\n') };
}

/** Builds the trial content. */
export function build(...args: string[]): Promise<Ended> {
  return sheaf(['build', '--content', folders.content, '--out', folders.out, ...args]);
}

/** Asserts that the site of before is there as it was, and nothing else is left behind. */
export async function expectOldSite(): Promise<void> {
  const { work, out } = folders;
  expect((await readdir(out)).sort()).toEqual(['api', 'index.html']);
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('the last good site');
  const litter = (await readdir(work)).filter((name) => name !== 'content' && name !== 'dist');
  expect(litter).toEqual([]);
}

/** The lines of the trial digest. */
export const seedLines = (await readFile(join(seeds, SEED), 'utf8')).split('\n');
