import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  build,
  expectOldSite,
  folders,
  SEED,
  seedLines,
  useTrialFolders,
} from './sheaf-in-folders.ts';

useTrialFolders();

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
      const path = join(folders.content, 'digests', 'bad.txt');
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
    await writeFile(join(folders.content, 'site.yaml'), 'titel: A\ntopics: many\n');
    await writeFile(join(folders.content, 'digests', 'a.txt'), '');
    await writeFile(join(folders.content, 'digests', 'b.txt'), 'no digest\n');
    await writeFile(join(folders.content, 'digests', 'c.yaml'), 'date: tomorrow\n');
    const { status, error } = await build();
    expect(status).toBe(1);
    for (const place of ['site.yaml:1:', 'site.yaml:2:', 'a.txt:1:', 'b.txt:1:', 'c.yaml:1:']) {
      expect(error).toContain(place);
    }
    expect(error).toContain('6 problems in 4 files; nothing was written');
    await expectOldSite();
  });

  it.each([
    ['no content folder', async () => rm(folders.content, { recursive: true })],
    ['no settings', async () => rm(join(folders.content, 'site.yaml'))],
    ['no digest', async () => rm(join(folders.content, 'digests', SEED))],
    [
      'no settings but a folder of that name',
      async () => {
        await rm(join(folders.content, 'site.yaml'));
        await mkdir(join(folders.content, 'site.yaml'));
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

describe('sheaf build --skip-bad', () => {
  it('goes on with what is left, and its last lines and api/index.json name what is not', async () => {
    const digests = join(folders.content, 'digests');
    await writeFile(join(digests, 'bad.txt'), 'no digest\n');
    await writeFile(join(digests, SEED), withoutLine(23));
    const { status, log } = await build('--data-only', '--skip-bad');
    expect(status).toBe(0);
    const lines = log.split('\n');
    const at = lines.findIndex((line) => line.startsWith('left out'));
    expect(lines[at]).toBe('left out, for --skip-bad: 1 whole file, and 1 record of 1 other:');
    expect(lines.slice(at + 1)).toEqual([
      `  ${SEED}: 1 record`,
      expect.stringContaining('    line 21: expected an abstract below this title, got'),
      '  bad.txt: the whole file',
      expect.stringContaining('    line 1: expected a digest of a known shape'),
    ]);
    const text = await readFile(join(folders.out, 'api/index.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      counts: { records: 29, papers: 29, merged: 0, skipped: { files: 1, records: 1 } },
      skipped: [
        { digest: SEED, whole: false, records: 1, problems: 1 },
        { digest: 'bad.txt', whole: true, records: 0, problems: 1 },
      ],
    });
  });

  it('says nothing where nothing was left out', async () => {
    const { log } = await build('--data-only', '--skip-bad');
    expect(log).not.toContain('left out');
  });
});
