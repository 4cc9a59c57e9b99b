import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Effects, realEffects } from '../../scripts/effects.ts';
import { expectOldSite, folders, sheaf, useTrialFolders } from './sheaf-in-folders.ts';

useTrialFolders();

let lockPath = '';
beforeEach(() => {
  lockPath = join(folders.content, 'topics.lock.json');
});

function build(args: string[] = [], effects: Partial<Effects> = {}) {
  const { content, out } = folders;
  return sheaf(['build', '--data-only', '--content', content, '--out', out, ...args], effects);
}

const api = (name: string) => readFile(join(folders.out, 'api', name), 'utf8');

/** A lock with twenty papers that no digest has. */
const FOREIGN = JSON.stringify({
  version: 1,
  about: '',
  asked: null,
  areas: [],
  topics: [{ slug: 'birds', label: 'Birds', area: null, stability: 1, terms: [] }],
  retired: [],
  papers: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`p${n}`, ['birds', 0, 0]])),
});

/** Fails as a full disk or a folder that is not to be written to. */
const failing = (code: string) => () =>
  Promise.reject(
    Object.assign(new Error(`${code}: no way, open '${lockPath}'`), { code, syscall: 'open' }),
  );

describe('sheaf build and the lock of the topics', () => {
  it('writes it, and leaves it alone where nothing has changed', async () => {
    const { log } = await build();
    expect(log).toContain(`${lockPath} written: commit it, so that topics keep still`);
    const [lock, topics, papers] = [
      await readFile(lockPath, 'utf8'),
      await api('topics.json'),
      await api('papers-1.jsonl'),
    ];
    const { mtimeMs } = await stat(lockPath);
    const second = await build([], { writeFile: failing('EACCES') });
    expect(second).toMatchObject({ status: 0, error: '' });
    expect(second.log).toContain('going on from the build before');
    expect(second.log).not.toContain('commit it');
    expect((await stat(lockPath)).mtimeMs).toBe(mtimeMs);
    expect(await readFile(lockPath, 'utf8')).toBe(lock);
    expect([await api('topics.json'), await api('papers-1.jsonl')]).toEqual([topics, papers]);
  });

  it.each<[string, (lock: string) => string, number, string, string]>([
    [
      'is cut off',
      (lock) => lock.slice(0, 100),
      3,
      'expected the lock of the topics in JSON',
      '--refit',
    ],
    ['is empty', () => '', 1, 'got an empty file', '--refit'],
    ['is no text', () => '\u0000', 1, 'got binary data', 'Restore the file from version control'],
    [
      'is of another version',
      (lock) => lock.replace('"version": 1', '"version": 2'),
      2,
      'expected the lock of the topics of version 1, got version 2',
      'Build with the version of Sheaf that wrote it',
    ],
    [
      'was merged by halves',
      (lock) => lock.replace('"topics"', '<<<<<<< HEAD\n"topics"'),
      6,
      'without conflicts',
      'git checkout --ours',
    ],
    [
      'is that of another collection',
      () => FOREIGN,
      1,
      'got that of another: of its 20 papers 0 are in this one',
      'delete it or run sheaf build --refit',
    ],
  ])('ends with 1 where it %s, and touches nothing', async (_, damage, line, problem, advice) => {
    await buildLockAlone();
    const damaged = damage(await readFile(lockPath, 'utf8'));
    await writeFile(lockPath, damaged);
    const { status, error } = await build();
    expect(status).toBe(1);
    expect(error).toContain(`${lockPath}:${line}: `);
    expect(error).toContain(problem);
    expect(error).toContain(advice);
    expect(await readFile(lockPath, 'utf8')).toBe(damaged);
    await expectOldSite();
  });

  it.each([[[]], [['--refit']]])(
    'builds nothing where a folder has its place, %j',
    async (args) => {
      await mkdir(lockPath);
      const { status, error } = await build(args);
      expect(status).toBe(1);
      expect(error).toContain(`${lockPath}:1: expected a file that can be read, got a folder`);
      await expectOldSite();
    },
  );

  it.each([
    ['damaged', '{"version": 1,', `:1: passed over, for a refit: expected`],
    ['foreign', FOREIGN, ': passed over: it is that of another collection'],
  ])('passes over a %s one with --refit, and says so', async (_, text, note) => {
    await buildLockAlone();
    const lock = await readFile(lockPath, 'utf8');
    await writeFile(lockPath, text);
    const { status, log } = await build(['--refit']);
    expect(status).toBe(0);
    expect(log).toContain(`${lockPath}${note}`);
    expect(await readFile(lockPath, 'utf8')).toBe(lock);
  });

  it.each(['EACCES', 'ENOSPC', 'EROFS'])(
    'says after %s that the site was written but the lock was not',
    async (code) => {
      const { status, error } = await build([], { writeFile: failing(code) });
      expect(status).toBe(1);
      expect(error.split('\n')).toEqual([
        `sheaf: the site was written, but not ${lockPath}: ${code}: no way, open '${lockPath}'`,
        '    Make it writable and build again, else topics may change.',
      ]);
      expect(await readdir(folders.out)).toEqual(['api']);
      expect(await readdir(folders.content)).not.toContain('topics.lock.json');
    },
  );

  it('leaves nothing behind of one that can not be put into its place', async () => {
    const taken = join(folders.work, 'taken');
    await mkdir(join(taken, 'topics.lock.json'), { recursive: true });
    await expect(realEffects.writeFile(join(taken, 'topics.lock.json'), '{}')).rejects.toThrow();
    expect(await readdir(taken)).toEqual(['topics.lock.json']);
  });
});

/** Builds elsewhere, so that the old site stays. */
async function buildLockAlone(): Promise<void> {
  const elsewhere = join(folders.work, 'elsewhere');
  const { content } = folders;
  await sheaf(['build', '--data-only', '--content', content, '--out', elsewhere]);
  await rm(elsewhere, { recursive: true });
}
