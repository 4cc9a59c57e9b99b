import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/input-error.ts';
import { formatLock } from '../../../src/core/topics/format-lock.ts';
import { assertSameCollection, parseLock } from '../../../src/core/topics/parse-lock.ts';
import type { TopicsLock } from '../../../src/core/topics/topics-lock.ts';
import { arbitraryLock, lockOf } from './locks.ts';

const PATH = 'content/topics.lock.json';
const LOCK: TopicsLock = {
  asked: 2,
  areas: [{ slug: 'learning', label: 'Learning' }],
  topics: [
    {
      slug: 'graphs',
      label: 'Graphs',
      area: 'learning',
      stability: 0.87654,
      mark: 12,
      terms: [
        { term: 'graph', weight: 0.123456 },
        { term: '2026', weight: 1 },
      ],
    },
    { slug: 'chains', label: 'Chains', area: null, stability: null, terms: [] },
  ],
  parts: [{ slug: 'graphs/atoms', label: 'Atoms' }],
  retired: [
    { kind: 'topic', slug: 'old', label: 'Old', successor: 'graphs' },
    { kind: 'part', slug: 'old/bonds', label: 'Bonds', successor: 'graphs/atoms' },
  ],
  builds: ['2026-03-25'],
  papers: new Map([
    ['b-89abcdef', { topic: 'chains', position: [1, 0.00004] }],
    ['a-01234567', { topic: 'graphs', position: [0.33333, 2 / 3], part: 'graphs/atoms' }],
  ]),
  authors: ['ada-lovelace'],
  organizations: [],
  digests: [{ slug: 'mine', label: 'Mine' }],
};
const TEXT = `{
"version": 1,
"about": "Written by sheaf build, so that topics keep their papers and addresses. Commit it. To start anew: sheaf build --refit",
"asked": 2,
"areas": [
{"slug":"learning","label":"Learning"}
],
"topics": [
{"slug":"graphs","label":"Graphs","area":"learning","stability":0.8765,"mark":12,"terms":[["graph",0.1235],["2026",1]]},
{"slug":"chains","label":"Chains","area":null,"stability":null,"terms":[]}
],
"parts": [
{"slug":"graphs/atoms","label":"Atoms"}
],
"retired": [
{"kind":"topic","slug":"old","label":"Old","successor":"graphs"},
{"kind":"part","slug":"old/bonds","label":"Bonds","successor":"graphs/atoms"}
],
"builds": [
"2026-03-25"
],
"papers": {
"a-01234567": ["graphs",0.3333,0.6667,null,null,"graphs/atoms"],
"b-89abcdef": ["chains",1,0]
},
"authors": [
"ada-lovelace"
],
"organizations": [],
"digests": [
{"slug":"mine","label":"Mine"}
]
}
`;

