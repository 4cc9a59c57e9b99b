import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, expectOldSite, folders, SEED, sheaf, useTrialFolders } from './sheaf-in-folders.ts';

useTrialFolders();

describe('sheaf build that is stopped', () => {
  it('leaves the last good site alone and ends with 130', async () => {
    const stop = new AbortController();
    const ended = sheaf(
      ['build', '--content', folders.content, '--out', folders.out, '--data-only'],
      {},
      stop.signal,
    );
    stop.abort();
    const { status, error } = await ended;
    expect(status).toBe(130);
    expect(error).toBe('sheaf: stopped; the site stays as it was');
    await expectOldSite();
  });
});

describe('sheaf build --out', () => {
  it.each([
    ['the working folder', () => '.'],
    ['a folder above it', () => '..'],
    ['the content', () => folders.content],
    ['a folder above the content', () => folders.work],
    ['a folder within the content', () => join(folders.content, 'digests', 'site')],
    ['a file', () => join(folders.content, 'site.yaml')],
    ['no name', () => ''],
    [
      'a link',
      async () => {
        const link = join(folders.content, 'link');
        await symlink(folders.out, link);
        return link;
      },
    ],
  ])('refuses %s with 2, and touches nothing', async (_, folder) => {
    const { status, error } = await sheaf([
      'build',
      '--content',
      folders.content,
      '--out',
      await folder(),
    ]);
    expect(status).toBe(2);
    expect(error).toMatch(/^sheaf: --out /);
    expect((await readdir(join(folders.content, 'digests'))).sort()).toEqual([SEED]);
    await expectOldSite();
  });

  it('refuses a folder with files that it did not write', async () => {
    await rm(join(folders.out, 'api'), { recursive: true });
    const { status, error } = await build();
    expect(status).toBe(2);
    expect(error).toContain('holds files that Sheaf did not write');
    expect(await readdir(folders.out)).toEqual(['index.html']);
  });

  it('says in one line that the disk fails', async () => {
    const failure = Object.assign(new Error('EIO: i/o error, scandir'), { syscall: 'scandir' });
    const { status, error } = await sheaf(
      ['build', '--content', folders.content, '--out', folders.out],
      { listFiles: () => Promise.reject(failure) },
    );
    expect([status, error]).toEqual([1, 'sheaf: EIO: i/o error, scandir']);
    await expectOldSite();
  });

  it('fills an empty folder', async () => {
    const empty = join(folders.work, 'empty');
    await mkdir(empty);
    const { status } = await sheaf([
      'build',
      '--content',
      folders.content,
      '--out',
      empty,
      '--data-only',
    ]);
    expect(status).toBe(0);
    expect(await readdir(empty)).toEqual(['api']);
  });
});
