import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/input-error.ts';
import { type Curatable, curateTopics } from '../../../src/core/topics/curate-topics.ts';
import { parseCuration } from '../../../src/core/topics/parse-curation.ts';

const TOPICS = ['alpha', 'beta', 'gamma', 'delta'];
/** Three papers a topic: `paper-0` to `paper-2` in alpha, and so on; arXiv ids of the first four. */
const PAPERS = Array.from({ length: 12 }, (_, index) => ({
  id: `paper-${index}`,
  arxivId: index < 4 ? `2401.0000${index}` : null,
}));
/** A paper is the nearer to a topic the fewer steps it is from its own. */
const similarity = (paper: number, topic: number) => -Math.abs(Math.floor(paper / 3) - topic + 0.1);

type Files = Readonly<Record<string, string>>;

function input(files: Files, change: Partial<Curatable> = {}): Curatable {
  return {
    topics: TOPICS.map((slug) => ({ slug, label: `The ${slug}` })),
    topicOf: Uint32Array.from(PAPERS, (_, paper) => Math.floor(paper / 3)),
    papers: PAPERS,
    retired: [],
    retiredPapers: [],
    similarity,
    curations: Object.entries(files).map(([slug, text]) =>
      parseCuration(`${slug}.md`, text, `${slug}.md`),
    ),
    ...change,
  };
}

/** Front matter of these lines; the first is line 2. */
const matter = (...lines: string[]) => ['---', ...lines, '---', ''].join('\n');
const curate = (files: Files, change?: Partial<Curatable>) => curateTopics(input(files, change));
const topicsAfter = (files: Files) => [...curate(files).topicOf].join('');

