import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexEntries } from '../../../src/core/digest/bibtex-entries.ts';
import { csvRows } from '../../../src/core/digest/csv-rows.ts';
import { DigestError } from '../../../src/core/digest/digest-error.ts';
import type { DigestShape } from '../../../src/core/digest/digest.ts';
import { digestShapes } from '../../../src/core/digest/digest-shapes.ts';
import { problemsOf } from './seeds.ts';

const NO_NOTES = { title: null, date: null, curator: null };
const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');
const shapeCalled = (name: string) => digestShapes.find((shape) => shape.name === name)!;
const faultsIn = (shape: DigestShape, text: string) => {
  try {
    shape.parse(text, NO_NOTES);
  } catch (error) {
    if (error instanceof DigestError) return error;
    throw error;
  }
  throw new Error('nothing is wrong');
};
const recordsOf = (shape: DigestShape, text: string) => {
  try {
    return shape.parse(text, NO_NOTES).records;
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    return error.rest?.records ?? [];
  }
};

const FILES = [
  ['json-lines', 'json-lines'],
  ['json-lines', 'hard-json-lines'],
  ['json-papers', 'json-papers'],
  ['json-papers', 'hard-json-papers'],
  ['csl-json', 'csl-json'],
  ['semantic-scholar', 'semantic-scholar'],
  ['open-alex', 'open-alex'],
  ['csv-table', 'csv-table'],
  ['csv-table', 'hard-csv-table'],
  ['bibtex', 'bibtex'],
  ['bibtex', 'hard-bibtex'],
  ['ris', 'ris'],
  ['ris', 'hard-ris'],
] as const;

