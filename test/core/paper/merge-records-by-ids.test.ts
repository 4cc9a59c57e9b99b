import { describe, expect, it } from 'vitest';
import type { DigestRecord } from '../../../src/core/digest/digest.ts';
import { mergeRecords } from '../../../src/core/paper/merge-records.ts';
import { papersOf, record } from './records.ts';

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
