import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPapers, readSample, sampleOf, writeSample } from '../../../scripts/bench/corpus.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-bench-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('writeSample(file, sample, target)', () => {
  it('takes every nth paper of a plain or packed file, and counts the labels', async () => {
    const lines = Array.from({ length: 10 }, (_, i) =>
      JSON.stringify({ id: i, title: `paper ${i}`, abstract: null, label: i < 5 ? 'a' : 'b' }),
    ).join('\n');
    const [plain, packed] = [join(folder, 'plain.jsonl'), join(folder, 'packed.jsonl.gz')];
    await writeFile(plain, lines);
    await writeFile(packed, gzipSync(lines));
    for (const file of [plain, packed]) {
      expect(await countPapers(file)).toBe(10);
      const target = join(folder, 'sample.jsonl');
      expect(await writeSample(file, sampleOf(10, 3), target)).toBe(2);
      expect((await readSample(target)).map(({ title }) => title)).toEqual([
        'paper 0',
        'paper 3',
        'paper 6',
      ]);
      expect(await readFile(target, 'utf8')).toMatch(
        /^\{"title":"paper 0","abstract":"","label":"a"\}\n/,
      );
    }
  });

  it('says which paper is no JSON', async () => {
    const file = join(folder, 'broken.jsonl');
    await writeFile(file, '{"title": "one"}\ntwo\n');
    await expect(writeSample(file, sampleOf(2, 2), join(folder, 'out.jsonl'))).rejects.toThrow(
      /broken\.jsonl: paper 2: expected a line of JSON, got two/,
    );
  });
});
