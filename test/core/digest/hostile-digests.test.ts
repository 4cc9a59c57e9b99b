import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../src/core/digest/digest.ts';
import { DigestError } from '../../../src/core/digest/digest-error.ts';
import { digestShapes } from '../../../src/core/digest/digest-shapes.ts';
import { readDigest } from '../../../src/core/digest/read-digest.ts';
import { HEADERS } from './mail/mails.ts';

const folder = new URL('fixtures/', import.meta.url);
const fixture = (name: string) =>
  readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    .replace('\ufeff', '')
    .replaceAll('\r\n', '\n');
const shapeOf = (name: string) =>
  (JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Digest).shape;

/** A sample of every shape, and one of them as a mail brings it. */
const shapes = new Map<string, string>();
for (const name of readdirSync(folder)) {
  const [, stem] = /^(?!hard-)(.*)\.txt$/.exec(name) ?? [];
  if (stem !== undefined && !shapes.has(shapeOf(stem))) shapes.set(shapeOf(stem), fixture(stem));
}
const mail = `${HEADERS.join('\n')}\nContent-Type: text/plain\n\n${fixture('arxiv-mailing')}`;
const tagged = fixture('hard-html');
const samples = [...shapes, ['mail', mail] as const, ['tagged page', tagged] as const];

/** What a file of these bytes gives, whatever is wrong with some of it; throws what is no DigestError. */
async function readAny(bytes: Uint8Array): Promise<DigestError | Digest> {
  try {
    return await readDigest('digest.txt', bytes, null);
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    return error;
  }
}

const recordsOf = (outcome: DigestError | Digest) =>
  outcome instanceof DigestError ? (outcome.rest?.records ?? []) : outcome.records;

const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const NO_TITLE = new RegExp(
  [
    '^\\s*$|^https?:\\S*$|^www\\.\\S*$|^<\\/?(?:script|iframe|style|div|p|a|b|img|svg|details)\\b|\\]\\(http',
    `^\\d{4}-\\d\\d-\\d\\d$|^(?:${MONTH})[a-z]* \\d{1,2}(?:, \\d{4})?$`,
    '^(?:Subscribe|Daily Papers|Abstract|Get trending papers in your email inbox!?|pdf|null|\\d+ authors)$',
  ].join('|'),
  'i',
);
// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;

/** What holds for whatever a file gives: titles are titles, texts plain, links of the web, errors clear. */
function expectHarmless(outcome: DigestError | Digest): void {
  if (outcome instanceof DigestError) {
    expect(outcome.problems.length).toBeGreaterThan(0);
    for (const { expected, got, advice } of outcome.problems) {
      expect([expected, got, advice]).not.toContain('');
    }
  }
  for (const record of recordsOf(outcome)) {
    expect(record.title).not.toMatch(NO_TITLE);
    expect(record.title.length).toBeLessThanOrEqual(1000);
    for (const address of [record.url, record.code, record.project]) {
      expect(address ?? 'https:').toMatch(/^https?:/i);
    }
    const texts = JSON.stringify(record, (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\\', '') : value,
    );
    expect(texts).not.toMatch(CONTROL);
    expect(texts).not.toMatch(/\\u(?:00[01]|d[89a-f])/);
  }
}

const HOSTILE: readonly (readonly [string, string])[] = [
  ['a script', '<script>alert(1)</script>'],
  ['a handler', '<img src=x onerror=alert(1)>'],
  ['a frame', '<iframe src="https://example.org"></iframe>'],
  ['a style', '<style>body{display:none}</style>'],
  ['a link that runs', '[a](javascript:alert(1))'],
  ['an attribute that ends', '"><svg onload=alert(1)>'],
  ['controls of direction', '\u202eevil\u202c \u2066a\u2069'],
  ['control characters', 'a\u001b[31mb\u0007\u009b'],
  ['escapes of control characters', '\\u202e\\u0000\\ud800 &#x202e;&#8238;'],
  ['brackets', '['.repeat(20_000)],
  ['braces', '{'.repeat(20_000)],
  ['details', '<details>'.repeat(5000)],
  ['an entity of its own', '&laughs;'],
  ['dollars and backslashes', '$\\'.repeat(5000)],
  ['ten thousand characters', 'word '.repeat(2000)],
];

describe('the samples', () => {
  it('are of every shape', () => {
    expect(digestShapes.map(({ name }) => name).filter((name) => !shapes.has(name))).toEqual([]);
  });
});

describe.each(samples)('readDigest(name, bytes, null) of %s', (_, text) => {
  const bytes = Buffer.from(text);

  /** The sample with something in a title, in the text below it, and on a line of its own. */
  const withinRecords = async (put: string) => {
    const { records } = await readDigest('digest.txt', bytes, null);
    const lines = text.split('\n');
    return records.slice(0, 2).flatMap(({ title, line, endLine }) => {
      const word = /[A-Za-z]{3,}/.exec(title)![0];
      const start = lines.slice(0, line - 1).join('\n').length;
      const at = text.indexOf(word, start);
      const below = lines.slice(0, Math.min(endLine, line + 3)).join('\n').length;
      return [at, at + word.length, Math.max(below, at + word.length)].map(
        (offset) => text.slice(0, offset) + put + text.slice(offset),
      );
    });
  };

  it.each(HOSTILE)('takes %s for text, or refuses it', async (_what, put) => {
    for (const changed of await withinRecords(put)) {
      expectHarmless(await readAny(Buffer.from(changed)));
    }
  });

  it('reads the line ends of Windows and a byte-order mark as if they were not there', async () => {
    const plain = recordsOf(await readAny(bytes)).map(({ title, line }) => [line, title]);
    const windows = await readAny(Buffer.from(text.replaceAll('\n', '\r\n')));
    expect(recordsOf(windows).map(({ title, line }) => [line, title])).toEqual(plain);
    const marked = await readAny(Buffer.from(`\ufeff${text}`));
    expect(recordsOf(marked).map(({ title, line }) => [line, title])).toEqual(plain);
  });

  it('refuses UTF-16, a zip and bytes of no text in a word that says what they are', async () => {
    const utf16 = (await readAny(Buffer.from(`\ufeff${text}`, 'utf16le'))) as DigestError;
    expect(utf16.problems).toMatchObject([{ line: 1, got: 'UTF-16 text' }]);
    const zip = (await readAny(Buffer.from(`PK\u0003\u0004${text}`))) as DigestError;
    expect(zip.problems[0]?.got).toContain('a zip archive');
    const unmarked = await readAny(Buffer.from(text, 'utf16le'));
    expect((unmarked as DigestError).problems[0]?.got).toContain('NUL');
  });

  it('takes Latin-1, NUL and halves of surrogates nowhere for a title', async () => {
    for (const [index, hostile] of [[0xe9, 0x20], [0], [0xed, 0xa0, 0x80], [0xff]].entries()) {
      const at = text.indexOf('\n', index * 40) + 1;
      const parts = [bytes.subarray(0, at), Buffer.from(hostile), bytes.subarray(at)];
      expectHarmless(await readAny(Buffer.concat(parts)));
    }
  });

  it('throws nothing but DigestError for a sample changed anywhere, and keeps titles titles', async () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE.slice(0, 9).map(([, put]) => put), '\n', '\0', '2024-03-05'),
      fc.constantFrom('https://example.org', 'Mar 25', 'Subscribe', '"', '}', '</title>', '\r'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const change = fc.tuple(fc.nat(text.length), fc.nat(30), piece);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = changes.reduce(
          (now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length),
          text,
        );
        expectHarmless(await readAny(Buffer.from(changed)));
      }),
      { numRuns: 20 },
    );
  });
});
