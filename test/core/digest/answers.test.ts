import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest, DigestShape } from '../../../src/core/digest/digest.ts';
import { DigestError } from '../../../src/core/digest/digest-error.ts';
import { arxivApi, arxivFeed } from '../../../src/core/digest/arxiv-feeds.ts';
import { arxivMailing } from '../../../src/core/digest/arxiv-mailing.ts';
import { oaiPmh } from '../../../src/core/digest/arxiv-oai.ts';
import { huggingFaceApi } from '../../../src/core/digest/hugging-face-api.ts';

const folder = new URL('fixtures/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(`${name}.txt`, folder), 'utf8');
const notes = { title: null, date: null, curator: null };
const shapes = [huggingFaceApi, arxivMailing, arxivApi, arxivFeed, oaiPmh];
const cases = shapes.flatMap((shape) =>
  [shape.name, `hard-${shape.name}`].map((name) => ({ name, shape })),
);

/** The digest, or what a DigestError leaves of it. */
function readable(shape: DigestShape, text: string): Digest | null {
  try {
    return shape.parse(text, notes);
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    const lines = text.split(/\r\n|\n|\r/).length;
    for (const { line, advice } of error.problems) {
      expect(line).toBeLessThanOrEqual(lines);
      expect(advice).not.toBe('');
    }
    return error.rest;
  }
}

function expectTitles(digest: Digest | null): void {
  for (const { title } of digest?.records ?? []) {
    expect(title).toMatch(/\p{L}/u);
    expect(title).not.toMatch(/^(?:<\/?(?:p|a|div|html)\b|https?:\/\/\S*$|\d{4}-\d\d-\d\d$|\\\\)/);
    expect(title).not.toMatch(/\n|^(?:Authors?|Categories|Date|Send any comments):/i);
  }
}

describe('detect(text)', () => {
  it.each(cases)('of $name is sure of its own shape, and of it above all', ({ name, shape }) => {
    const certain = shapes.toSorted((a, b) => b.detect(fixture(name)) - a.detect(fixture(name)));
    expect(certain[0]?.name).toBe(shape.name);
    expect(shape.detect(fixture(name))).toBeGreaterThanOrEqual(0.8);
  });

  it('finds none of these shapes in dumps of pages', () => {
    const dumps = readdirSync(folder).filter((name) => /(?:compact|spaced)\.txt$/.test(name));
    expect(dumps).toHaveLength(4);
    for (const dump of dumps) {
      const text = readFileSync(new URL(dump, folder), 'utf8');
      expect(shapes.map((shape) => shape.detect(text)).filter((found) => found >= 0.5)).toEqual([]);
    }
  });
});

describe.each(cases)('parse(text, notes) of $name', ({ name, shape }) => {
  const text = fixture(name);

  it('names lines that hold the title', () => {
    const lines = text.split('\n');
    const { records } = shape.parse(text, notes);
    expect(records.length).toBeGreaterThan(0);
    for (const { title, line, endLine } of records) {
      expect(lines.slice(line - 1, endLine).join('\n')).toContain(title.split(/[\s"]/, 1)[0]);
    }
  });

  it('takes Windows line ends', () => {
    expect(shape.parse(text.replaceAll('\n', '\r\n'), notes)).toEqual(shape.parse(text, notes));
  });

  it('lets what the operator says go first', () => {
    const own = { title: 'Mine', date: '2020-02-02', curator: 'Me' };
    expect(shape.parse(text, own)).toMatchObject(own);
  });

  it('throws nothing but DigestError for a text cut off or changed, and keeps titles titles', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.constantFrom('"', '\\', '{', '[', '<', '>', '&x;', '<p>', '\\\\\n', '\n', '-'.repeat(78)),
    );
    const change = fc.tuple(fc.nat(text.length), fc.nat(40), piece);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), fc.nat(text.length), (changes, end) => {
        const start = end % 3 === 0 ? text.slice(0, end) : text;
        const changed = changes.reduce(
          (now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length),
          start,
        );
        expect(shape.detect(changed)).toBeLessThanOrEqual(1);
        expectTitles(readable(shape, changed));
      }),
      { numRuns: 300 },
    );
  });

  it('throws nothing but DigestError for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expectTitles(readable(shape, any));
      }),
    );
  });
});

describe('parse(text, notes) of arxiv-mailing', () => {
  it('takes no field that ran into an empty title for one', () => {
    const text = fixture('hard-arxiv-mailing');
    const broken = text.replace(/^Title: .*\n/m, 'Title: Authors: Mystery Person\n');
    expect(broken).not.toBe(text);
    expectTitles(readable(arxivMailing, broken));
  });
});
