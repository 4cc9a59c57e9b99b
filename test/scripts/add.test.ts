import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Effects, realEffects } from '../../scripts/effects.ts';
import { StoppedError } from '../../scripts/stopped-error.ts';
import { ABSTRACT } from '../core/digest/seeds.ts';
import { type Ended, folders, SEED, sheaf, useTrialFolders } from './sheaf-in-folders.ts';

useTrialFolders();

const digestOf = (...titles: string[]) => titles.map((title) => `${title}\n${ABSTRACT}\n`).join('');
const kept = async () => (await readdir(join(folders.content, 'digests'))).sort();
const add = (args: readonly string[], effects: Partial<Effects> = {}): Promise<Ended> =>
  sheaf(['add', '--content', folders.content, ...args], { ask: null, ...effects });

/** Writes a file beside the content and returns its path. */
async function inbox(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folders.work, 'inbox', name);
  await mkdir(join(folders.work, 'inbox'), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** The cells of the row of a file in a printed table. */
const rowOf = (log: string, path: string) =>
  log
    .split('\n')
    .find((line) => line.startsWith(path))
    ?.slice(path.length)
    .trim()
    .split(/ {2,}/);

describe('sheaf add', () => {
  it('puts a digest into the content under its day and title, byte for byte', async () => {
    const text = `---\ntitle: Daily Papers\ndate: 2026-03-25\n---\n${digestOf('One', 'Two')}`;
    const path = await inbox('x.TXT', text);
    const { status, log } = await add([path, '--yes']);
    expect(status).toBe(0);
    expect(await kept()).toEqual([SEED, '2026-03-25-daily-papers.txt'].sort());
    const target = join(folders.content, 'digests', '2026-03-25-daily-papers.txt');
    expect(await readFile(target, 'utf8')).toBe(text);
    expect(log).toContain(`added ${target}`);
  });

  it('warns of what no record tells, ten times a file at most', async () => {
    const items = Array.from({ length: 12 }, (_, at) => `- A book of ${at + 1} parts\n`);
    const path = await inbox(
      'a.md',
      `- [A Title](https://arxiv.org/abs/2401.00001)\n${items.join('')}`,
    );
    const { status, log } = await add([path, '--yes']);
    expect(status).toBe(0);
    expect(rowOf(log, path)?.at(-1)).toContain('12 warnings: see below');
    expect(log.split('\n').filter((line) => line.startsWith(`warning: ${path}:`))).toHaveLength(10);
    expect(log).toContain(`${path}: 2 more warnings; sheaf check tells all`);
  });

  it('keeps the day that stands in the name of a file which tells none', async () => {
    const [one, two, none] = await Promise.all([
      inbox('daily_papers_2024-05-27.txt', digestOf('One', 'Two')),
      inbox('from-2024-05-01-to-2024-05-31.txt', digestOf('Three', 'Four')),
      inbox('build-2024-13-99.txt', digestOf('Five', 'Six')),
    ]);
    const { log } = await add([one, two, none, '--yes']);
    expect(await kept()).toEqual(
      [
        SEED,
        '2024-05-27-hugging-face-papers.txt',
        'hugging-face-papers.txt',
        'hugging-face-papers-2.txt',
      ].sort(),
    );
    expect(rowOf(log, one)?.at(-1)).not.toContain('no day known');
    expect(rowOf(log, two)?.at(-1)).toContain('no day known');
  });

  it('counts as known what the collection or an earlier file has', async () => {
    const seed = await readFile(join(folders.content, 'digests', SEED), 'utf8');
    const old = await inbox('a.txt', `${seed}\n`);
    const first = await inbox('b.txt', digestOf('One', 'Two', 'ONE!'));
    const second = await inbox('c.txt', digestOf('Two', 'Three'));
    const { log } = await add([old, first, second, '--yes']);
    expect(rowOf(log, old)?.slice(1, 4)).toEqual(['30', '0', '30']);
    expect(rowOf(log, first)?.slice(1, 4)).toEqual(['2', '2', '0']);
    expect(rowOf(log, second)?.slice(1, 4)).toEqual(['2', '1', '1']);
  });

  it('changes nothing for bytes that are there already, under any name', async () => {
    const path = await inbox('a.txt', digestOf('One', 'Two'));
    const twin = await inbox('b.md', digestOf('One', 'Two'));
    await add([path, twin, '--yes']);
    const before = await kept();
    expect(before).toHaveLength(2);
    const { status, log } = await add([twin, path, '--yes']);
    expect(status).toBe(0);
    expect(log).toContain('nothing to add');
    expect(rowOf(log, path)?.at(-1)).toMatch(/^already there: .*hugging-face-papers\.txt$/);
    expect(await kept()).toEqual(before);
  });

  it('gives files that would have one name a number each, and replaces none', async () => {
    const files = await Promise.all(
      ['One', 'Two', 'Three'].map((word) => inbox(`${word}.txt`, digestOf(word, `${word} More`))),
    );
    await add([...files, '--yes']);
    expect(await kept()).toEqual([
      SEED,
      'hugging-face-papers-2.txt',
      'hugging-face-papers-3.txt',
      'hugging-face-papers.txt',
    ]);
  });

  it('takes all files of a folder less the hidden ones, and notes along with their digest', async () => {
    await inbox('.hidden', 'x');
    await inbox('a.txt', digestOf('One', 'Two'));
    await inbox('a.yaml', 'title: "Mine: all"\ndate: 2026-01-02\n');
    const { status } = await add([join(folders.work, 'inbox'), '--yes']);
    expect(status).toBe(0);
    expect(await kept()).toEqual([SEED, '2026-01-02-mine-all.txt', '2026-01-02-mine-all.txt.yaml']);
    const { log } = await sheaf(['check', '--content', folders.content]);
    expect(log).toMatch(/2026-01-02-mine-all\.txt: hugging-face-compact, 60.% sure, 2 records/);
  });

  it('reads the standard input for -', async () => {
    const readInput = () => Promise.resolve(Buffer.from(digestOf('One', 'Two')));
    expect((await add(['-', '--yes'], { readInput })).status).toBe(0);
    expect(await kept()).toEqual([SEED, 'hugging-face-papers.txt']);
  });

  it('keeps an e-mail as it came, under its day and subject', async () => {
    const mail = `From: a@example.org\nSubject: Fwd: News\nDate: 9 Jun 2023\n\n${digestOf('One', 'Two')}`;
    await add([await inbox('letter.eml', mail), '--yes']);
    expect(await kept()).toContain('2023-06-09-news.eml');
  });

  it('warns of a day that nobody knows and of a shape that is not sure', async () => {
    const path = await inbox('a.txt', digestOf('One', 'Two'));
    const { log } = await add([path, '--yes']);
    expect(rowOf(log, path)?.at(-1)).toMatch(/shape only 60.% sure; no day known/);
  });
});

describe('sheaf add, asking', () => {
  it.each([
    [true, 2],
    [false, 1],
  ])('goes by the answer %j', async (answer, files) => {
    const path = await inbox('a.txt', digestOf('One', 'Two'));
    const questions: string[] = [];
    const ask = (question: string) => {
      questions.push(question);
      return Promise.resolve(answer);
    };
    const { status } = await add([path], { ask });
    expect([status, questions, (await kept()).length]).toEqual([0, ['Add 1 digest?'], files]);
  });

  it('says what to do where there is no terminal and no --yes, and exits with 2', async () => {
    const { status, log, error } = await add([await inbox('a.txt', digestOf('One', 'Two'))]);
    expect(status).toBe(2);
    expect(log).toContain('hugging-face-compact');
    expect(error).toContain('--yes');
    expect(await kept()).toEqual([SEED]);
  });

  it('does not ask where there is nothing to add', async () => {
    const { status } = await add([join(folders.content, 'digests', SEED)]);
    expect(status).toBe(0);
  });
});

describe('sheaf add, stopped', () => {
  it('exits with 130 where an interrupt answers the question', async () => {
    const ask = () => Promise.reject(new StoppedError('nothing was written'));
    const { status, error } = await add([await inbox('a.txt', digestOf('One', 'Two'))], { ask });
    expect([status, error]).toEqual([130, 'sheaf: stopped; nothing was written']);
    expect(await kept()).toEqual([SEED]);
  });
});

describe('sheaf add on a narrow terminal', () => {
  it('gives each file a paragraph', async () => {
    const path = await inbox('a.txt', digestOf('One', 'Two'));
    const { log } = await add([path, '--yes'], { columns: 60 });
    const lines = log.replaceAll('\u00a0', ' ').split('\n');
    expect(lines.slice(0, 2)).toEqual([path, '  hugging-face-compact, papers 2, new 2, known 0']);
  });
});

describe('sheaf add with bad files', () => {
  it('adds none of them, names each with the reason, and exits with 1', async () => {
    const good = await inbox('a.txt', digestOf('One', 'Two'));
    const diary = await inbox('b.txt', 'Dear diary\n');
    const cut = await inbox('c.txt', `${digestOf('One', 'Two', 'Three', 'Four')}A Title\n`);
    const picture = await inbox('d.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
    const missing = join(folders.work, 'missing');
    const { status, log, error } = await add([good, diary, cut, picture, missing, '--yes']);
    expect(status).toBe(1);
    expect(error).toContain(`${diary}:1: expected a digest of a known shape, got “Dear diary”`);
    expect(error).toContain(`${cut}:9: expected an abstract below this title`);
    expect(error).toContain(`${picture}:1: expected text in UTF-8, got a PNG picture`);
    expect(error).toContain(`${missing}:1: expected a digest, got no such file`);
    expect(log).toContain('--skip-bad');
    expect(await kept()).toEqual([SEED]);
  });

  it('adds the others with --skip-bad, and exits with 1 all the same', async () => {
    const good = await inbox('a.txt', digestOf('One', 'Two'));
    const diary = await inbox('b.txt', 'Dear diary\n');
    const { status, error } = await add([good, diary, '--yes', '--skip-bad']);
    expect(status).toBe(1);
    expect(error).toContain(`${diary}:1: expected`);
    expect(error).toContain('1 bad file left out');
    expect(await kept()).toHaveLength(2);
  });

  it.each([
    ['ENOSPC', 'Make room'],
    ['EACCES', 'Let the user'],
    ['EROFS', 'another one'],
    ['EIO', ''],
  ])('says that a file could not be written, and what to do: %s', async (code, advice) => {
    const path = await inbox('a.txt', digestOf('One', 'Two'));
    const failure = Object.assign(new Error(`${code}: a.txt`), { code, syscall: 'write' });
    const { status, error } = await add([path, '--yes'], {
      writeFile: () => Promise.reject(failure),
    });
    expect(status).toBe(1);
    expect(error.split('\n')[0]).toBe(`sheaf: ${code}: a.txt`);
    expect(error).toContain(advice);
    expect(await kept()).toEqual([SEED]);
  });

  it('does not list all shapes for each file that has none', async () => {
    const { error } = await add([await inbox('b.txt', 'Dear diary\n'), '--yes']);
    expect(error).toContain('sheaf formats');
    expect(error.length).toBeLessThan(400);
  });

  it('refuses a folder that is no content folder', async () => {
    const { status, error } = await sheaf(['add', '--content', folders.work, '--yes', 'a.txt']);
    expect(status).toBe(2);
    expect(error).toContain('--content');
  });

  it('says that the content has problems of its own, and adds', async () => {
    await writeFile(join(folders.content, 'site.yaml'), 'titel: A\n');
    const { status, error } = await add([await inbox('a.txt', digestOf('One', 'Two')), '--yes']);
    expect(status).toBe(0);
    expect(error).toContain('sheaf check');
  });
});

describe('realEffects.writeFile(path, content)', () => {
  it('makes the folders that it needs, and leaves nothing but the file', async () => {
    const path = join(folders.work, 'a/b/c.txt');
    const bytes = Uint8Array.of(0, 255, 10);
    await realEffects.writeFile(path, bytes);
    const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
    expect(hash(await readFile(path))).toBe(hash(bytes));
    expect(await readdir(join(folders.work, 'a/b'))).toEqual(['c.txt']);
  });
});