/** What is wrong with a lock; any other exception passes. */
function problemsOf(text: string) {
  try {
    parseLock(PATH, text);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('formatLock(lock)', () => {
  it('writes a line for each area, topic and paper, the papers by id', () => {
    expect(formatLock(LOCK)).toBe(TEXT);
  });

  it('writes the same bytes whatever the order of the papers', () => {
    const papers = new Map([...LOCK.papers].toReversed());
    expect(formatLock({ ...LOCK, papers })).toBe(TEXT);
  });

  it.each<[string, Partial<TopicsLock>]>([
    [
      'a number that is none',
      { papers: new Map([['a', { topic: 'graphs', position: [0, NaN] }]]) },
    ],
    ['a place beyond the map', { papers: new Map([['a', { topic: 'graphs', position: [0, 2] }]]) }],
    ['a topic that is none', { papers: new Map([['a', { topic: 'none', position: [0, 0] }]]) }],
    ['a slug twice', { topics: [...LOCK.topics, LOCK.topics[0]!] }],
  ])('refuses %s', (_, change) => {
    expect(() => formatLock({ ...LOCK, ...change })).toThrow(RangeError);
  });

  it.each([
    [10_000, 60, 5e6],
    [100_000, 300, 20e6],
  ])('takes for %d papers in %d topics less than %d bytes', (papers, topics, most) => {
    expect(Buffer.byteLength(formatLock(lockOf(papers, topics)))).toBeLessThan(most);
  });
});

describe('parseLock(path, text)', () => {
  it('reads what was written, whatever it was', () => {
    fc.assert(
      fc.property(arbitraryLock, (lock) => {
        const text = formatLock(lock);
        expect(parseLock(PATH, text)).toEqual(lock);
        expect(formatLock(parseLock(PATH, text))).toBe(text);
      }),
    );
  });

  it('reads it in another layout, with a byte-order mark and Windows line ends too', () => {
    const lock = parseLock(PATH, TEXT);
    expect(parseLock(PATH, `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`)).toEqual(lock);
    expect(parseLock(PATH, JSON.stringify(JSON.parse(TEXT), null, 2))).toEqual(lock);
  });

  it('reads one of a build that knew neither parts, people nor days', () => {
    const old = TEXT.replace(/"parts": \[[^\]]*\],\n/, '')
      .replace(/"builds": \[[^\]]*\],\n/, '')
      .replace(/,\n"authors": [^]*\n\}/, '\n}')
      .replace(/,\n\{"kind":"part".*/, '')
      .replace(',null,null,"graphs/atoms"', '');
    expect(parseLock(PATH, old)).toMatchObject({
      ...{ parts: [], builds: [], authors: [], organizations: [], digests: [] },
      retired: [{ slug: 'old' }],
    });
  });

  it('refuses a lock that is cut off anywhere', () => {
    for (let length = 0; length < TEXT.length - 1; length++) {
      expect(problemsOf(TEXT.slice(0, length))).toHaveLength(1);
    }
  });

  it('ends in no other exception, whatever line is missing or twice', () => {
    const lines = TEXT.trimEnd().split('\n');
    for (const line of lines.keys()) {
      problemsOf(lines.toSpliced(line, 1).join('\n'));
      problemsOf(lines.toSpliced(line, 0, lines[line]!).join('\n'));
    }
  });

  it('ends in no other exception, whatever a part is changed into', () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(arbitraryLock, fc.nat(), value, (lock, where, other) => {
        const json = JSON.parse(formatLock(lock)) as object;
        const places = [...placesOf(json)];
        const [holder, key] = places[where % places.length]!;
        holder[key] = other;
        problemsOf(JSON.stringify(json, null, 1));
      }),
    );
  });

  it('ends in no other exception, whatever stands in the file', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(9), fc.string(), (at, length, text) => {
        problemsOf(TEXT.slice(0, at) + text + TEXT.slice(at + length));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => problemsOf(text).length > 0));
  });
});

/** Every value within another, as its holder and key. */
function* placesOf(value: unknown): Generator<[Record<string, unknown>, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield [value as Record<string, unknown>, key];
    yield* placesOf(inner);
  }
}

