import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DigestError } from '../../../src/core/digest/digest-error.ts';
import type { DigestRecord } from '../../../src/core/digest/digest.ts';
import { markdownHeadings } from '../../../src/core/digest/markdown-headings.ts';
import { markdownList } from '../../../src/core/digest/markdown-list.ts';
import { markdownTable } from '../../../src/core/digest/markdown-table.ts';
import { markdownWeeklyTable } from '../../../src/core/digest/markdown-weekly-table.ts';
import { paperFrontMatter } from '../../../src/core/digest/paper-front-matter.ts';
import { topicTableJson } from '../../../src/core/digest/topic-table-json.ts';
import { parseText, problemsOf } from './seeds.ts';

const NO_NOTES = { title: null, date: null, curator: null };
const SHAPES = [
  markdownHeadings,
  markdownList,
  markdownTable,
  markdownWeeklyTable,
  paperFrontMatter,
  topicTableJson,
];
const FIXTURES: Readonly<Record<string, string>> = {
  'hard-markdown-headings': 'markdown-headings',
  'hard-markdown-list': 'markdown-list',
  'hard-markdown-table': 'markdown-table',
  'hard-markdown-weekly-table': 'markdown-weekly-table',
  'hard-paper-front-matter': 'paper-front-matter',
  'hard-paper-front-matter-body': 'paper-front-matter',
  'hard-topic-table-json': 'topic-table-json',
  'markdown-headings-bold': 'markdown-headings',
  'markdown-headings-fields': 'markdown-headings',
  'markdown-headings-linked': 'markdown-headings',
  'markdown-headings-numbered': 'markdown-headings',
  'markdown-headings-page': 'markdown-headings',
  'markdown-list': 'markdown-list',
  'markdown-list-dates': 'markdown-list',
  'markdown-list-styles': 'markdown-list',
  'markdown-table': 'markdown-table',
  'markdown-table-links': 'markdown-table',
  'markdown-weekly-table': 'markdown-weekly-table',
  'paper-front-matter-hugo': 'paper-front-matter',
  'paper-front-matter-hugoblox': 'paper-front-matter',
  'paper-front-matter-jekyll': 'paper-front-matter',
  'paper-front-matter-pmlr': 'paper-front-matter',
  'paper-front-matter-zotero': 'paper-front-matter',
  'topic-table-json': 'topic-table-json',
};
const names = Object.keys(FIXTURES);
const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');

/** The records of a text, whatever is wrong with others. */
function recordsOf(step: () => { readonly records: readonly DigestRecord[] }) {
  try {
    return step().records;
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    return error.rest?.records ?? [];
  }
}

const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

