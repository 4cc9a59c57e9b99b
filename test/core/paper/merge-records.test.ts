import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DigestRecord, unknownFields } from '../../../src/core/digest/digest.ts';
import { assertNothingLost, mergeRecords } from '../../../src/core/paper/merge-records.ts';
import { parseText, seedNames, seedText } from '../digest/seeds.ts';

function record(known: Partial<DigestRecord>): DigestRecord {
  return {
    ...unknownFields,
    title: 'A Paper',
    line: 1,
    endLine: 2,
    ...known,
  };
}

const papersOf = (files: Parameters<typeof mergeRecords>[0]) => mergeRecords(files).papers;

describe('mergeRecords(files) on the seeds', () => {
  const files = seedNames.map((path) => ({ path, ...parseText(seedText(path), path) }));
  const { papers } = mergeRecords(files);

  it('makes 457 papers of 462 records and keeps every record as a source', () => {
    expect(papers).toHaveLength(457);
    expect(papers.flatMap(({ sources }) => sources)).toHaveLength(462);
    expect(new Set(papers.map(({ id }) => id)).size).toBe(457);
  });

  it('keeps sources whose lines hold an abstract of the paper again', () => {
    for (const { abstract, title, sources } of papers) {
      for (const { digest, line, endLine } of sources) {
        const lines = seedText(digest)
          .split('\n')
          .slice(line - 1, endLine);
        expect(lines[0]?.endsWith(title)).toBe(true);
        expect(lines).toContain(abstract);
      }
    }
  });

  it('fills in what only the spaced file knows', () => {
    const paper = papers.find(({ title }) => title.startsWith('Sequential Training of Neural'));
    expect(paper).toMatchObject({
      authorCount: 2,
      published: '2019-09-26',
      sources: [
        { digest: seedNames[0], line: 171, endLine: 172 },
        { digest: seedNames[2], line: 213, endLine: 219 },
      ],
    });
  });
});

