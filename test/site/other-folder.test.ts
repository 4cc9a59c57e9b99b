import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

const program = fileURLToPath(new URL('../../scripts/sheaf.mjs', import.meta.url));
const run = promisify(execFile);

let work = '';
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'sheaf-elsewhere-'));
});
afterEach(() => rm(work, { recursive: true }));

describe('sheaf build from another folder', () => {
  const { content } = inject('site');

  it('takes its arguments from there and leaves nothing else behind', async () => {
    await run(process.execPath, [program, 'build', '--content', content, '--out', 'site'], {
      cwd: work,
    });
    expect(await readdir(work)).toEqual(['site']);
    expect(await readdir(join(work, 'site'))).toContain('pagefind');
  });

  it('writes to a folder beside Sheaf of which the name begins like its own', async () => {
    const beside = await mkdtemp(`${dirname(dirname(program))}-site-`);
    try {
      await run(process.execPath, [program, 'build', '--content', content, '--out', beside]);
      expect(await readdir(beside)).toContain('pagefind');
    } finally {
      await rm(beside, { recursive: true });
    }
  });

  it('writes nothing when Ctrl-C stops it', async () => {
    const child = spawn(
      process.execPath,
      [program, 'build', '--content', content, '--out', 'site'],
      { cwd: work },
    );
    child.stdout.once('data', () => child.kill('SIGINT'));
    const [status, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    // As a shell tells of a command that a signal has ended.
    expect(status ?? 128 + constants.signals[signal!]).toBe(130);
    expect(await readdir(work)).toEqual([]);
  });
});