describe.each(names)('parseDigest(name, bytes, null) on %s', (name) => {
  it('names lines that hold each title', () => {
    const lines = fixture(name).split('\n');
    for (const { title, line, endLine } of parseText(fixture(name)).records) {
      const source = lines
        .slice(line - 1, endLine)
        .join(' ')
        .replaceAll('\\|', '|');
      expect(words(source)).toContain(words(title));
      expect(line).toBeLessThanOrEqual(endLine);
    }
  });

  it('gives the same records for the line ends of Windows', () => {
    const expected = parseText(fixture(name));
    expect(parseText(fixture(name).replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('takes it for no other of these shapes', () => {
    const text = fixture(name);
    const sure = SHAPES.toSorted((a, b) => b.detect(text) - a.detect(text));
    const body = parseText(text).shape;
    expect(body).toBe(FIXTURES[name]);
    if (!text.startsWith('---')) expect(sure[0]?.name).toBe(FIXTURES[name]);
  });

  it('gives no markup, date, address or furniture for a title, whatever is changed in it', () => {
    const source = fixture(name);
    const piece = fc.constantFrom(
      ...['[', ']', '(', ')', '|', '\n', '**', '`', '<', '>', '#', '- ', '$', '\\', '---\n'],
      ...['https://arxiv.org/abs/2401.00001', '2024-01-05', '<details>', '</summary>', '"', '{'],
    );
    const change = fc.tuple(fc.nat(source.length), fc.nat(40), piece);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        let text = source;
        for (const [at, length, by] of changes) {
          text = text.slice(0, at) + by + text.slice(at + length);
        }
        for (const { title } of recordsOf(() => parseText(text))) {
          expect(title).not.toMatch(
            /https?:\/\/|\]\(|\*\*|^\d{4}-\d\d-\d\d$|<\/?(?:details|summary|p|br|a)\b|^\||^#/i,
          );
          expect(title).not.toMatch(/^(?:pdf|paper|code|link|show|back|table of contents)$/i);
          expect(title.trim()).not.toBe('');
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(SHAPES)('$name', (shape) => {
  it('throws nothing but DigestError for any text', () => {
    const line = fc.oneof(
      fc.constantFrom('# [A Paper](https://arxiv.org/abs/2401.00001)', '|Title|Date|', '|-|-|'),
      fc.constantFrom(
        '| 1) **A** - b | [Paper](x) |',
        '- **A Title** (2015), A. B. [[pdf]](u)',
        '---',
      ),
      fc.constantFrom(
        '**Authors**: A, B',
        'Abstract: c',
        '<details><p>',
        '> > > - a',
        '{"A":{"b":"|"}}',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'|-[]()*_`<>#!$\\{}":\n \t&;1a'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        expect(shape.detect(text)).toBeGreaterThanOrEqual(0);
        recordsOf(() => shape.parse(text, NO_NOTES));
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['brackets', `- ${'['.repeat(1_000_000)}`],
    ['quotations', `${'>'.repeat(1_000_000)} a`],
    ['lists', '- '.repeat(500_000)],
    [
      'lists by indentation',
      Array.from({ length: 2000 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
    ],
    ['tags on a line', '<details>'.repeat(100_000)],
    ['tags on lines of their own', '<details>\n'.repeat(20_000)],
    ['stars', '*a **b '.repeat(100_000)],
    ['objects', '{"a":'.repeat(300_000)],
    ['lines without a blank one', 'word\n'.repeat(100_000)],
    ['more than it reads', 'word\n\n'.repeat(1_000_000)],
  ])('refuses an excess of %s', (_, text) => {
    expect(problemsOf(() => shape.parse(text, NO_NOTES))).not.toEqual([]);
  });
});

describe('the shapes of Markdown', () => {
  it.each([
    [
      'a bad row',
      '| Title | PDF | Date |\n|-|-|-|\n| 2024-01-05 | [a](https://arxiv.org/abs/2401.00001) | |',
    ],
    [
      'a row without a title',
      '| Title | PDF |\n|-|-|\n| | [a](https://arxiv.org/abs/2401.00001) |',
    ],
    ['a day of no calendar', '| Title | Date |\n|-|-|\n| A Title | 2024-02-30 |'],
  ])('name the line of %s and keep the rest', (_, text) => {
    const good = '\n| A Good One | [a](https://arxiv.org/abs/2401.00002) |';
    const problems = problemsOf(() => parseText(text + good));
    expect(problems.map(({ line }) => line)).toEqual([3]);
    expect(recordsOf(() => parseText(text + good)).map(({ title }) => title)).toEqual([
      'A Good One',
    ]);
  });

  it('read a long table as a short one, with the lines of the file', () => {
    const head = '## Words\n\n| Title | Date |\n| --- | --- |\n';
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `| Title Number ${at} of $x_1$ | 2024-01-05 |`,
    );
    const { records } = parseText(`${head}${rows.join('\n')}\n\n## More\n\n- end\n`);
    expect(records).toHaveLength(2000);
    expect(records.every(({ line }, at) => line === at + 5)).toBe(true);
    expect(records[1999]?.title).toBe('Title Number 1999 of $x_1$');
    expect(new Set(records.map(({ heading }) => heading))).toEqual(new Set(['Words']));
  });

  it('read a long numbered list without blank lines', () => {
    const items = Array.from(
      { length: 700 },
      (_, at) => `${at + 1}. [Title Number ${at}](https://arxiv.org/abs/2401.0${1000 + at}) *[a]*`,
    );
    const { records } = parseText(`# Papers\n\n${items.join('\n')}\n`);
    expect(records.map(({ line }) => line)).toEqual(items.map((_, at) => at + 3));
  });

  it('find the address of a link that is defined far below it', () => {
    const items = Array.from(
      { length: 900 },
      (_, at) => `- **Title Number ${at}** [pdf][${at % 9}]`,
    );
    const filler = 'Words between the items of the list, of no meaning.\n\n'.repeat(800);
    const ids = Array.from(
      { length: 9 },
      (_, at) => `[${at}]: https://arxiv.org/abs/2401.0000${at}`,
    );
    const lines = ['- **First Title** [pdf](https://arxiv.org/abs/2401.10000)', ...items];
    const { records } = parseText(`${lines.join('\n')}\n\n${filler}\n${ids.join('\n')}\n`);
    expect(records).toHaveLength(901);
    expect(records[10]?.arxivId).toBe('2401.00000');
  });

  it('take a page that links to huggingface.co/papers for none of them', () => {
    const heading = '### [A Paper](https://huggingface.co/papers/2401.00001)\n\nText.\n\n';
    const item = '- [A Paper](https://huggingface.co/papers/2401.00001)\n';
    for (const text of [heading.repeat(5), item.repeat(5)]) {
      for (const shape of SHAPES) expect(shape.detect(text)).toBeLessThan(0.5);
    }
  });

  it('leave the notes of an operator to them', () => {
    const table = '| Title | Date |\n|-|-|\n| A Title | 2024-01-05 |\n';
    const digest = parseText(`---\ntitle: March\ndate: 2026-03-25\ncurator: AK\n---\n${table}`);
    expect(digest).toMatchObject({ title: 'March', date: '2026-03-25', curator: 'AK' });
    expect(problemsOf(() => parseText(`---\ntitel: March\n---\n${table}`))).toHaveLength(1);
  });

  it('take the front matter of a generated page for its own', () => {
    const table = '| Title | Date |\n|-|-|\n| A Title | 2024-01-05 |\n';
    const digest = parseText(`---\ntitle: Latest\nlabels: documentation\n---\n${table}`);
    expect(digest).toMatchObject({ title: 'Latest', shape: 'markdown-table' });
    expect(digest.records[0]).toMatchObject({ line: 7 });
  });

  it('keep only links of http and https', () => {
    const text =
      '- **A Title** [pdf](ftp://a/b.pdf) [code](javascript:alert(1)) [paper](https://a.org/b.pdf)\n';
    expect(markdownList.parse(text, NO_NOTES).records).toMatchObject([
      { url: 'https://a.org/b.pdf', code: null },
    ]);
  });

  it('tell of a thousand problems, and how many more there are', () => {
    const rows = Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`${at}`, 'no row']));
    const problems = problemsOf(() => topicTableJson.parse(JSON.stringify({ a: rows }), NO_NOTES));
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)?.got).toBe('500 more');
  });
});
