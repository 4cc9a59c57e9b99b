import { describe, expect, it } from 'vitest';
import { InputError, type LocatedProblem } from '../../src/core/input-error.ts';
import { parseSettings } from '../../src/core/settings.ts';

function problemsOf(yaml: string): readonly LocatedProblem[] {
  try {
    parseSettings(yaml, 'content/site.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems;
  }
}

describe('parseSettings(yaml, path)', () => {
  it('has a default for everything but the title', () => {
    expect(parseSettings('title: Papers\n', 'site.yaml')).toEqual({
      title: 'Papers',
      description: '',
      url: null,
      language: 'en',
      offline: true,
      topics: 'auto',
      links: [],
    });
  });

  it('takes every key', () => {
    const yaml = [
      'title: " Papers "',
      'description: |',
      '  Bound *weekly*.',
      'url: https://example.org/papers/',
      'language: pt-BR',
      'topics: 12',
      'offline: false',
      'links:',
      '  - label: Mail',
      '    href: mailto:papers@example.org',
      '  - { label: Home, href: http://example.org/?a=b#c }',
    ].join('\r\n');
    expect(parseSettings(yaml, 'site.yaml')).toEqual({
      title: 'Papers',
      description: 'Bound *weekly*.',
      url: 'https://example.org/papers',
      language: 'pt-BR',
      topics: 12,
      offline: false,
      links: [
        { label: 'Mail', href: 'mailto:papers@example.org' },
        { label: 'Home', href: 'http://example.org/?a=b#c' },
      ],
    });
  });

  it.each([
    ['https://example.org', 'https://example.org'],
    ['https://example.org/', 'https://example.org'],
    ['https://example.org/a/b//', 'https://example.org/a/b'],
    ['http://localhost:4321', 'http://localhost:4321'],
    ['null', null],
  ])('keeps of the url %s no slash at its end', (written, url) => {
    expect(parseSettings(`title: A\nurl: ${written}\n`, 'site.yaml').url).toBe(url);
  });

  it('takes any number of topics from 1 to 1000, and auto', () => {
    const topics = (value: string) => parseSettings(`title: A\ntopics: ${value}`, 'a').topics;
    expect(['auto', '1', '1000'].map(topics)).toEqual(['auto', 1, 1000]);
  });

  it.each([
    ['no title', 'description: A\n', 1, 'title'],
    ['a blank title', 'topics: 3\ntitle: "  "\n', 2, 'title'],
    ['a title without a value', 'topics: 3\ntitle:\n', 2, 'title'],
    ['a number for a title', 'topics: 3\ntitle: 2026\n', 2, 'title'],
    ['a list for a description', 'title: A\ndescription:\n  - B\n', 3, 'description'],
    ['a url with a query', 'title: A\nurl: https://a.org/?b=c\n', 2, 'url'],
    ['a url with an empty query', 'title: A\nurl: https://a.org/?\n', 2, 'url'],
    ['a url with a fragment', 'title: A\nurl: https://a.org/#b\n', 2, 'url'],
    ['a url without a scheme', 'title: A\nurl: example.org\n', 2, 'url'],
    ['a url of another scheme', 'title: A\nurl: ftp://example.org\n', 2, 'url'],
    ['a number for a url', 'title: A\nurl: 3\n', 2, 'url'],
    ['a language with an underscore', 'title: A\n\nlanguage: en_US\n', 3, 'language'],
    ['a list of languages', 'title: A\nlanguage: [en, de]\n', 2, 'language'],
    ['a word for no', 'title: A\noffline: sometimes\n', 2, 'offline'],
    ['no topics', 'title: A\ntopics: 0\n', 2, 'topics'],
    ['fewer topics than none', 'title: A\ntopics: -1\n', 2, 'topics'],
    ['one and a half topics', 'title: A\ntopics: 1.5\n', 2, 'topics'],
    ['too many topics', 'title: A\ntopics: 1001\n', 2, 'topics'],
    ['a word for topics', 'title: A\ntopics: many\n', 2, 'topics'],
    ['a number of topics in quotes', 'title: A\ntopics: "3"\n', 2, 'topics'],
    ['a map for links', 'title: A\nlinks:\n  label: B\n', 3, 'links'],
    [
      'a text for a link',
      'title: A\nlinks:\n  - label: B\n    href: https://c.org\n  - D\n',
      5,
      'item 2 of links',
    ],
    ['a link without a target', 'title: A\nlinks:\n  - label: B\n', 3, 'href of item 1 of links'],
    [
      'a link without a label',
      'title: A\nlinks:\n  - href: https://c.org\n',
      3,
      'label of item 1 of links',
    ],
    [
      'a link to a script',
      'title: A\nlinks:\n  - label: B\n    href: "javascript:alert(1)"\n',
      4,
      'href of item 1 of links',
    ],
    [
      'a link to a path',
      'title: A\nlinks:\n  - label: B\n    href: /about\n',
      4,
      'href of item 1 of links',
    ],
  ])('refuses %s at its line', (_, yaml, line, key) => {
    const problems = problemsOf(yaml);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path: 'content/site.yaml', line });
    expect(problems[0]?.expected).toContain(`${key} to be `);
  });

  it.each([
    ['of the file', 'title: A\n\ntopic: 3\n', 3, '“topic”'],
    ['that JavaScript gives a meaning', 'title: A\n__proto__: 3\n', 2, '“__proto__”'],
    [
      'in a link',
      'title: A\nlinks:\n  - label: B\n    href: https://c.org\n    rel: me\n',
      5,
      '“rel”',
    ],
  ])('refuses an unknown key %s at its line', (_, yaml, line, got) => {
    expect(problemsOf(yaml)).toMatchObject([{ line, got }]);
  });

  it('finds all that is wrong at once', () => {
    const yaml = [
      'description: [A]',
      'url: example.org',
      'language: en_US',
      'topics: many',
      'colour: red',
      'links:',
      '  - label: ""',
      '    href: nowhere',
      '    rel: me',
    ].join('\n');
    const lines = problemsOf(yaml).map(({ line }) => line);
    expect(lines.toSorted()).toEqual([1, 1, 2, 3, 4, 5, 7, 8, 9]);
  });

  it('names the missing title of an empty file and of one with comments alone', () => {
    for (const yaml of ['', '\n', '# title: A\n']) {
      expect(problemsOf(yaml)).toMatchObject([{ line: 1, advice: 'Add title: …' }]);
    }
  });
});

describe('parseSettings(yaml, path) in words', () => {
  it.each([0, -1, 1.5, 1001])('says what topics may be instead of %d', (topics) => {
    expect(problemsOf(`title: A\ntopics: ${topics}\n`)).toMatchObject([
      { line: 2, expected: 'topics to be auto or a whole number from 1 to 1000' },
    ]);
  });

  it.each(['https:example.org', 'https:\\\\x.org', 'https://x.org/a b', 'ftp://x.org'])(
    'refuses the address %s',
    (url) => {
      expect(problemsOf(`title: A\nurl: '${url}'\n`)).toMatchObject([{ line: 2 }]);
    },
  );

  it('names the keys of a link', () => {
    expect(problemsOf('title: A\nlinks:\n  - label: B\n    link: C\n')).toContainEqual(
      expect.objectContaining({ line: 4, expected: 'one of the keys label, href' }),
    );
  });
});