describe('mergeRecords(files)', () => {
  it('lets the record that knows more win field by field, and fills its gaps from the others', () => {
    const [paper, ...others] = papersOf([
      {
        path: 'a.txt',
        records: [record({ title: 'A PAPER!', abstract: 'Poor.', comments: 9, doi: '10.1/a' })],
      },
      {
        path: 'b.txt',
        records: [
          record({
            abstract: 'Rich.',
            authorCount: 3,
            published: '2025-01-02',
            comments: 4,
            line: 7,
            endLine: 9,
          }),
        ],
      },
    ]);
    expect(others).toEqual([]);
    expect(paper).toEqual({
      ...record({ abstract: 'Rich.', authorCount: 3, published: '2025-01-02', comments: 9 }),
      id: paper?.id,
      doi: '10.1/a',
      line: undefined,
      endLine: undefined,
      pointer: undefined,
      sources: [
        { digest: 'a.txt', line: 1, endLine: 2, pointer: null },
        { digest: 'b.txt', line: 7, endLine: 9, pointer: null },
      ],
    });
  });

  it('takes the longer abstract of two records that know as many fields', () => {
    const records = [record({ abstract: 'Short.' }), record({ abstract: 'Longer.', line: 5 })];
    expect(papersOf([{ path: 'a.txt', records }])[0]?.abstract).toBe('Longer.');
  });

  it('takes the first of two records that are equally rich', () => {
    const files = [
      { path: 'b.txt', records: [record({ venue: 'B' })] },
      { path: 'a.txt', records: [record({ venue: 'A' })] },
    ];
    expect(papersOf(files)[0]?.venue).toBe('A');
  });

  it('does not take a zero or an empty list for unknown', () => {
    const records = [record({ comments: 0, authors: [], upvotes: 0 }), record({ abstract: 'A.' })];
    expect(papersOf([{ path: 'a.txt', records }])[0]).toMatchObject({
      comments: 0,
      authors: [],
      abstract: 'A.',
    });
  });

  it('leaves unknown what no record knows', () => {
    const [paper] = papersOf([{ path: 'a', records: [record({}), record({ line: 3 })] }]);
    expect(paper).toMatchObject({ abstract: null, authors: null, published: null, doi: null });
  });

  it('keeps titles without a letter apart', () => {
    const records = [record({ title: '???' }), record({ title: '!!!' }), record({ title: '???' })];
    const sources = papersOf([{ path: 'a', records }]).map((paper) => paper.sources.length);
    expect(sources).toEqual([2, 1]);
  });

  it('gives the papers of a collection in the order of their first sources', () => {
    const files = ['c', 'a', 'b'].map((path) => ({
      path,
      records: [record({ title: `Paper ${path}` }), record({ title: 'Shared', line: 3 })],
    }));
    const titles = papersOf(files).map(({ title }) => title);
    expect(titles).toEqual(['Paper a', 'Shared', 'Paper b', 'Paper c']);
  });

  const known = fc.record({
    title: fc.constantFrom('A Paper', 'a paper!', 'B-Paper', 'B Paper', 'Ç Paper', '???'),
    abstract: fc.option(fc.constantFrom('One.', 'Two.', 'Three words here.')),
    authors: fc.option(
      fc.subarray(['Ada Long', 'Bo Short', 'Cy Wide', 'The Group'], { minLength: 1 }),
    ),
    authorCount: fc.option(fc.nat(3)),
    published: fc.option(fc.constantFrom('2024', '2024-01-01', '2025-01-01')),
    comments: fc.option(fc.nat(3)),
    arxivId: fc.option(fc.constantFrom('2401.00001', '2401.00002', '2401.00003v2')),
    doi: fc.option(fc.constantFrom('10.1/a', '10.1/b', '10.48550/arXiv.2401.00001')),
  });
  const collection = fc.array(fc.array(known, { maxLength: 5 }), { maxLength: 5 }).map((files) =>
    files.map((records, file) => ({
      path: `${file}.txt`,
      records: records.map((fields, at) => record({ ...fields, line: at + 1, endLine: at + 1 })),
    })),
  );

  it('does not depend on the order of the files, and has a source for every record', () => {
    const shuffled = collection.chain((files) =>
      fc.tuple(
        fc.constant(files),
        fc.shuffledSubarray(files, { minLength: files.length, maxLength: files.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([files, reordered]) => {
        const { papers } = mergeRecords(files);
        expect(mergeRecords(reordered)).toEqual(mergeRecords(files));
        const records = files.flatMap((file) => file.records);
        expect(papers.flatMap(({ sources }) => sources)).toHaveLength(records.length);
      }),
    );
  });

  it('takes every field from a record of the paper, and none for unknown that one knows', () => {
    fc.assert(
      fc.property(collection, (files) => {
        for (const paper of papersOf(files)) {
          const own = files.flatMap(({ path, records }) =>
            records.filter(({ line }) =>
              paper.sources.some((source) => source.digest === path && source.line === line),
            ),
          );
          for (const key of ['abstract', 'authorCount', 'published', 'comments'] as const) {
            const values = own.map((one) => one[key]).filter((value) => value !== null);
            if (values.length === 0) expect(paper[key]).toBeNull();
            else expect(values).toContain(paper[key]);
          }
        }
      }),
    );
  });
});

describe('mergeRecords(files) by ids', () => {
  /** Titles of the sources' records of each paper, by line: each record has a line of its own. */
  const groupsOf = (records: readonly Partial<DigestRecord>[]) =>
    papersOf([
      { path: 'a', records: records.map((one, line) => record({ ...one, line: line + 1 })) },
    ]).map(({ sources }) => sources.map(({ line }) => line));

  it('makes one paper of equal DOIs or arXiv ids, whatever the titles, versions and spellings', () => {
    expect(
      groupsOf([
        { title: 'One', doi: '10.1/A' },
        { title: 'Two', doi: '10.1/a', arxivId: '2401.00001' },
        { title: 'Three', arxivId: 'arXiv:2401.00001v3' },
        { title: 'Four', doi: '10.48550/arXiv.2401.00001' },
        { title: 'three!' },
      ]),
    ).toEqual([[1, 2, 3, 4, 5]]);
  });

  it('keeps papers of one title apart that have two arXiv ids, two DOIs, or no common author', () => {
    expect(groupsOf([{ arxivId: '2401.00001' }, { arxivId: '2401.00002' }])).toEqual([[1], [2]]);
    expect(groupsOf([{ doi: '10.1/a' }, { doi: '10.1/b' }])).toEqual([[1], [2]]);
    expect(groupsOf([{ authors: ['Ada Long'] }, { authors: ['Bo Short'] }])).toEqual([[1], [2]]);
  });

  it('joins papers of one title of which one has arXiv’s own DOI, or writes authors otherwise', () => {
    expect(groupsOf([{ doi: '10.1/a' }, { doi: '10.48550/arxiv.2401.00001' }])).toEqual([[1, 2]]);
    expect(groupsOf([{ authors: ['Ada B. Long'] }, { authors: ['Long, A.', 'Bo Short'] }])).toEqual(
      [[1, 2]],
    );
    expect(groupsOf([{ authors: ['DeepThought'] }, { authors: ['Ada Long'] }])).toEqual([[1, 2]]);
  });

  it('gives a record that fits two papers to that of its abstract, its authors, else of the least id', () => {
    const [first, second] = [{ arxivId: '2401.00001' }, { arxivId: '2401.00002' }];
    expect(groupsOf([second, {}, first])).toEqual([[1], [2, 3]]);
    expect(
      groupsOf([
        { ...second, authors: ['Ada Long'] },
        { ...first, abstract: 'A.' },
        { authors: ['Ada Long'] },
      ]),
    ).toEqual([[1, 3], [2]]);
    expect(groupsOf([{ ...second, abstract: 'One!' }, first, { abstract: 'one' }])).toEqual([
      [1, 3],
      [2],
    ]);
  });

  it('reads the arXiv id from arXiv’s DOI, and prefers a publisher’s DOI', () => {
    const records = [
      record({ doi: '10.48550/arxiv.2401.00001', abstract: 'A.', venue: 'V' }),
      record({ arxivId: '2401.00001', doi: '10.1/a' }),
    ];
    expect(papersOf([{ path: 'a', records }])[0]).toMatchObject({
      arxivId: '2401.00001',
      doi: '10.1/a',
    });
  });

  it('takes of each field the best: the most, the latest, the longest, the whole', () => {
    const records = [
      record({
        abstract: 'It begins …',
        authors: ['Ada Long', 'Bo Short'],
        published: '2024',
        listed: '2024-03-02',
        arxivId: '2401.00001',
        arxivVersion: 1,
        upvotes: 3,
        categories: ['cs.CL'],
        venue: 'V',
      }),
      record({
        abstract: 'It begins and ends.',
        authors: ['Ada Long', 'Bo Short', 'Cy Wide'],
        published: '2024-01-02',
        listed: '2024-03-01',
        arxivId: '2401.00001v2',
        arxivVersion: 2,
        upvotes: 8,
        categories: ['cs.CL', 'cs.LG'],
      }),
    ];
    const { papers, disagreements } = mergeRecords([{ path: 'a', records }]);
    expect(papers[0]).toMatchObject({
      abstract: 'It begins and ends.',
      authors: ['Ada Long', 'Bo Short', 'Cy Wide'],
      published: '2024-01-02',
      listed: '2024-03-01',
      arxivId: '2401.00001',
      arxivVersion: 2,
      upvotes: 8,
      categories: ['cs.CL', 'cs.LG'],
    });
    expect(disagreements).toEqual([]);
  });

  it.each([
    [['2015', '2015-03-02', '2015-03'], '2015-03-02'],
    [['2015-03', '2014-12-24', '2015-03-02'], '2015-03-02'],
    [['2015', '2014-12-24'], '2015'],
  ])('makes of the dates %j the first, as precise as those tell that agree: %s', (dates, date) => {
    const records = dates.map((published, at) =>
      record({ arxivId: '2401.00001', published, ...(at === 0 && { venue: 'A Journal' }) }),
    );
    expect(papersOf([{ path: 'a', records }])[0]?.published).toBe(date);
  });

  it('takes code and project from the abstract and the note where no field has them', () => {
    const abstract = 'We do. Code is at https://github.com/a/b. Project page: https://b.example/.';
    const [found] = papersOf([{ path: 'a', records: [record({ abstract })] }]);
    expect(found).toMatchObject({ code: 'https://github.com/a/b', project: 'https://b.example/' });
    const [own] = papersOf([
      { path: 'a', records: [record({ abstract, code: 'https://github.com/own/code' })] },
    ]);
    expect(own?.code).toBe('https://github.com/own/code');
  });

  it('sees two days disagree that a year alone agrees with, and no disagreement of a date with its year', () => {
    const disagreeing = (...dates: string[]) =>
      mergeRecords([
        {
          path: 'a',
          records: dates.map((published) => record({ arxivId: '2401.00001', published })),
        },
      ]).disagreements.map(({ field, values }) => [field, values.map(({ value }) => value)]);
    expect(disagreeing('2015', '2015-03-02', '2015-04-01')).toEqual([
      ['published', ['2015-03-02', '2015-04-01']],
    ]);
    expect(disagreeing('2015', '2015-03-02')).toEqual([]);
  });

  it('says where records of one paper disagree', () => {
    const arxivId = '2401.00001';
    const records = [
      record({ arxivId, title: 'One', published: '2024-01-02', abstract: 'A *b*.' }),
      record({ arxivId, title: 'Two', published: '2024-01-03', abstract: 'a b', line: 5 }),
      record({ arxivId, title: 'one!', published: '2024-01', doi: '10.1/a', line: 9 }),
    ];
    const found = mergeRecords([{ path: 'a', records }]).disagreements;
    expect(found.map(({ field, values }) => [field, values.map(({ value }) => value)])).toEqual([
      ['title', ['One', 'Two']],
      ['published', ['2024-01-02', '2024-01-03']],
    ]);
    expect(found[0]?.values[1]).toMatchObject({ digest: 'a', line: 5 });
  });
});

describe('assertNothingLost(files, papers)', () => {
  const files = [{ path: 'a', records: [record({}), record({})] }];
  const source = { digest: 'a', line: 1, endLine: 1, pointer: null };

  it('throws where a record is in no paper, in two, or a paper in no file', () => {
    const check = (...papers: (typeof source)[][]) => {
      assertNothingLost(
        files,
        papers.map((sources) => ({ sources })),
      );
    };
    check([source, source]);
    check([source], [source]);
    expect(() => check([source])).toThrow('of 2 records 1');
    expect(() => check([source, source], [source])).toThrow('of 2 records 3');
    expect(() => check([source, source], [])).toThrow('no record');
    expect(() => check([source, source, { ...source, digest: 'b' }])).toThrow('no digest');
  });
});
