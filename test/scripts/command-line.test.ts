import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { build, expectOldSite, folders, sheaf, useTrialFolders } from './sheaf-in-folders.ts';

useTrialFolders();

describe('sheaf build --data-only', () => {
  it('writes the data and no page', async () => {
    const { status, log } = await build('--data-only');
    expect(status).toBe(0);
    expect(await readdir(folders.out)).toEqual(['api']);
    expect((await readdir(join(folders.out, 'api'))).sort()).toEqual([
      'areas.json',
      'disagreements.jsonl',
      'index.json',
      'papers-1.jsonl',
      'topics.json',
    ]);
    expect(log).toContain('30 records, 30 distinct papers, 0 records merged');
    expect((await readdir(folders.work)).sort()).toEqual(['content', 'dist']);
  });

  it('says where the settings ask for more topics than there can be', async () => {
    await writeFile(join(folders.content, 'site.yaml'), 'title: A test\ntopics: 900\n');
    const { log } = await build('--data-only');
    expect(log).toMatch(/topics \(site\.yaml asks for 900; no more can be told apart\)/);
  });

  it('takes the number of topics from the settings', async () => {
    await writeFile(join(folders.content, 'site.yaml'), 'title: A test\ntopics: 4\n');
    await build('--data-only');
    const topics: unknown = JSON.parse(
      await readFile(join(folders.out, 'api/topics.json'), 'utf8'),
    );
    expect(topics).toHaveLength(4);
  });

  it('puts the path of the url before every address', async () => {
    await writeFile(
      join(folders.content, 'site.yaml'),
      'title: A\nurl: https://example.org/lab/papers\n',
    );
    await build('--data-only');
    const topics = JSON.parse(await readFile(join(folders.out, 'api/topics.json'), 'utf8')) as {
      url: string;
    }[];
    expect(topics.every(({ url }) => url.startsWith('/lab/papers/topics/'))).toBe(true);
  });
});

describe('sheaf with wrong arguments', () => {
  it.each([
    [[]],
    [['bild']],
    [['build', '--contents', 'x']],
    [['build', 'content']],
    [['build', '--out']],
    [['add']],
    [['check', 'content']],
    [['formats', '--all']],
    [['start', '--port', 'http']],
    [['dev', '--port', '70000']],
  ])('%j exits with 2 and says what it takes', async (args) => {
    const { status, error } = await sheaf(args);
    expect(status).toBe(2);
    expect(error).toMatch(/error:|Usage:/);
  });
});

describe('sheaf --help', () => {
  it('names the commands and the exit statuses and exits with 0', async () => {
    const { status, log } = await sheaf(['--help']);
    expect(status).toBe(0);
    for (const word of [
      'build',
      'start',
      'dev',
      'fetch',
      '0 done, 1 the input is wrong or could not be fetched, 2 the arguments are wrong, 130 stopped',
      'add',
      'check',
      'formats',
    ]) {
      expect(log).toContain(word);
    }
  });
});

describe('sheaf COMMAND --help', () => {
  it.each([
    'build',
    'start',
    'dev',
    'add',
    'check',
    'formats',
    'evaluate',
    'fetch hf',
    'fetch arxiv',
  ])('%s says what it does and takes, and exits with 0', async (command) => {
    const { status, log } = await sheaf([...command.split(' '), '--help']);
    expect(status).toBe(0);
    expect(log).toContain(`Usage: sheaf ${command}`);
    expect(log).not.toContain('(default: false)');
  });
});

describe('sheaf --version', () => {
  it('prints the version and exits with 0', async () => {
    const { status, log } = await sheaf(['--version']);
    expect([status, log]).toEqual([0, manifest.version]);
  });
});

describe('sheaf start', () => {
  it('says that a port is taken before it builds', async () => {
    const other = createServer();
    await new Promise<void>((resolve) =>
      other.listen(0, '127.0.0.1', () => {
        resolve();
      }),
    );
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { status, error } = await sheaf([
      'start',
      '--content',
      folders.content,
      '--out',
      folders.out,
      '--port',
      String(port),
    ]);
    other.close();
    expect(status).toBe(1);
    expect(error).toContain(`127.0.0.1:${port}`);
    expect(error).toContain('--port');
    await expectOldSite();
  });
});