function problemsOf(files: Files, change?: Partial<Curatable>) {
  try {
    curate(files, change);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('curateTopics(input)', () => {
  it('leaves the partition as it is where the operator says nothing', () => {
    const before = input({});
    const { topicOf, successorOf, words } = curateTopics(before);
    expect(topicOf).toEqual(before.topicOf);
    expect(topicOf).not.toBe(before.topicOf);
    expect([successorOf.size, words.size]).toEqual([0, 0]);
  });

  it('refuses the label of another topic, unless that is merged away', () => {
    const taken = { alpha: matter('label: the BETA') };
    expect(problemsOf(taken)).toMatchObject([
      {
        path: 'alpha.md',
        line: 2,
        expected: 'a label that no other topic has',
        got: '“the BETA”, the label of beta',
      },
    ]);
    expect(problemsOf({ alpha: matter('label: X'), beta: matter('label: x') })).toHaveLength(2);
    expect(problemsOf({ ...taken, beta: matter('label: X') })).toEqual([]);
    expect(problemsOf({ ...taken, gamma: matter('merge: [beta]') })).toEqual([]);
    expect(problemsOf({ alpha: matter('label: The alpha') })).toEqual([]);
  });

  it('takes an id that a paper had for the paper that it is now', () => {
    const retiredPapers = [{ id: 'paper-old', successor: 'paper-3' }];
    const files = { gamma: matter('include: [paper-old]') };
    expect([...curate(files, { retiredPapers }).topicOf].join('')).toBe('000211222333');
    const twice = { gamma: matter('include: [paper-3, paper-old]') };
    expect(problemsOf(twice, { retiredPapers })).toMatchObject([
      { got: '“paper-old”, which gamma.md:2 names too' },
    ]);
    expect(problemsOf(files)).toMatchObject([{ got: '“paper-old”' }]);
  });

  it('hands on label, terms and introduction', () => {
    const { words } = curate({ beta: `${matter('label: Beta', 'terms: [b, c]')}On *beta*.\n` });
    expect([...words]).toEqual([
      [
        'beta',
        {
          label: 'Beta',
          terms: ['b', 'c'],
          introduction: { html: '<p>On <em>beta</em>.</p>', text: 'On beta.' },
        },
      ],
    ]);
  });

  it('moves the papers of a merged topic, along chains too', () => {
    const { topicOf, successorOf } = curate({
      alpha: matter('merge: [beta]'),
      beta: matter('merge: [gamma]'),
    });
    expect([...topicOf].join('')).toBe('000000000333');
    expect(Object.fromEntries(successorOf)).toEqual({ beta: 'alpha', gamma: 'alpha' });
  });

  it('moves an included paper, named by id or arXiv id, and takes one that is there already', () => {
    const include = 'include: [paper-0, 2401.00001, "arXiv:2401.00003v2", paper-9]';
    expect(topicsAfter({ delta: matter(include) })).toBe('330311222333');
  });

  it('moves an excluded paper to the nearest topic that stays and does not exclude it', () => {
    expect(topicsAfter({ beta: matter('exclude: [paper-4]') })).toBe('000121222333');
    expect(
      topicsAfter({ beta: matter('exclude: [paper-4]'), gamma: matter('exclude: [paper-4]') }),
    ).toBe('000101222333');
    expect(
      topicsAfter({ beta: matter('exclude: [paper-4]'), delta: matter('merge: [gamma]') }),
    ).toBe('000101333333');
  });

  it('excludes a paper from a topic that it came into by a merge', () => {
    expect(topicsAfter({ alpha: matter('merge: [beta]', 'exclude: [paper-4]') })).toBe(
      '000020222333',
    );
  });

  it('includes before it excludes', () => {
    expect(
      topicsAfter({ beta: matter('exclude: [paper-4]'), delta: matter('include: [paper-4]') }),
    ).toBe('000131222333');
  });

  it('excludes a paper without terms, which is near to nothing', () => {
    const { topicOf } = curate({ alpha: matter('exclude: [paper-1]') }, { similarity: () => NaN });
    expect(topicOf[1]).toBe(1);
  });

  it('takes the merge of a topic that has gone into this one in an earlier build', () => {
    const retired = [
      { slug: 'older', successor: 'old' },
      { slug: 'old', successor: 'alpha' },
    ];
    expect(curate({ alpha: matter('merge: [old, older]') }, { retired }).successorOf.size).toBe(0);
  });

  it('never loses a paper nor leaves one in a merged topic', () => {
    const slug = fc.constantFrom(...TOPICS);
    const paper = fc.constantFrom(...PAPERS.map(({ id }) => id));
    const file = fc.record({
      merge: fc.uniqueArray(slug, { maxLength: 2 }),
      include: fc.uniqueArray(paper, { maxLength: 3 }),
      exclude: fc.uniqueArray(paper, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.dictionary(slug, file, { noNullPrototype: true }), (files) => {
        const texts = Object.entries(files).map(([name, value]): [string, string] => [
          name,
          `${matter(...Object.entries(value).map(([key, list]) => `${key}: [${list.join()}]`))}Text`,
        ]);
        let result;
        try {
          result = curate(Object.fromEntries(texts));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          return;
        }
        expect(result.topicOf).toHaveLength(PAPERS.length);
        const inUse = new Set([...result.topicOf].map((topic) => TOPICS[topic]!));
        expect(inUse.size + result.successorOf.size).toBe(TOPICS.length);
        for (const merged of result.successorOf.keys()) expect(inUse).not.toContain(merged);
        for (const other of result.successorOf.values()) expect(inUse).toContain(other);
      }),
    );
  });
});

describe('curateTopics(input) of wrong input', () => {
  it.each<[string, Files, string, string, string]>([
    ['a file for no topic', { alpa: 'Text' }, 'alpa.md:1', '“alpa”', 'rename the file to alpha.md'],
    ['a merge of no topic', { beta: matter('merge: [gama]') }, 'beta.md:2', '“gama”', 'gamma'],
    [
      'no paper',
      { beta: matter('include:', '  - paper-1', '  - papr-10') },
      'beta.md:4',
      '“papr-10”',
      'paper-10',
    ],
    [
      'no arXiv id',
      { beta: matter('exclude: [2401.00030]') },
      'beta.md:2',
      '“2401.00030”',
      '2401.00000',
    ],
    [
      'a merge with itself',
      { beta: matter('merge: [beta]') },
      'beta.md:2',
      'this topic itself',
      '',
    ],
    [
      'a topic that two merge',
      { alpha: matter('merge: [gamma]'), beta: matter('label: B', 'merge: [gamma]') },
      'beta.md:3',
      '“gamma”, which alpha.md:2 merges too',
      '',
    ],
    [
      'a circle',
      {
        alpha: matter('merge: [beta]'),
        beta: matter('merge: [gamma]'),
        gamma: matter('merge: [alpha]'),
      },
      'alpha.md:2',
      'a circle: ',
      '',
    ],
    [
      'a paper that two include',
      { alpha: matter('include: [paper-4]'), beta: matter('include: [paper-4]') },
      'beta.md:2',
      '“paper-4”, which alpha.md:2 names too',
      '',
    ],
    [
      'a paper included and excluded',
      { alpha: matter('include: [paper-1]', 'exclude: [2401.00001]') },
      'alpha.md:3',
      '“2401.00001”, which alpha.md:2 names too',
      '',
    ],
    [
      'a paper excluded from where it is not',
      { alpha: matter('exclude: [paper-4]') },
      'alpha.md:2',
      '“paper-4”, which stands in beta',
      '',
    ],
    [
      'words for a merged topic',
      { alpha: matter('merge: [beta]'), beta: matter('merge: [gamma]', 'label: B') },
      'beta.md:3',
      'label',
      'alpha.md',
    ],
    [
      'a move into a merged topic',
      { alpha: matter('merge: [beta]'), beta: matter('include: [paper-9]') },
      'beta.md:2',
      'include',
      'alpha.md',
    ],
    [
      'a topic that loses all papers by exclude',
      { beta: matter('exclude: [paper-3, paper-4, paper-5]') },
      'beta.md:2',
      'moves of all its 3 papers',
      'merge: [beta]',
    ],
    [
      'a topic that loses all papers to others',
      { alpha: matter('include: [paper-3]'), gamma: matter('include: [paper-4, paper-5]') },
      'alpha.md:2',
      'moves of all its 3 papers',
      '',
    ],
    [
      'a paper that no topic is left for',
      { alpha: matter('merge: [beta, gamma, delta]', 'exclude: [paper-4]') },
      'alpha.md:3',
      '“paper-4”, which no topic is left for',
      '',
    ],
  ])('refuses %s', (_, files, place, got, advice) => {
    const problems = problemsOf(files);
    expect(problems.map(({ path, line }) => `${path}:${line}`)).toEqual([place]);
    expect(problems[0]?.got).toContain(got);
    expect(problems[0]?.advice).toContain(advice);
  });

  it('says where a retired topic went', () => {
    const retired = [{ slug: 'aleph', successor: 'gamma' }];
    const advice = 'Its papers went to gamma: ';
    expect(
      problemsOf({ aleph: 'Text', beta: matter('merge: [aleph]') }, { retired }),
    ).toMatchObject([
      { path: 'aleph.md', advice: `${advice}rename the file to gamma.md, or remove it.` },
      { path: 'beta.md', advice: `${advice}write gamma, or remove it.` },
    ]);
  });

  it('refuses an arXiv id of two papers', () => {
    const papers = PAPERS.map(({ id }) => ({ id, arxivId: id < 'paper-2' ? '2401.1' : null }));
    expect(problemsOf({ beta: matter('include: ["2401.1"]') }, { papers })).toMatchObject([
      { got: '“2401.1”, the arXiv id of paper-0 and paper-1 and paper-10 and paper-11' },
    ]);
  });

  it('finds what is wrong in all files at once', () => {
    const files = {
      alpa: matter('include: [nothing]', 'merge: [zeta]'),
      beta: matter('merge: [beta, eta]', 'exclude: [none]'),
    };
    expect(
      problemsOf(files)
        .map(({ path, line }) => `${path}:${line}`)
        .toSorted(),
    ).toEqual(['alpa.md:1', 'alpa.md:2', 'alpa.md:3', 'beta.md:2', 'beta.md:2', 'beta.md:3']);
  });
});
