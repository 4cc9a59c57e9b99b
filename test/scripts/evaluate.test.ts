import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folders, sheaf, useTrialFolders } from './sheaf-in-folders.ts';

useTrialFolders();

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
    const file = join(folders.work, 'papers.jsonl');
    await writeFile(file, encode(`${lines}\n`));
    const { status, log } = await sheaf(['evaluate', file, '--k', '2', '--seeds', '2']);
    expect(status).toBe(0);
    const measures = JSON.parse(log) as Record<string, unknown>;
    expect(Object.keys(measures).join(' ')).toBe(
      'papers k ami ari silhouette npmi diversity seedAri knnAccuracy seconds peakRssMb',
    );
    expect(measures).toMatchObject({ papers: 12, k: 2, knnAccuracy: 1 });
    expect(measures['ami']).toBeCloseTo(1, 9);
  });

  it('names every line that is no paper', async () => {
    const file = join(folders.work, 'papers.jsonl');
    await writeFile(file, `${lines}\n{'title': 'python'}\n{"abstract": "no title"}\n`);
    const { status, error } = await sheaf(['evaluate', file]);
    expect(status).toBe(1);
    expect(error).toContain(`${file}:13: expected a line of JSON with title`);
    expect(error).toContain(`${file}:14: expected`);
    expect((await sheaf(['evaluate', file, '--k', '0'])).status).toBe(2);
  });

  it('names the first twenty lines of a file of another kind, and how many follow', async () => {
    const file = join(folders.work, 'papers.jsonl');
    await writeFile(file, '[\n'.repeat(500));
    const { error } = await sheaf(['evaluate', file]);
    expect(error.match(/: expected/g)).toHaveLength(20);
    expect(error).toContain('and 480 such lines more');
  });

  it.each([
    ['breaks off', () => gzipSync(lines).subarray(0, 60), 'gzip that is damaged or breaks off'],
    ['is no gzip', () => Buffer.from('\u001f\u008bnone', 'latin1'), 'gzip that is damaged'],
    ['is Latin-1', () => Buffer.from(`${lines}\n{"title":"caf\u00e9"}`, 'latin1'), 'not UTF-8'],
    ['is empty', () => '', 'no line'],
  ])('says what is wrong with a file that %s', async (_, bytes, got) => {
    const file = join(folders.work, 'papers.jsonl');
    await writeFile(file, bytes());
    const { status, log, error } = await sheaf(['evaluate', file]);
    expect([status, log]).toEqual([1, '']);
    expect(error).toMatch(new RegExp(`^${file}:\\d+: expected .*${got}`));
  });

  it.each([
    ['missing', 'no such file'],
    ['.', 'a folder'],
  ])('says that %s is no file', async (name, got) => {
    const file = join(folders.work, name);
    const { status, error } = await sheaf(['evaluate', file]);
    expect(status).toBe(1);
    expect(error).toContain(`${file}:1: expected`);
    expect(error).toContain(`got ${got}`);
  });
});
