import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest, DigestShape } from '../../../src/core/digest/digest.ts';
import { DigestError } from '../../../src/core/digest/digest-error.ts';
import { digestShapes } from '../../../src/core/digest/digest-shapes.ts';
import { huggingFaceHtml } from '../../../src/core/digest/hugging-face-html.ts';
import { huggingFaceMarkdown } from '../../../src/core/digest/hugging-face-markdown.ts';
import { huggingFaceNewsletter } from '../../../src/core/digest/hugging-face-newsletter.ts';
import { huggingFacePaper } from '../../../src/core/digest/hugging-face-paper.ts';
import { problemsOf } from './seeds.ts';

const folder = new URL('fixtures/', import.meta.url);
const read = (name: string) => readFileSync(new URL(`${name}.txt`, folder), 'utf8');
const nothing = { title: null, date: null, curator: null };
const shapes = [huggingFaceMarkdown, huggingFacePaper, huggingFaceHtml, huggingFaceNewsletter];
const samples: [string, DigestShape][] = [
  ['hugging-face-markdown', huggingFaceMarkdown],
  ['hugging-face-addresses', huggingFaceMarkdown],
  ['hugging-face-trending', huggingFaceMarkdown],
  ['hugging-face-headings', huggingFaceMarkdown],
  ['hugging-face-references', huggingFaceMarkdown],
  ['hugging-face-sections', huggingFaceMarkdown],
  ['hard-markdown', huggingFaceMarkdown],
  ['hugging-face-paper', huggingFacePaper],
  ['hard-paper', huggingFacePaper],
  ['hugging-face-html-2024', huggingFaceHtml],
  ['hugging-face-html-2026', huggingFaceHtml],
  ['hard-html-single-file', huggingFaceHtml],
  ['hard-html', huggingFaceHtml],
  ['hugging-face-newsletter', huggingFaceNewsletter],
  ['hard-newsletter', huggingFaceNewsletter],
];

/** What could be read of a text, whatever is wrong with it. */
function parseAny(shape: DigestShape, text: string): Digest | null {
  try {
    return shape.parse(text, nothing);
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    return error.rest;
  }
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const NO_TITLE = new RegExp(
  '^(?:[#<|[]|https?:|!\\[|Subscribe$|Models$|Upvote \\d|Submitted by|Daily Papers$|Trending Papers$|' +
    `Previous$|Next$|Get trending|\\d+ authors?$|\\d+$|(?:${MONTH})[a-z]* \\d{1,2}(?:, \\d{4})?$)`,
  'i',
);

describe.each(samples)('%s', (name, shape) => {
  const text = read(name);
  const lines = text.split('\n');
  const whole = shape.parse(text, nothing);

  it('is known by no other shape as surely', () => {
    const others = digestShapes.filter((other) => other.name !== shape.name);
    const certainty = shape.detect(text);
    expect(certainty).toBeGreaterThanOrEqual(0.5);
    expect(others.filter((other) => other.detect(text) >= certainty)).toEqual([]);
  });

  it('has the title of each record on the lines that it names', () => {
    for (const { title, line, endLine } of whole.records) {
      const own = letters(lines.slice(line - 1, endLine).join('\n'));
      const words = title.split(' ').map(letters);
      expect(words.filter((word) => !own.includes(word))).toEqual([]);
      expect(letters(lines[line - 1]!)).toContain(words[0]);
    }
  });

  it('reads Windows line ends alike', () => {
    expect(shape.parse(text.replaceAll('\n', '\r\n'), nothing)).toEqual(whole);
  });

  it('gives no title that is markup, a date, an address or furniture, however it is damaged', () => {
    const line = fc.nat(lines.length - 1);
    const piece = fc.oneof(
      fc.constantFrom('', '#', '### ', '[', '](', '<', '</article>', 'Subscribe', 'May 29', '-'),
      fc.constantFrom('https://huggingface.co/papers/2509.12345', '12 authors', 'Upvote 3', '```'),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    const change = fc.oneof(
      fc.record({ kind: fc.constantFrom('drop', 'double', 'swap'), at: line, piece }),
      fc.record({ kind: fc.constantFrom('put', 'prepend', 'append', 'cut'), at: line, piece }),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const damaged = [...lines];
        for (const { kind, at, piece: put } of changes) {
          const old = damaged[at] ?? '';
          if (kind === 'drop') damaged.splice(at, 1);
          else if (kind === 'double') damaged.splice(at, 0, old);
          else if (kind === 'swap') damaged.splice(at, 2, damaged[at + 1] ?? '', old);
          else if (kind === 'put') damaged[at] = put;
          else if (kind === 'prepend') damaged[at] = put + old;
          else if (kind === 'append') damaged[at] = old + put;
          else damaged.length = Math.max(1, Math.min(damaged.length, at));
        }
        const digest = parseAny(shape, damaged.join('\n'));
        for (const { title, line: first, endLine, code, project } of digest?.records ?? []) {
          expect(title).not.toMatch(NO_TITLE);
          expect(first).toBeLessThanOrEqual(endLine);
          expect([code, project].every((url) => url === null || /^https?:/.test(url))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe.each(shapes.map((shape) => [shape.name, shape] as const))('%s', (_, shape) => {
  it('throws nothing but DigestError for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '[',
        ']',
        '](',
        '### ',
        '\n',
        '\n\n',
        '- ',
        '> ',
        '<h3>',
        '<a href="/papers/',
      ),
      fc.constantFrom('2509.12345', 'https://huggingface.co/papers/2509.12345', 'Abstract', '·'),
      fc.constantFrom('arxiv:2509.12345', 'Authors:', 'Upvote', '2 authors', 'May 29', '\\', '`'),
      fc.constantFrom('<div data-target="DailyPapers" data-props="{&quot;dailyPapers&quot;:[1]}">'),
      fc.string({ unit: 'binary', maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        parseAny(shape, pieces.join(''));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a line', 'Lorem ipsum '.repeat(4_200_000)],
    ['brackets', '['.repeat(50_000_000)],
    ['elements', '<div>'.repeat(10_000_000)],
    ['quotations', '> '.repeat(25_000_000)],
    ['headings', '### [A](https://huggingface.co/papers/2509.12345)\n\n'.repeat(1_000_000)],
  ])('refuses 50 MB of %s with what to do about it', (_what, text) => {
    const problems = problemsOf(() => shape.parse(text, nothing));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.advice.length).toBeGreaterThan(0);
  });

  it('takes none of the other shapes’ fixtures for its own', () => {
    const own = new Set(samples.filter(([, of]) => of === shape).map(([name]) => name));
    const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    const others = names.map((name) => name.slice(0, -4)).filter((name) => !own.has(name));
    expect(others.filter((name) => shape.detect(read(name)) >= 0.5)).toEqual([]);
  });
});
