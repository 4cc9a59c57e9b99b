import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigestNotes, DigestRecord } from '../../../src/core/digest/digest.ts';
import { parseDigest } from '../../../src/core/digest/parse-digest.ts';
import { ABSTRACT, parseText, problemsOf, seedNames, SEEDS, seedText } from './seeds.ts';

const dated = (date: string): DigestNotes => ({ title: null, date, curator: null });

/** A spaced page with a date of its own; its paper's date has no year. */
const yearless = (...below: string[]) =>
  ['Daily Papers', '', 'Mar 25', '', 'A Paper', '', ABSTRACT, '', 'Mar 10', ...below].join('\n');

describe('parseDigest(name, bytes, sidecar) on the seeds', () => {
  const digests = seedNames.map((name) => ({ name, ...parseText(seedText(name), name) }));

  it('finds 253, 179 and 30 records', () => {
    expect(digests.map(({ records }) => records.length)).toEqual([253, 179, 30]);
  });

  it('names the lines of every record, and they hold its title and abstract again', () => {
    for (const { name, records } of digests) {
      const lines = seedText(name).split('\n');
      for (const { line, endLine, title, abstract } of records) {
        const own = lines.slice(line - 1, endLine);
        expect(own[0]?.endsWith(title)).toBe(true);
        expect(own.filter((text) => text === abstract)).toHaveLength(1);
      }
    }
  });

  it('gives records lines of their own, in the order of the file', () => {
    for (const { records } of digests) {
      const ends = [0, ...records.map(({ endLine }) => endLine)];
      records.forEach(({ line }, index) => expect(line).toBeGreaterThan(ends[index]!));
    }
  });

  it('takes no furniture of the page for a paper', () => {
    const titles = digests.flatMap(({ records }) => records.map(({ title }) => title));
    const furniture = ['new', 'Subscribe', 'Daily Papers', 'byAK', 'Get trending', 'Mar 25'];
    expect(titles.filter((title) => furniture.some((text) => title.startsWith(text)))).toEqual([]);
  });

  it('keeps what the page says of itself, and knows nothing of a page that says nothing', () => {
    expect(digests.map(({ shape, title, date, curator }) => [shape, title, date, curator])).toEqual(
      [
        ['hugging-face-compact', null, null, null],
        ['hugging-face-compact', null, null, null],
        ['hugging-face-spaced', 'Daily Papers', '2026-03-25', 'AK and the research community'],
      ],
    );
  });

  it('invents no author, id, upvote or, in files without dates, any metadata', () => {
    for (const { records } of digests) {
      for (const { authors, arxivId, doi, upvotes } of records) {
        expect([authors, arxivId, doi, upvotes]).toEqual([null, null, null, null]);
      }
    }
    for (const record of digests.slice(0, 2).flatMap(({ records }) => records)) {
      const { authorCount, organization, published, comments } = record;
      expect([authorCount, organization, published, comments]).toEqual([null, null, null, null]);
    }
  });

  it.each<[string, Partial<DigestRecord>]>([
    [
      'DIFF2: Differential Private Optimization via Gradient Differences for Nonconvex Distributed Learning',
      { authorCount: 2, organization: null, published: '2023-02-08', comments: null, line: 13 },
    ],
    [
      'ReMix: Reinforcement routing for mixtures of LoRAs in LLM finetuning',
      {
        authorCount: null,
        organization: { slug: 'metaresearch', name: 'Meta Research' },
        published: '2026-03-10',
        comments: 4,
      },
    ],
    [
      'HESTIA: A Hessian-Guided Differentiable Quantization-Aware Training Framework for Extremely Low-Bit LLMs',
      { authorCount: 5, published: '2026-01-28', comments: null, line: 169, endLine: 175 },
    ],
    [
      'ProAct: Agentic Lookahead in Interactive Environments',
      { authorCount: null, organization: null, published: null, line: 185, endLine: 187 },
    ],
    [
      'diffGrad: An Optimization Method for Convolutional Neural Networks',
      { authorCount: 6, published: '2019-09-12', comments: 1, line: 237, endLine: 243 },
    ],
  ])('knows of “%s” what its lines say', (title, known) => {
    const record = digests[2]?.records.find((candidate) => candidate.title === title);
    expect(record).toMatchObject(known);
  });

  it('dates the five entries without a year in the year after the last one written', () => {
    const records = digests[2]?.records ?? [];
    const inYear = records.flatMap(({ published }) =>
      published?.startsWith('2026') ? [published] : [],
    );
    expect(inYear).toEqual(['2026-03-10', '2026-02-19', '2026-02-17', '2026-01-28', '2026-03-06']);
    expect(records.every(({ published }) => (published ?? '') < '2026-03-26')).toBe(true);
  });
});

