import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/core/digest/decode-text.ts';
import { problemsOf } from './seeds.ts';

const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...new TextEncoder().encode(part)] : part,
    ),
  );
const problemOf = (input: Uint8Array) => problemsOf(() => decodeText(input))[0];

describe('decodeText(bytes)', () => {
  it('gives back any text in UTF-8 that is not blank', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((start) => `Title ${start}`)
      .filter((value) => !value.includes('\0'));
    fc.assert(
      fc.property(text, (value) => {
        expect(decodeText(bytes(value))).toBe(value);
      }),
    );
  });

  it('drops a byte-order mark', () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 'Títle\r\n'))).toBe('Títle\r\n');
  });

  it.each([
    ['no bytes', ''],
    ['blank lines', ' \n\t\r\n\n'],
    ['nothing but a byte-order mark', '\ufeff'],
  ])('refuses a file of %s as empty', (_, text) => {
    expect(problemOf(bytes(text))).toMatchObject({ line: 1, got: 'an empty file' });
  });

  it.each([
    ['a PDF document', bytes('%PDF-1.7\n')],
    ['a PNG picture', bytes(0x89, 'PNG\r\n', 0x1a)],
    ['a JPEG picture', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['a GIF picture', bytes('GIF89a')],
    ['a zip archive', bytes('PK', 3, 4, 20, 0)],
    ['a gzip archive', bytes(0x1f, 0x8b, 8, 0)],
    ['UTF-16 text', bytes(0xff, 0xfe, 'D', 0, 'a', 0)],
    ['UTF-16 text', bytes(0xfe, 0xff, 0, 'D', 0, 'a')],
  ])('recognises %s by its first bytes and says so', (what, input) => {
    const problem = problemOf(input);
    expect(problem?.line).toBe(1);
    expect(problem?.got).toContain(what);
    expect(problem?.advice).toContain('UTF-8');
  });

  it('names the line of a NUL byte', () => {
    expect(problemOf(bytes('one\ntwo\nth', 0, 'ree\n'))).toMatchObject({ line: 3 });
  });

  it('names the line of the first bytes that are not UTF-8', () => {
    const latin1 = bytes('Títle\n\nFr', 0xe9, 'chet\nna', 0xef, 've\n');
    expect(problemOf(latin1)).toMatchObject({ line: 3, got: 'bytes that are not UTF-8' });
    expect(problemOf(bytes('one\ntwo', 0xc3))).toMatchObject({ line: 2 });
    expect(problemOf(bytes('one\n', 0xe2, 0x82, '\nthree'))).toMatchObject({ line: 2 });
  });
});