describe.each(FILES)('%s on %s.txt', (shapeName, name) => {
  const shape = shapeCalled(shapeName);
  const text = fixture(name);

  it('is recognised for certain, and by no other shape of data files', () => {
    expect(shape.detect(text)).toBeGreaterThanOrEqual(0.5);
    const others = digestShapes.filter((other) => other !== shape);
    expect(others.filter((other) => other.detect(text) >= 0.5).map((other) => other.name)).toEqual(
      [],
    );
  });

  it('names lines that hold the first word of the title', () => {
    const lines = text.split(/\r\n|\n|\r/);
    for (const { title, line, endLine } of recordsOf(shape, text)) {
      const source = lines.slice(line - 1, endLine).join('\n');
      expect(source).toContain(/[A-Za-z]+/.exec(title)![0]);
    }
  });

  it('reads the lines of Windows and of Unix alike', () => {
    const unix = text.replaceAll('\r\n', '\n');
    expect(recordsOf(shape, unix.replaceAll('\n', '\r\n'))).toEqual(recordsOf(shape, unix));
  });

  it('throws nothing but DigestError when damaged, and takes no markup, date or address for a title', () => {
    const position = fc.nat(text.length - 1);
    const piece = fc.oneof(
      fc.constantFrom('{', '}', '"', "'", '[', ',', ':', '\\', '\n', '<div>', '2024-03-05', ' = '),
      fc.constantFrom('https://example.org', '[a](https://b.c)', 'ER  - ', 'TY  - X', '@a{b,\n'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const change = fc.tuple(position, fc.nat(30), piece);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let damaged = text;
        for (const [at, length, put] of changes) {
          damaged = damaged.slice(0, at) + put + damaged.slice(at + length);
        }
        const lineCount = damaged.split(/\r\n|\n|\r/).length;
        for (const { title, line, endLine } of recordsOf(shape, damaged)) {
          expect(title).not.toMatch(/^\s*$|^https?:\S*$|<div\b|\]\(http|^\d{4}-\d\d-\d\d$/);
          expect(line).toBeLessThanOrEqual(endLine);
          expect(endLine).toBeLessThanOrEqual(lineCount);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('data files of any bytes', () => {
  it('throw nothing but DigestError', () => {
    const line = fc.oneof(
      fc.json(),
      fc.constantFrom('Title,Author', '"a","b', '@misc{a,', 'title = {x}', '}', 'TY  - JOUR'),
      fc.constantFrom('TI  - A', 'ER  - ', '[', '{"title": "A", "abstract": "b"}', '{"data": ['),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (source) => {
        for (const [name] of FILES) {
          const shape = shapeCalled(name);
          expect(shape.detect(source)).toBeGreaterThanOrEqual(0);
          problemsOf(() => shape.parse(source, NO_NOTES));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('json-lines', () => {
  const shape = shapeCalled('json-lines');
  const good = '{"title": "A Paper", "abstract": "b"}';

  it('refuses what Python prints for a dict, line by line, and says what to do', () => {
    const text = `${good}\n{'title': 'A', 'abstract': None}\n`;
    const [problem] = problemsOf(() => shape.parse(text, NO_NOTES));
    expect(problem).toMatchObject({ line: 2, expected: 'a JSON object' });
    expect(problem?.advice).toContain('json.dumps()');
    expect(recordsOf(shape, text)).toHaveLength(1);
  });

  it('recognises a file of nothing but Python dicts, to say so', () => {
    expect(shape.detect("{'title': 'A', 'abstract': None}\n".repeat(3))).toBeGreaterThan(0.5);
  });

  it('names a record whose title is none', () => {
    const titles = ['', 'https://a.b', '2024-03-05', '<div>x</div>', 'Abstract', '[A](http://b)'];
    const text = titles.map((title) => JSON.stringify({ title, abstract: 'b' })).join('\n');
    expect(problemsOf(() => shape.parse(text, NO_NOTES)).map(({ line }) => line)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  it('tells of a thousand problems, and how many more there are', () => {
    const problems = problemsOf(() => shape.parse('{}\n'.repeat(1500), NO_NOTES));
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)?.got).toBe('500 more');
  });

  it('refuses a field that is too long for a paper', () => {
    const text = JSON.stringify({ title: 'A', authors: 'a, '.repeat(100_000) });
    expect(problemsOf(() => shape.parse(text, NO_NOTES))).toMatchObject([
      { line: 1, got: '300,000 in “authors”' },
    ]);
  });
});

describe('the organisation of a record', () => {
  it.each([
    [
      { slug: 'acme', name: 'Acme Research' },
      { slug: 'acme', name: 'Acme Research' },
    ],
    [
      { name: 'acme', fullname: 'Acme Research' },
      { slug: 'acme', name: 'Acme Research' },
    ],
    ['Acme Research', { slug: 'Acme Research', name: 'Acme Research' }],
    [{ id: 7 }, null],
    ['', null],
  ])('is read from %j', (organization, expected) => {
    const text = `${JSON.stringify({ title: 'A Title', abstract: 'Words.', organization })}\n`;
    expect(recordsOf(shapeCalled('json-lines'), text)[0]?.organization).toEqual(expected);
  });
});

describe('json-papers', () => {
  const shape = shapeCalled('json-papers');

  it('names the line and the pointer of what is no paper', () => {
    const text = '[\n{"title": "A", "url": "b"},\n3,\n{"title": ""}\n]';
    const problems = problemsOf(() => shape.parse(text, NO_NOTES));
    expect(problems.map(({ line }) => line)).toEqual([3, 4]);
    expect(problems.map(({ got }) => got)).toEqual(['a number at /1', 'no title at /2']);
  });

  it('names the line on which JSON breaks off', () => {
    const text = '[\n{"title": "A", "url": "b"},\n{"title": oops}\n]';
    expect(problemsOf(() => shape.parse(text, NO_NOTES))).toMatchObject([
      { line: 3, expected: 'JSON' },
    ]);
  });

  it('refuses brackets within brackets beyond all measure', () => {
    const text = `[{"title": "A", "abstract":\n${'['.repeat(1e6)}`;
    expect(problemsOf(() => shape.parse(text, NO_NOTES))).toMatchObject([
      { line: 2, expected: 'at most 200 brackets within each other' },
    ]);
  });

  it('names the line of a bracket that begins it', () => {
    const text = `[{"title": "A", "abstract":\n${'[\n'.repeat(300)}`;
    expect(problemsOf(() => shape.parse(text, NO_NOTES))).toMatchObject([
      { line: 200, expected: 'at most 200 brackets within each other' },
    ]);
  });

  it('leaves an answer of Hugging Face to its own shape', () => {
    expect(shape.detect('[{"paper": {"id": "1"}, "title": "A", "publishedAt": "b"}]')).toBe(0);
  });
});

describe('csv-table', () => {
  const shape = shapeCalled('csv-table');

  it('names a row with more cells than the header', () => {
    const text = 'Title,DOI\nA Paper,\nLetters, Readers and More,10.1000/1\n';
    expect(problemsOf(() => shape.parse(text, NO_NOTES))).toMatchObject([{ line: 3 }]);
    expect(recordsOf(shape, text)).toHaveLength(1);
  });

  it('takes prose and Markdown tables for no table', () => {
    expect(shape.detect('Title and authors, as we said,\nare there.\n')).toBe(0);
    expect(shape.detect('| Title | Authors |\n|---|---|\n| A | B |\n')).toBe(0);
  });

  it('names the row whose quotes nothing closes, and keeps those above', () => {
    const text = 'Title,DOI\nA Paper,\n\n"Open,10.1000/1\nNext,\n';
    expect(problemsOf(() => shape.parse(text, NO_NOTES))).toMatchObject([{ line: 4 }]);
    expect(recordsOf(shape, text)).toHaveLength(1);
  });

  it('reads past any number of empty lines, and names those of each row', () => {
    const text = `Title,Abstract\n${'\n'.repeat(300_000)}"A\nPaper","b\nc"\n\nAnother,d\n`;
    const lines = recordsOf(shape, text).map(({ line, endLine }) => [line, endLine]);
    expect(lines).toEqual([
      [300_002, 300_004],
      [300_006, 300_006],
    ]);
  });

  it('refuses more than ten million cells, and keeps the rows above', () => {
    const text = `Title${',c'.repeat(99_999)}\n`.repeat(101);
    const { rows, problem } = csvRows(text, ',', 1, 250_000);
    expect(problem).toMatchObject({ line: 101, expected: 'at most 10,000,000 cells' });
    expect(rows).toHaveLength(101);
  });
});

describe('bibtex', () => {
  const shape = shapeCalled('bibtex');

  it('loses one entry to a missing brace, and names it', () => {
    const text = '@misc{a, title={A}}\n@misc{b,\n title={B\n}\n@misc{c, title={C}}\n';
    expect(problemsOf(() => shape.parse(text, NO_NOTES))).toMatchObject([
      { line: 2, expected: 'a brace or parenthesis that closes the entry' },
    ]);
    expect(recordsOf(shape, text).map(({ title }) => title)).toEqual(['A', 'C']);
  });

  it('names an entry in parentheses that nothing closes', () => {
    const text = '@misc(a, title={A})\n@misc(b, title={B}\n@misc(c, title={C})\n@someone\n';
    expect(problemsOf(() => shape.parse(text, NO_NOTES))).toMatchObject([
      { line: 2, expected: 'a brace or parenthesis that closes the entry' },
    ]);
    expect(recordsOf(shape, text).map(({ title }) => title)).toEqual(['A', 'C']);
  });

  it('gives the braces of a value back, however deep, in braces and in quotes', () => {
    const text =
      '@misc{a, title={{A {Deep {S}tudy}} of {B}}, abstract = "in {"quotes} {of {C}}" # {, {d{e}}}}\n' +
      '@misc(b, title={{A {Deep {S}tudy}} of {C}}, year=2024)\n';
    const values = [...bibtexEntries(text)].map((entry) =>
      'fields' in entry
        ? [...entry.fields.values()].map((parts) => parts.map((part) => part.text))
        : [],
    );
    expect(values).toEqual([
      [['{A {Deep {S}tudy}} of {B}'], ['in {"quotes} {of {C}}', ', {d{e}}']],
      [['{A {Deep {S}tudy}} of {C}'], ['2024']],
    ]);
  });

  it('names an entry whose title is a name that nothing defines, and one that joins itself', () => {
    const text =
      '@string{b = b # "x"}\n@misc{a, title=nowhere}\n@misc{a, title=b}\n@misc{c, title={C}}\n';
    const problems = problemsOf(() => shape.parse(text, NO_NOTES));
    expect(problems.map(({ line, got }) => [line, got])).toEqual([
      [2, '“nowhere”'],
      [3, '“b”'],
    ]);
  });

  it('ends texts that double themselves without end', () => {
    const text = `@string{a="aaaaaaaa"}\n${'@string{a = a # a}\n'.repeat(60)}@misc{b, title=a}\n`;
    expect(problemsOf(() => shape.parse(text, NO_NOTES))).toHaveLength(1);
  });

  it('ends at a crossref that leads to itself', () => {
    const text = '@misc{a, title={A}, crossref={a}}\n';
    expect(recordsOf(shape, text)).toMatchObject([{ title: 'A' }]);
  });

  it('reads a hundred thousand entries of BibTeX, and says where the others begin', () => {
    const text = '@misc{a,title={A Paper}}\n'.repeat(100_001);
    const { problems, rest } = faultsIn(shapeCalled('bibtex'), text);
    expect(problems).toMatchObject([
      { line: 100_001, expected: 'at most 100,000 entries in a file' },
    ]);
    expect(rest?.records).toHaveLength(100_000);
  });

  it('refuses BibTeX of more signs than any library has', () => {
    const text = `@misc{a, title={A Paper}, note={${'{}'.repeat(90_000)}}}\n`.repeat(45);
    expect(faultsIn(shapeCalled('bibtex'), text)).toMatchObject({
      problems: [{ line: 1, expected: expect.stringContaining('at most 4,000,000') as string }],
      rest: null,
    });
  });

  it('refuses JSON of more names than memory holds, each of its own', () => {
    const names = Array.from({ length: 2_500_000 }, (_, at) => `"k${at}":1`).join(',\n');
    const text = `[{"title":"A Paper","url":"https://example.org",\n${names}}]`;
    expect(faultsIn(shapeCalled('json-papers'), text).problems).toMatchObject([
      { line: 2_500_000, expected: 'at most 2,500,000 names of fields' },
    ]);
  });

  it('takes BibTeX quoted in Markdown for no BibTeX', () => {
    expect(shape.detect('# Cite us\n\n```\n@misc{a,\n title={A}}\n```\n')).toBe(0);
  });
});

describe('ris', () => {
  const shape = shapeCalled('ris');

  it('names a record that nothing ends, a line outside of records, and a title that is none', () => {
    const text =
      'TY  - A\nTI  - Open\nTY  - A\nTI  - B\nER  - \nstray\nTY  - A\nTI  - https://a.b\nER  - \n';
    const problems = problemsOf(() => shape.parse(text, NO_NOTES));
    expect(problems.map(({ line }) => line)).toEqual([1, 6, 8]);
    expect(recordsOf(shape, text)).toMatchObject([{ title: 'B', line: 3, endLine: 5 }]);
  });
});
