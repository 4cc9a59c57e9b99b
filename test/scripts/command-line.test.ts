import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../scripts/command-line.ts';
import { realEffects } from '../../scripts/effects.ts';

const SEED = '002_beecdf11677fe123.txt';
const seeds = fileURLToPath(new URL('../../content/digests/', import.meta.url));

let work = '';
let content = '';
let out = '';

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'sheaf-cli-'));
  content = join(work, 'content');
  out = join(work, 'dist');
  await mkdir(join(content, 'digests'), { recursive: true });
  await writeFile(join(content, 'site.yaml'), 'title: A test\n');
  await cp(join(seeds, SEED), join(content, 'digests', SEED));
  await mkdir(out);
  await writeFile(join(out, 'index.html'), 'the last good site');
  await mkdir(join(out, 'api'));
  await writeFile(join(out, 'api/index.json'), '{}');
});

afterEach(() => rm(work, { recursive: true, force: true }));

interface Ended {
  readonly status: number;
  readonly log: string;
  readonly error: string;
}

const sheaf = (...args: string[]) => sheafUntil(new AbortController().signal, ...args);

/** Runs `sheaf` and collects what it prints. */
async function sheafUntil(signal: AbortSignal, ...args: string[]): Promise<Ended> {
  const lines = { log: [] as string[], error: [] as string[] };
  const status = await main(
    args,
    {
      ...realEffects,
      log: (line) => lines.log.push(line),
      error: (line) => lines.error.push(line),
    },
    signal,
  );
  return { status, log: lines.log.join('\n'), error: lines.error.join('\n') };
}

const build = (...args: string[]) => sheaf('build', '--content', content, '--out', out, ...args);

async function expectOldSite(): Promise<void> {
  expect((await readdir(out)).sort()).toEqual(['api', 'index.html']);
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('the last good site');
  const litter = (await readdir(work)).filter((name) => name !== 'content' && name !== 'dist');
  expect(litter).toEqual([]);
}

const seedLines = (await readFile(join(seeds, SEED), 'utf8')).split('\n');
const withoutLine = (line: number) => seedLines.filter((_, index) => index !== line - 1).join('\n');

describe('sheaf build with wrong input', () => {
  it.each<[string, string | Uint8Array, number, string, string]>([
    ['an empty file', '', 1, 'a digest', 'an empty file'],
    ['a file of blank lines', '\n \n', 1, 'a digest', 'an empty file'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
      1,
      'text in UTF-8',
      'a PNG picture',
    ],
    [
      'binary data',
      Uint8Array.from([65, 10, 66, 0, 67]),
      2,
      'text in UTF-8',
      'binary data (a NUL byte)',
    ],
    [
      'invalid UTF-8',
      Uint8Array.from([65, 10, 66, 10, 0xe9, 0x20]),
      3,
      'text in UTF-8',
      'bytes that are not UTF-8',
    ],
    // Line 21 is a title, line 23 its abstract.
    [
      'a title without an abstract',
      withoutLine(23),
      21,
      'an abstract below this title',
      '“• 12 authors”',
    ],
    [
      'an abstract without a title',
      withoutLine(21),
      22,
      'a title above this abstract',
      '“Two major sources of training data exist',
    ],
    [
      'a file of no known shape',
      '{"title": "A"}\n',
      1,
      'a digest of a known shape',
      '“{"title": "A"}”',
    ],
    [
      'a line of 50 MB',
      `${seedLines.join('\n')}\n${'a'.repeat(50 * 2 ** 20)}\n`,
      244,
      'lines of at most 20,000 characters',
      'one of 52,428,800',
    ],
  ])(
    'names %s by path and line, exits with 1 and leaves the last good site alone',
    async (_, bytes, line, expected, got) => {
      const path = join(content, 'digests', 'bad.txt');
      await writeFile(path, bytes);
      const { status, error } = await build();
      expect(status).toBe(1);
      expect(error).toContain(`${path}:${line}: expected ${expected}, got ${got}`);
      // Below each problem stands what to do about it.
      expect(error.split('\n')[1]).toMatch(/^ {4}(?:Save|Put|Known|Break) [^\n]{10,}/);
      await expectOldSite();
    },
  );

  it('lists the problems of all files together', async () => {
    await writeFile(join(content, 'site.yaml'), 'titel: A\ntopics: many\n');
    await writeFile(join(content, 'digests', 'a.txt'), '');
    await writeFile(join(content, 'digests', 'b.txt'), 'no digest\n');
    await writeFile(join(content, 'digests', 'c.yaml'), 'date: tomorrow\n');
    const { status, error } = await build();
    expect(status).toBe(1);
    for (const place of ['site.yaml:1:', 'site.yaml:2:', 'a.txt:1:', 'b.txt:1:', 'c.yaml:1:']) {
      expect(error).toContain(place);
    }
    expect(error).toContain('6 problems; nothing was written');
    await expectOldSite();
  });

  it.each([
    ['no content folder', async () => rm(content, { recursive: true })],
    ['no settings', async () => rm(join(content, 'site.yaml'))],
    ['no digest', async () => rm(join(content, 'digests', SEED))],
    [
      'no settings but a folder of that name',
      async () => {
        await rm(join(content, 'site.yaml'));
        await mkdir(join(content, 'site.yaml'));
      },
    ],
  ])('says what is missing: %s', async (_, remove) => {
    await remove();
    const { status, error } = await build();
    expect(status).toBe(1);
    expect(error).toMatch(
      /:1: expected (?:the settings of the site|at least one digest|a file that can be read), got/,
    );
    await expectOldSite();
  });
});

