import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Digest, unknownFields } from '../../../src/core/digest/digest.ts';
import { digestShapes } from '../../../src/core/digest/digest-shapes.ts';
import { parseDigest } from '../../../src/core/digest/parse-digest.ts';

const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));
/** Written by hand too, of files that were at hand only as descriptions. */
const BY_HAND = new Set(
  (
    'arxiv-feed-rdf arxiv-mailing-1994 csl-json csv-table markdown-headings-fields ' +
    'markdown-list-styles oai-pmh open-alex semantic-scholar'
  ).split(' '),
);

function expectedDigest(name: string): Digest {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Digest;
}

describe('parseDigest(name, bytes, null) on fixture pairs', () => {
  it.each([
    ['of a file as it comes', (name: string) => !name.startsWith('hard-') && !BY_HAND.has(name)],
    ['of hard cases, its name beginning with “hard-”', (name: string) => name.startsWith('hard-')],
  ])('has a pair %s for each shape', (_, isOne) => {
    const paired = new Set(names.filter(isOne).map((name) => expectedDigest(name).shape));
    expect(digestShapes.map(({ name }) => name).filter((name) => !paired.has(name))).toEqual([]);
  });

  it.each(names)('reads %s.txt as the whole digest in its JSON', (name) => {
    const expected = expectedDigest(name);
    const bytes = readFileSync(new URL(`${name}.txt`, folder));
    // A pair names the fields that are known.
    const records = expected.records.map((record) => ({ ...unknownFields, ...record }));
    expect(parseDigest(`${name}.txt`, bytes, null)).toEqual({ ...expected, records });
  });
});
