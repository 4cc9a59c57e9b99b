import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFolder } from '../../scripts/replace-folder.ts';

/** Beyond the largest number that Linux, macOS or Windows gives to a process in practice. */
const NO_PROCESS = 2 ** 31 - 2;

let parent = '';
let folder = '';

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'sheaf-replace-'));
  folder = join(parent, 'dist');
});

afterEach(() => rm(parent, { recursive: true, force: true }));

async function fill(path: string, content: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'index.html'), content);
}

const content = () => readFile(join(folder, 'index.html'), 'utf8');

describe('replaceFolder(folder, write)', () => {
  it('makes a folder that was not there, and those above it', async () => {
    folder = join(parent, 'deep', 'down', 'dist');
    await replaceFolder(folder, (work) => fill(work, 'new'));
    expect(await content()).toBe('new');
    expect(await readdir(join(parent, 'deep', 'down'))).toEqual(['dist']);
  });

  it('puts the new folder in the place of the old one, and keeps nothing of that', async () => {
    await fill(folder, 'old');
    await writeFile(join(folder, 'stale.html'), 'old');
    await replaceFolder(folder, (work) => fill(work, 'new'));
    expect(await content()).toBe('new');
    expect(await readdir(folder)).toEqual(['index.html']);
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('leaves the old folder in its place while the new one is written', async () => {
    await fill(folder, 'old');
    await replaceFolder(folder, async (work) => {
      await fill(work, 'new');
      expect(await content()).toBe('old');
    });
  });

  it('leaves the old folder and no litter when writing fails', async () => {
    await fill(folder, 'old');
    const failure = new Error('no papers');
    const writing = replaceFolder(folder, async (work) => {
      await fill(work, 'half');
      throw failure;
    });
    await expect(writing).rejects.toBe(failure);
    expect(await content()).toBe('old');
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('makes no folder when writing the first one fails', async () => {
    const writing = replaceFolder(folder, () => Promise.reject(new Error('no papers')));
    await expect(writing).rejects.toThrow('no papers');
    expect(await readdir(parent)).toEqual([]);
  });

  it('brings back the old folder after a run that was killed between its moves', async () => {
    const litter = join(parent, `.dist.building-${NO_PROCESS}-abc123`);
    await fill(join(litter, 'old'), 'old');
    await fill(join(litter, 'new'), 'half');
    const writing = replaceFolder(folder, () => Promise.reject(new Error('again')));
    await expect(writing).rejects.toThrow('again');
    expect(await content()).toBe('old');
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('clears away what a killed run left, without touching the folder that is there', async () => {
    await fill(folder, 'current');
    await fill(join(parent, `.dist.building-${NO_PROCESS}-abc123`, 'old'), 'older');
    await replaceFolder(folder, async (work) => {
      expect(await content()).toBe('current');
      await fill(work, 'new');
    });
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('leaves the work of a process alone that still runs', async () => {
    const work = `.dist.building-${process.ppid}-abc123`;
    await fill(join(parent, work, 'new'), 'theirs');
    await replaceFolder(folder, (own) => fill(own, 'new'));
    expect((await readdir(parent)).toSorted()).toEqual([work, 'dist']);
    expect(await readdir(join(parent, work))).toEqual(['new']);
  });

  it('leaves other folders alone, whatever their names begin with', async () => {
    for (const name of ['.dist', 'dist.building-1-a', `.dist-2.building-${NO_PROCESS}-a`]) {
      await fill(join(parent, name), 'other');
    }
    await replaceFolder(folder, (work) => fill(work, 'new'));
    expect(await readdir(parent)).toHaveLength(4);
  });

  it('replaces again and again', async () => {
    for (const text of ['one', 'two', 'three']) {
      await replaceFolder(folder, (work) => fill(work, text));
      expect(await content()).toBe(text);
    }
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('brings the old folder back where the new one cannot take its place', async () => {
    await fill(folder, 'old');
    const removed = replaceFolder(folder, (work) => rm(work, { recursive: true }));
    await expect(removed).rejects.toThrow();
    expect(await content()).toBe('old');
  });

  it('restores after a killed run of the same number, as every run in a container has', async () => {
    const litter = join(parent, `.dist.building-${process.pid}-killed`);
    await fill(join(litter, 'old'), 'old');
    await expect(replaceFolder(folder, () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(await content()).toBe('old');
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('leaves the old folder where it is once it is told to stop', async () => {
    await fill(folder, 'old');
    const stop = new AbortController();
    const write = async (work: string) => {
      await fill(work, 'new');
      stop.abort();
    };
    await expect(replaceFolder(folder, write, stop.signal)).rejects.toThrow();
    expect(await content()).toBe('old');
    expect(await readdir(parent)).toEqual(['dist']);
  });
});
