import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Digest, unknownFields } from '../../../src/core/digest/digest.ts';
import { parseDigest } from '../../../src/core/digest/parse-digest.ts';

const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));

describe('parseDigest(name, bytes, null) on fixture pairs', () => {
  it('has a pair from real files and a hard case for every shape', () => {
    expect(names.toSorted()).toEqual([
      'hard-compact',
      'hard-html',
      'hard-markdown',
      'hard-newsletter',
      'hard-paper',
      'hard-spaced',
      'hugging-face-addresses',
      'hugging-face-compact',
      'hugging-face-headings',
      'hugging-face-markdown',
      'hugging-face-newsletter',
      'hugging-face-paper',
      'hugging-face-spaced',
      'hugging-face-trending',
    ]);
  });

  it.each(names)('reads %s.txt as the whole digest in its JSON', (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Digest;
    const bytes = readFileSync(new URL(`${name}.txt`, folder));
    // A pair names the fields that are known.
    const records = expected.records.map((record) => ({ ...unknownFields, ...record }));
    expect(parseDigest(`${name}.txt`, bytes, null)).toEqual({ ...expected, records });
  });
});
