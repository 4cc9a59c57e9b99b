import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/input-error.ts';
import { parseCuration } from '../../../src/core/topics/parse-curation.ts';

const PATH = 'content/topics/graphs.md';
const parse = (source: string, file = 'graphs.md') => parseCuration(file, source, PATH);

function problemsOf(source: string, file?: string) {
  try {
    parse(source, file);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const EVERYTHING = [
  '---',
  'label: " Graph  networks "',
  'terms: [graphs, message passing]',
  'merge: [molecules]',
  'include:',
  '  - 2401.12340',
  '  # by id',
  '  - "a-paper-0123abcd"',
  'exclude: [another-paper-89abcdef]',
  '---',
  '',
  'What *graphs* teach.',
  '',
];

describe('parseCuration(file, source, path)', () => {
  it.each([
    ['\n', ''],
    ['\r\n', ''],
    ['\n', '\uFEFF'],
  ])('reads every key and the introduction with line ends %j after %j', (end, mark) => {
    expect(parse(mark + EVERYTHING.join(end))).toEqual({
      slug: 'graphs',
      path: PATH,
      label: 'Graph networks',
      terms: ['graphs', 'message passing'],
      merge: [{ slug: 'molecules', line: 4 }],
      include: [
        { paper: '2401.12340', line: 6 },
        { paper: 'a-paper-0123abcd', line: 8 },
      ],
      exclude: [{ paper: 'another-paper-89abcdef', line: 9 }],
      introduction: { html: '<p>What <em>graphs</em> teach.</p>', text: 'What graphs teach.' },
      lines: { label: 2, terms: 3, introduction: 12 },
    });
  });

  it('takes a file without front matter for an introduction', () => {
    const { label, terms, merge, introduction, lines } = parse(
      '\nOn graphs.\n\n---\n\nAnd more.\n',
    );
    expect({ label, terms, merge }).toEqual({ label: null, terms: null, merge: [] });
    expect(introduction?.html).toBe('<p>On graphs.</p>\n<hr>\n<p>And more.</p>');
    expect(lines.introduction).toBe(2);
  });

  it('has no introduction where nothing stands below the front matter', () => {
    expect(parse('---\nlabel: Graphs\n---\n').introduction).toBeNull();
  });

  it('lets no script through', () => {
    expect(parse('A <script>alert(1)</script> [b](javascript:c)').introduction?.html).not.toMatch(
      /script/,
    );
  });

  it.each([
    ['an unknown key', '---\nlabel: A\nname: B\n---\n', 3, '“name”'],
    ['an empty label', '---\n\nlabel: "  "\n---\n', 3, '“”'],
    ['a label that nobody sees', '---\nlabel: "\\u200B\\u0007"\n---\n', 2, '“'],
    ['a label without a value', '---\nlabel:\n---\n', 2, 'nothing'],
    ['a number for a label', '---\nlabel: 2026\n---\n', 2, '“2026”'],
    ['a text for terms', '---\nterms: graphs\n---\n', 2, '“graphs”'],
    ['no term', '---\nterms: []\n---\n', 2, 'an empty list'],
    ['a number among terms', '---\nterms:\n  - graphs\n  - 3\n---\n', 4, '“3”'],
    ['a text for merge', '---\nmerge: molecules\n---\n', 2, '“molecules”'],
    ['a map for include', '---\ninclude:\n  a: b\n---\n', 3, 'a map'],
    ['a list for a paper', '---\nexclude: [[a]]\n---\n', 2, 'a list'],
    ['a key twice', '---\nlabel: A\nterms: [b]\nlabel: C\n---\n', 4, 'Map keys must be unique'],
    ['a list for all', '---\n- label\n---\n', 2, 'a list'],
    ['a topic twice', '---\nmerge:\n  - a\n  - b\n  - a\n---\n', 5, '“a” again, after line 3'],
    [
      'a paper twice',
      '---\nexclude: [2401.10, "2401.10"]\n---\n',
      2,
      '“2401.10” again, after line 2',
    ],
    ['a term twice', '---\nterms:\n  - b\n  - " b"\n---\n', 4, '“b” again, after line 3'],
    ['front matter without an end', '---\nlabel: A\n\nText\n', 1, 'no second --- in the file'],
    ['an empty file', '', 1, 'an empty file'],
    ['a file of blank lines', '\uFEFF\n \r\n', 1, 'an empty file'],
    ['a file that says nothing', '---\nmerge: []\n---\n<!-- later -->\n', 1, 'none of them'],
  ])('refuses %s at its line', (_, source, line, got) => {
    expect(problemsOf(source)).toMatchObject([
      { path: PATH, line, got: expect.stringMatching(/./) },
    ]);
    expect(problemsOf(source)[0]?.got).toContain(got);
    expect(problemsOf(source)[0]?.advice).toMatch(/\S\.$|…$/);
  });

  it.each([
    'Graphs.md',
    'README.md',
    'graph networks.md',
    '-a.md',
    'a--b.md',
    'a/graphs.md',
    'a.txt',
  ])('refuses the name %s', (file) => {
    expect(problemsOf('On graphs.', file)).toMatchObject([{ line: 1, got: `“${file}”` }]);
  });

  it('leaves out characters that steer the text around them', () => {
    const source = '---\nlabel: "A\\u202Eb\\u0007c"\nterms: ["d\\u2066e"]\n---\n';
    expect(parseCuration('graphs.md', source, PATH)).toMatchObject({ label: 'Abc', terms: ['de'] });
  });

  it('finds all that is wrong at once', () => {
    const source = '---\nlabel: 3\nname: B\nmerge: c\n---\n';
    expect(
      problemsOf(source, 'README.md')
        .map(({ line }) => line)
        .toSorted(),
    ).toEqual([1, 2, 3, 4]);
  });

  it('ends in no other exception, whatever stands in the file', () => {
    const text = EVERYTHING.join('\n');
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(9), fc.string(), (at, length, other) => {
        problemsOf(text.slice(0, at) + other + text.slice(at + length));
      }),
    );
  });

  it('reads the example of the README', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const [, example] = /```md\n(---[^`]*)```/.exec(readme) ?? [];
    expect(parse(example ?? '')).toMatchObject({
      label: 'Theory of learning',
      merge: [{ slug: 'statistical-learning' }],
      include: [{ paper: '2401.12345' }],
      introduction: { text: 'How much must one see to know?' },
    });
  });
});
