import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestShapes } from '../../src/core/digest/digest-shapes.ts';
import { ABSTRACT } from '../core/digest/seeds.ts';
import { expectOldSite, folders, SEED, sheaf, useTrialFolders } from './sheaf-in-folders.ts';

useTrialFolders();

const check = () => sheaf(['check', '--content', folders.content]);

describe('sheaf check', () => {
  it('names the shape of each digest and how sure it is, and writes nothing', async () => {
    const { status, log, error } = await check();
    expect([status, error]).toEqual([0, '']);
    expect(log.replaceAll('\u00a0', ' ').split('\n')).toEqual([
      `${join(folders.content, 'digests', SEED)}: hugging-face-spaced, 95 % sure, 30 records, 2026-03-25`,
      'shapes are taken by what a file looks like:',
      `  hugging-face-spaced: ${digestShapes.find(({ name }) => name === 'hugging-face-spaced')!.looksLike}`,
      '1 digest, 30 distinct papers',
      `nothing is wrong in ${folders.content}`,
    ]);
    expect((await readdir(folders.content)).sort()).toEqual(['digests', 'site.yaml']);
    await expectOldSite();
  });

  it('lists what is wrong in settings, digests, notes, curations and lock together', async () => {
    const { content } = folders;
    const path = (name: string) => join(content, name);
    await mkdir(path('topics'));
    await writeFile(path('site.yaml'), 'title: A\ntopics: many\n');
    await writeFile(path('digests/a.txt'), `One\n${ABSTRACT}\nTwo\n${ABSTRACT}\nThree\n`);
    await writeFile(path('digests/b.txt'), 'Dear diary\n');
    await writeFile(path('digests/b.yaml'), 'colour: red\n');
    await writeFile(path('topics/graphs.md'), '---\nlable: Graphs\n---\n');
    await writeFile(path('topics.lock.json'), '{');
    const { status, log, error } = await check();
    expect(status).toBe(1);
    const wrong = [
      'site.yaml:2',
      'digests/b.yaml:1',
      'digests/a.txt:5',
      'digests/b.txt:1',
      'topics/graphs.md:2',
      'topics.lock.json:1',
    ];
    for (const place of wrong) expect(error).toContain(`${path(place)}: expected `);
    expect(log).toContain(`${path('digests/a.txt')}: hugging-face-compact, with bad records, 2`);
    expect(log).not.toContain('nothing is wrong');
    await expectOldSite();
  });

  it('warns of items of a list that are no papers, and calls nothing wrong', async () => {
    const path = join(folders.content, 'digests', 'list.md');
    const paper = '- [A Title](https://arxiv.org/abs/2401.00001)\n';
    await writeFile(path, `${paper}- A book\n\nSee https://arxiv.org/abs/2401.00002 too.\n`);
    const { status, log, error } = await check();
    expect([status, error]).toEqual([0, '']);
    expect(log).toContain(`warning: ${path}:2: expected an item with the title of a paper`);
    expect(log).toContain(`warning: ${path}:4: expected an entry of a paper around its address`);
  });
});

describe('sheaf check and links', () => {
  it('names those that lead nowhere or to a folder, which a build would else pass over', async () => {
    const path = (name: string) => join(folders.content, 'digests', name);
    await symlink(join(folders.work, 'gone.txt'), path('a.txt'));
    await symlink(folders.work, path('b'));
    await symlink(path(SEED), path('c.txt'));
    const { status, error, log } = await check();
    expect(status).toBe(1);
    expect(error).toContain(`${path('a.txt')}:1: expected a digest, got a link that leads nowhere`);
    expect(error).toContain(`${path('b')}:1: expected a file that can be read, got a folder`);
    expect(error).toContain('2 problems in 2 files');
    expect(log).toContain(`${path('c.txt')}: hugging-face-spaced`);
  });
});

describe('sheaf formats', () => {
  it('names every shape and says what it looks like', async () => {
    const { status, log } = await sheaf(['formats']);
    expect(status).toBe(0);
    for (const { name, looksLike } of digestShapes) {
      expect(log.split('\n').find((line) => line.startsWith(`${name} `))).toContain(looksLike);
    }
    expect(log).toContain('mbox');
  });
});
