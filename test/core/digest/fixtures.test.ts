import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Digest, unknownFields } from '../../../src/core/digest/digest.ts';
import { parseDigest } from '../../../src/core/digest/parse-digest.ts';

const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));

describe('parseDigest(name, bytes, null) on fixture pairs', () => {
  it('has pairs for every shape, among them hard cases', () => {
    expect(names.toSorted()).toEqual([
      'bibtex',
      'csl-json',
      'csv-table',
      'hard-bibtex',
      'hard-compact',
      'hard-csv-table',
      'hard-json-lines',
      'hard-json-papers',
      'hard-ris',
      'hard-spaced',
      'hugging-face-compact',
      'hugging-face-spaced',
      'json-lines',
      'json-papers',
      'open-alex',
      'ris',
      'semantic-scholar',
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