describe('parseDigest(name, bytes, sidecar) on dates without a year', () => {
  const published = (text: string, name?: string, sidecar?: DigestNotes) => {
    const { date, records } = parseText(text, name, sidecar);
    return [date, records[0]?.published];
  };

  it('leaves them unknown where neither the file nor the operator gives a year', () => {
    expect(published(yearless())).toEqual([null, null]);
  });

  it('takes the year of the date at the start of the file’s name', () => {
    expect(published(yearless(), '2024-03-25-papers.txt')).toEqual(['2024-03-25', '2024-03-10']);
  });

  it('takes no year from digits that are no date', () => {
    for (const name of ['2024-03-251.txt', '2024-3-25.txt', '20240325.txt', 'a-2024-03-25.txt']) {
      expect(published(yearless(), name)).toEqual([null, null]);
    }
  });

  it('takes the year of the sidecar before that of the name', () => {
    expect(published(yearless(), '2024-03-25.txt', dated('2023-03-25'))).toEqual([
      '2023-03-25',
      '2023-03-10',
    ]);
  });

  it('takes the year of the front matter before all others', () => {
    const text = `---\ndate: 2022-03-25\n---\n${yearless()}`;
    expect(published(text, '2024-03-25.txt', dated('2023-03-25'))).toEqual([
      '2022-03-25',
      '2022-03-10',
    ]);
  });

  it('takes the operator’s year before the one that the file implies', () => {
    const other = ['', 'Another Paper', '', ABSTRACT, '', 'Sep 4, 2023'];
    expect(published(yearless(...other))).toEqual(['2024-03-25', '2024-03-10']);
    expect(published(yearless(...other), '2025-03-25.txt')).toEqual(['2025-03-25', '2025-03-10']);
  });

  it('implies no year from dates that are older than such pages', () => {
    const other = ['', 'Another Paper', '', ABSTRACT, '', 'Aug 15, 2013'];
    expect(published(yearless(...other))).toEqual([null, null]);
  });

  it('takes the operator’s day for the digest before the page’s own', () => {
    expect(published(yearless(), '2024-04-01.txt')).toEqual(['2024-04-01', '2024-03-10']);
  });

  it('gives a page without a date the operator’s, and its papers none', () => {
    const text = `A Paper\n${ABSTRACT}\nAnother Paper\n${ABSTRACT}\n`;
    expect(published(text, '2024-03-25.txt')).toEqual(['2024-03-25', null]);
  });

  it('names the line of a day that the calendar does not have', () => {
    const problems = problemsOf(() =>
      parseText(yearless('', 'B', '', ABSTRACT, '', 'Feb 29, 2023')),
    );
    expect(problems.map(({ line }) => line)).toEqual([15]);
  });
});

describe('parseDigest(name, bytes, sidecar) on what the operator says', () => {
  const notes = { title: 'Sidecar', date: null, curator: 'Sidecar’s curator' };

  it('puts front matter before the sidecar, and that before the page', () => {
    const text = seedText(SEEDS.gradients);
    const { title, curator } = parseText(`---\ntitle: Front\n---\n${text}`, 'a.txt', notes);
    expect([title, curator]).toEqual(['Front', 'Sidecar’s curator']);
  });
});

describe('parseDigest(name, bytes, sidecar) on files of no known shape', () => {
  it.each([
    ['prose', 'Dear diary,\n\ntoday I read nothing.\n', 1],
    ['JSON', '\n\n{"papers": []}\n', 3],
    ['HTML', `<html>\n<h1>Daily Papers</h1>\n<p>${ABSTRACT}</p>\n`, 1],
    ['Markdown with links', `# Papers\n\n## [A Paper](https://arxiv.org)\n\n${ABSTRACT}\n`, 1],
  ])('refuses %s at its first line, and says where the shapes are listed', (_, text, line) => {
    const problems = problemsOf(() => parseText(text));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line, expected: 'a digest of a known shape' });
    expect(problems[0]?.advice).toContain('sheaf formats');
  });

  it('refuses a page without papers', () => {
    const page = 'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n';
    expect(problemsOf(() => parseText(page))).toMatchObject([
      { line: 1, expected: 'titles and abstracts' },
    ]);
  });
});

describe('parseDigest(name, bytes, sidecar) on hostile input', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);

  it('throws nothing but DigestError, with lines of the file and no empty text, for any bytes', () => {
    const lineOfPage = fc.oneof(
      fc.constantFrom(
        '---',
        '·',
        'Subscribe',
        'Daily Papers',
        '• 2 authors',
        'Mar 25',
        '',
        ABSTRACT,
      ),
      fc.constantFrom(
        'Feb 30, 2024',
        'byAK and the research community',
        'meta Meta Inc.',
        'Title?',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    const page = fc.array(lineOfPage, { maxLength: 25 }).map((lines) => lines.join('\n'));
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary' }).map(bytesOf),
      page.map(bytesOf),
      page.map((text) => bytesOf(`Get trending papers in your email inbox!\n${text}`)),
    );
    fc.assert(
      fc.property(anything, (bytes) => {
        for (const { line, expected, got, advice } of problemsOf(() =>
          parseDigest('a.txt', bytes, null),
        )) {
          expect(line).toBeLessThanOrEqual(
            1 + bytes.filter((byte) => byte === 10 || byte === 13).length,
          );
          expect([expected, got, advice].every((text) => text.length > 0)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('throws nothing but DigestError for a real file with bytes changed or cut off', () => {
    const source = bytesOf(seedText(SEEDS.gradients));
    const position = fc.nat(source.length - 1);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(position, fc.nat(255)), { maxLength: 4 }),
        position,
        (changes, end) => {
          const bytes = source.slice(0, end);
          for (const [at, byte] of changes) if (at < end) bytes[at] = byte;
          problemsOf(() => parseDigest('a.txt', bytes, null));
        },
      ),
    );
  });
});

describe('parseDigest(name, bytes, sidecar) on what is no digest', () => {
  it('names the last line of a file with front matter alone', () => {
    expect(problemsOf(() => parseText('---\ntitle: A\n---\n'))).toMatchObject([
      { line: 4, got: 'nothing below the front matter' },
    ]);
  });

  it.each([1, 3])('names a line of 50 MB at line %i and its length', (line) => {
    const text = '\n'.repeat(line - 1) + 'a'.repeat(50 * 2 ** 20);
    expect(problemsOf(() => parseText(text))).toMatchObject([
      { line, got: 'a line of 52,428,800 characters' },
    ]);
  });
});
