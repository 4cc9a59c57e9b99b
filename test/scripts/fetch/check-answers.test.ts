import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arxivSource, isCategory } from '../../../scripts/fetch/arxiv-source.ts';
import { FetchError } from '../../../scripts/fetch/fetch-error.ts';
import { huggingFaceSource } from '../../../scripts/fetch/hugging-face-source.ts';
import { recording } from './replay-server.ts';

describe.each([
  ['Hugging Face', huggingFaceSource, recording('daily-papers.json'), 'application/json'],
  ['arXiv', arxivSource, recording('arxiv-feed.xml'), 'application/atom+xml'],
])('check(answer) of %s', (_, source, real, type) => {
  const check = (bytes: Uint8Array) =>
    source.check({ status: 200, headers: new Headers({ 'content-type': type }), bytes }, 0);

  it('takes the real answer', () => {
    expect(check(new TextEncoder().encode(real))).toEqual({ records: 2, next: null });
  });

  it('takes what any bytes are for a page, or throws FetchError', () => {
    const mutated = fc
      .tuple(fc.nat(real.length), fc.nat(200), fc.string({ unit: 'grapheme', maxLength: 20 }))
      .map(([at, length, text]) => real.slice(0, at) + text + real.slice(at + length))
      .map((text) => new TextEncoder().encode(text));
    const bytes = fc.oneof(
      mutated,
      fc.uint8Array(),
      fc.json().map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(bytes, (body) => {
        try {
          const { records, next } = check(body);
          expect(records).toBeGreaterThanOrEqual(0);
          expect(next === null || next > 0).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(FetchError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(['[', '<a>', '{"a":', '<!--'])('does not fall over %s without end', (part) => {
    const body = new TextEncoder().encode(part.repeat(300_000));
    expect(() => check(body)).toThrow(FetchError);
  });
});

describe('FetchError', () => {
  it('quotes no control characters of a source', () => {
    expect(new FetchError({ got: 'a\u001b[2Jb\u009b', advice: 'c' }).message).toBe(
      'a [2Jb \n    c',
    );
  });
});

describe('isCategory(text)', () => {
  it.each(['cs.LG', 'hep-th', 'astro-ph.GA', 'cond-mat.str-el', 'physics.ao-ph', 'math.AG', 'cs'])(
    'takes %s',
    (text) => {
      expect(isCategory(text)).toBe(true);
    },
  );
  it.each(['', 'cs/LG', '../x', 'cs.', 'cs.*', 'CS.LG', 'cs.lg', 'a b', 'cs.LGX', '-x'])(
    'refuses %j',
    (text) => {
      expect(isCategory(text)).toBe(false);
    },
  );
});