describe('sheaf build that is stopped', () => {
  it('leaves the last good site alone and ends with 130', async () => {
    const stop = new AbortController();
    const ended = sheafUntil(
      stop.signal,
      'build',
      '--content',
      content,
      '--out',
      out,
      '--data-only',
    );
    stop.abort();
    const { status, error } = await ended;
    expect(status).toBe(130);
    expect(error).toBe('sheaf: stopped; the site stays as it was');
    await expectOldSite();
  });
});

describe('sheaf build --data-only', () => {
  it('writes the data and no page', async () => {
    const { status, log } = await build('--data-only');
    expect(status).toBe(0);
    expect(await readdir(out)).toEqual(['api']);
    expect((await readdir(join(out, 'api'))).sort()).toEqual([
      'index.json',
      'papers-1.jsonl',
      'topics.json',
    ]);
    expect(log).toContain('30 records, 30 distinct papers');
    expect((await readdir(work)).sort()).toEqual(['content', 'dist']);
  });

  it('says where the settings ask for more topics than there can be', async () => {
    await writeFile(join(content, 'site.yaml'), 'title: A test\ntopics: 900\n');
    const { log } = await build('--data-only');
    expect(log).toMatch(/topics \(site\.yaml asks for 900; no more can be told apart\)/);
  });

  it('takes the number of topics from the settings', async () => {
    await writeFile(join(content, 'site.yaml'), 'title: A test\ntopics: 4\n');
    await build('--data-only');
    const topics: unknown = JSON.parse(await readFile(join(out, 'api/topics.json'), 'utf8'));
    expect(topics).toHaveLength(4);
  });

  it('puts the path of the url before every address', async () => {
    await writeFile(join(content, 'site.yaml'), 'title: A\nurl: https://example.org/lab/papers\n');
    await build('--data-only');
    const topics = JSON.parse(await readFile(join(out, 'api/topics.json'), 'utf8')) as {
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
    [['start', '--port', 'http']],
    [['dev', '--port', '70000']],
  ])('%j exits with 2 and says what it takes', async (args) => {
    const { status, error } = await sheaf(...args);
    expect(status).toBe(2);
    expect(error).toMatch(/error:|Usage:/);
  });
});

describe('sheaf build --out', () => {
  it.each([
    ['the working folder', () => '.'],
    ['a folder above it', () => '..'],
    ['the content', () => content],
    ['a folder above the content', () => work],
    ['a folder within the content', () => join(content, 'digests', 'site')],
    ['a file', () => join(content, 'site.yaml')],
    ['no name', () => ''],
    [
      'a link',
      async () => {
        const link = join(content, 'link');
        await symlink(out, link);
        return link;
      },
    ],
  ])('refuses %s with 2, and touches nothing', async (_, folder) => {
    const { status, error } = await sheaf('build', '--content', content, '--out', await folder());
    expect(status).toBe(2);
    expect(error).toMatch(/^sheaf: --out /);
    expect((await readdir(join(content, 'digests'))).sort()).toEqual([SEED]);
    await expectOldSite();
  });

  it('refuses a folder with files that it did not write', async () => {
    await rm(join(out, 'api'), { recursive: true });
    const { status, error } = await build();
    expect(status).toBe(2);
    expect(error).toContain('holds files that Sheaf did not write');
    expect(await readdir(out)).toEqual(['index.html']);
  });

  it('says in one line that the disk fails', async () => {
    const failure = Object.assign(new Error('EIO: i/o error, scandir'), { syscall: 'scandir' });
    const error: string[] = [];
    const status = await main(['build', '--content', content, '--out', out], {
      ...realEffects,
      error: (line) => error.push(line),
      listFiles: () => Promise.reject(failure),
    });
    expect([status, error]).toEqual([1, ['sheaf: EIO: i/o error, scandir']]);
    await expectOldSite();
  });

  it('fills an empty folder', async () => {
    const empty = join(work, 'empty');
    await mkdir(empty);
    const { status } = await sheaf('build', '--content', content, '--out', empty, '--data-only');
    expect(status).toBe(0);
    expect(await readdir(empty)).toEqual(['api']);
  });
});

describe('sheaf evaluate', () => {
  const line = (text: string, label: string) =>
    JSON.stringify({ title: text, abstract: text, label });
  const lines = Array.from({ length: 12 }, (_, row) =>
    row % 2 === 0
      ? line(`graph kernels of trees ${row}`, 'graphs')
      : line(`speech of many birds ${row}`, 'birds'),
  ).join('\n');

  it.each([
    ['plain', (text: string): string | Uint8Array => text],
    ['gzip', (text: string): string | Uint8Array => gzipSync(text)],
  ])('prints one JSON object for a %s file', async (_, encode) => {
    const file = join(work, 'papers.jsonl');
    await writeFile(file, encode(`${lines}\n`));
    const { status, log } = await sheaf('evaluate', file, '--k', '2', '--seeds', '2');
    expect(status).toBe(0);
    const measures = JSON.parse(log) as Record<string, unknown>;
    expect(Object.keys(measures).join(' ')).toBe(
      'papers k ami ari silhouette npmi diversity seedAri knnAccuracy seconds peakRssMb',
    );
    expect(measures).toMatchObject({ papers: 12, k: 2, knnAccuracy: 1 });
    expect(measures['ami']).toBeCloseTo(1, 9);
  });

  it('names every line that is no paper', async () => {
    const file = join(work, 'papers.jsonl');
    await writeFile(file, `${lines}\n{'title': 'python'}\n{"abstract": "no title"}\n`);
    const { status, error } = await sheaf('evaluate', file);
    expect(status).toBe(1);
    expect(error).toContain(`${file}:13: expected a line of JSON with title`);
    expect(error).toContain(`${file}:14: expected`);
    expect((await sheaf('evaluate', join(work, 'missing'))).status).toBe(1);
    expect((await sheaf('evaluate', file, '--k', '0')).status).toBe(2);
  });
});

describe('sheaf --help', () => {
  it('names the commands and the exit statuses and exits with 0', async () => {
    const { status, log } = await sheaf('--help');
    expect(status).toBe(0);
    for (const word of [
      'build',
      'start',
      'dev',
      '0 done, 1 the input is wrong, 2 the arguments are wrong',
    ]) {
      expect(log).toContain(word);
    }
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
    const { status, error } = await sheaf(
      'start',
      '--content',
      content,
      '--out',
      out,
      '--port',
      String(port),
    );
    other.close();
    expect(status).toBe(1);
    expect(error).toContain(`127.0.0.1:${port}`);
    expect(error).toContain('--port');
    await expectOldSite();
  });
});