describe('parseLock(path, text) of a damaged lock', () => {
  const change = (from: string, to: string) => TEXT.replace(from, to);
  it.each([
    ['an empty file', ' \n', 1, 'an empty file'],
    ['a missing comma', change('"asked": 2,', '"asked": 2'), 5, '“"areas": [”'],
    ['another version', change('"version": 1', '"version": 2'), 2, 'version 2'],
    ['no version', change('"version": 1,\n', ''), 1, 'nothing'],
    ['no papers', TEXT.slice(0, TEXT.indexOf(',\n"papers"')) + '}', 1, 'nothing'],
    ['an unknown key', change('"asked": 2,', '"asked": 2,\n"seed": 1,'), 5, 'the key “seed”'],
    ['half a topic', change('"asked": 2', '"asked": 2.5'), 4, '“2.5”'],
    ['a list for papers', TEXT.replace(/\{\n"a-01[^}]*\}/, '[]'), 22, '“[]”'],
    ['a text for a place', change('0.3333', '"left"'), 23, '“"left"”'],
    ['a place beyond the map', change('0.3333', '1.5'), 23, '“1.5”'],
    ['a blank label', TEXT.replace(/("slug":"chains","label":)"[^"]*"/, '$1" "'), 10, '“" "”'],
    ['a paper without a place', change('"chains",1,0', '"chains"'), 24, '“["chains"]”'],
    ['a weight without a number', change('["2026",1]', '["2026"]'), 9, '“["2026"]”'],
    ['a paper in no topic', change('["chains",1', '["chain",1'), 24, '“chain”'],
    ['a paper twice', change('b-89abcdef', 'a-01234567'), 24, '“a-01234567” again'],
    ['an id with spaces', change('b-89abcdef', 'b 89'), 24, '“["chains",1,0]”'],
    ['a topic twice', change('"slug":"chains"', '"slug":"graphs"'), 10, '“graphs”'],
    ['a retired topic that is there', change('"slug":"old"', '"slug":"chains"'), 16, '“chains”'],
    ['a part twice', TEXT.replace(/(\{"slug":"graphs\/atoms".*)/, '$1,\n$1'), 14, '“graphs/atoms”'],
    ['a part of no topic', change('{"slug":"graphs/', '{"slug":"none/'), 13, '“none”'],
    ['a part without a topic', change('{"slug":"graphs/', '{"slug":"'), 13, '“"atoms"”'],
    ['a part that ended of no topic', change('"old/bonds"', '"none/bonds"'), 17, '“none”'],
    [
      'a paper in no part',
      change('null,"graphs/atoms"', 'null,"graphs/none"'),
      23,
      '“graphs/none”',
    ],
    ['no day', change('2026-03-25', '2026-02-30'), 20, '“"2026-02-30"”'],
    ['no such area', change('"area":null', '"area":"none"'), 10, '“none”'],
    ['no such successor', change('"successor":"graphs"', '"successor":"none"'), 16, '“none”'],
    ['a successor of another kind', change('"kind":"topic"', '"kind":"area"'), 16, '“graphs”'],
  ])('names the line of %s and says what to do', (_, text, line, got) => {
    const problems = problemsOf(text);
    expect(problems[0]).toMatchObject({ path: PATH, line, got });
    for (const { advice } of problems) {
      expect(advice).toContain('delete it or run sheaf build --refit to start anew.');
    }
  });

  it('says how to end a merge that is not done', () => {
    const sides = change(
      '"asked": 2,\n',
      '<<<<<<< HEAD\n"asked": 2,\n=======\n"asked": 3,\n>>>>>>> other\n',
    );
    const [problem] = problemsOf(sides.replaceAll('\n', '\r\n'));
    expect(problem).toMatchObject({
      line: 4,
      got: '“<<<<<<< HEAD”, a mark of a merge that is not done',
    });
    expect(problem?.advice).toContain('--ours');
  });

  it('knows no merge by a label', () => {
    const label = '=======\n<<<<<<< "version": 2';
    const topics = [{ ...LOCK.topics[0]!, label }, LOCK.topics[1]!];
    expect(parseLock(PATH, formatLock({ ...LOCK, topics })).topics[0]?.label).toBe(label);
  });
});

describe('assertSameCollection(path, lock, paperIds)', () => {
  const ids = (lock: TopicsLock) => [...lock.papers.keys()];
  const assertKeeps = (papers: number, kept: number) => {
    const lock = lockOf(papers, 2);
    assertSameCollection(PATH, lock, [...ids(lock).slice(0, kept), 'other-paper']);
  };

  it('takes a lock of which a fifth is left, and one too small to tell', () => {
    expect(() => {
      assertKeeps(100, 20);
      assertKeeps(19, 0);
    }).not.toThrow();
  });

  it.each([
    [100, 19],
    [20, 0],
  ])('refuses a lock of %d papers of which %d are left', (papers, kept) => {
    expect(() => {
      assertKeeps(papers, kept);
    }).toThrow(`${PATH}:1: expected the lock of this collection, got that of another`);
  });
});
