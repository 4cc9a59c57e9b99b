import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDigest } from '../../../src/core/digest/parse-digest.ts';

const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));

describe('parseDigest(name, bytes, null) on fixture pairs', () => {
  it('has a pair from real files and a hard case for both shapes', () => {
    expect(names.toSorted()).toEqual([
      'hard-compact',
      'hard-spaced',
      'hugging-face-compact',
      'hugging-face-spaced',
    ]);
  });

  it.each(names)('reads %s.txt as the whole digest in its JSON', (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
    const bytes = readFileSync(new URL(`${name}.txt`, folder));
    expect(parseDigest(`${name}.txt`, bytes, null)).toEqual(expected);
  });
});
