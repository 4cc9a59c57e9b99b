import { describe, expect, it } from 'vitest';
import { parseText, problemsOf } from './seeds.ts';

const paper = { id: '2501.00001', title: 'A Paper', upvotes: 3, authors: [], discussionId: 'a' };
const item = { paper, publishedAt: '2025-01-02T03:00:00.000Z', numComments: 2 };
const parse = (value: unknown) => parseText(JSON.stringify(value, null, 1));

describe('parseDigest(name, bytes, null) of an answer of Hugging Face', () => {
  it('takes the empty list of a weekend for a digest of no papers', () => {
    expect(parseText('[]\n')).toMatchObject({ shape: 'hugging-face-api', records: [] });
    const wrapped = parse({ status: 'success', date: '2025-01-04', count: 0, data: [] });
    expect(wrapped).toMatchObject({ date: '2025-01-04', records: [] });
  });

  it('reads a paper alone, a list, and lists under a key or under days alike', () => {
    const [expected] = parse([item]).records;
    const known = { title: 'A Paper', upvotes: 3, comments: 2, listed: null };
    expect(expected).toMatchObject({ ...known, pointer: '/0' });
    expect(parse(paper).records).toMatchObject([{ title: 'A Paper', pointer: '' }]);
    expect(parse({ data: { papers: [item] } }).records[0]?.pointer).toBe('/data/papers/0');
    expect(parse({ '2025-01-02': [item] }).records).toMatchObject([{ listed: '2025-01-02' }]);
  });

  it('leaves the day of the listing open where only the item tells a time', () => {
    expect(parse([item]).records[0]?.listed).toBeNull();
  });

  it('leaves control characters out of texts', () => {
    const [record] = parse([
      { paper: { ...paper, title: 'A\u0000\u0007Paper', summary: '\b' } },
    ]).records;
    expect(record).toMatchObject({ title: 'A Paper', abstract: null });
  });

  it('names the items that are no papers and keeps the others', () => {
    const problems = problemsOf(() => parse([item, { paper: { ...paper, title: 3 } }, 'x', item]));
    expect(problems.map(({ expected }) => expected)).toEqual(['a paper at /1', 'a paper at /2']);
    expect(problems.map(({ got }) => got)).toEqual(['“3” as “title”', '“x”']);
    expect(problemsOf(() => parse([item, { paper: { ...paper, id: undefined } }]))).toMatchObject([
      { got: 'no “id”' },
    ]);
  });

  it('gives the line of an item that is a text in place of an object, under a key too', () => {
    const lines = (value: unknown) => problemsOf(() => parse(value)).map(({ line }) => line);
    const ofPaper = JSON.stringify(item, null, 1).split('\n').length;
    expect(lines([item, 'x', 7])).toEqual([2 + ofPaper, 3 + ofPaper]);
    expect(lines({ data: [item, 'x', null] })).toEqual([3 + ofPaper, 4 + ofPaper]);
  });

  it('says of Python’s repr, as the file or as its items, how to write JSON', () => {
    const repr = `{'paper': {'id': '2501.00001', 'upvotes': 1}, 'numComments': 0}`;
    for (const text of [`[${repr}]`, repr, JSON.stringify([repr])]) {
      expect(problemsOf(() => parseText(text))).toMatchObject([
        { line: 1, advice: expect.stringContaining('json.dump') as string },
      ]);
    }
  });

  it('names line and column where a file was cut off', () => {
    const text = JSON.stringify([item, item], null, 2);
    expect(problemsOf(() => parseText(text.slice(0, -2)))).toMatchObject([
      {
        got: 'the end of the file after column 4',
        advice: expect.stringContaining('again') as string,
      },
    ]);
  });

  it('tells the error that was answered in place of papers', () => {
    const answer = { error: 'Too many requests' };
    expect(problemsOf(() => parse(answer))[0]?.got).toBe('the error “Too many requests”');
  });

  it('refuses titles that are markup, an address or a day', () => {
    for (const title of ['<p>Not Found</p>', 'https://example.org/x', '2025-01-02', '…', '']) {
      expect(problemsOf(() => parse([{ paper: { ...paper, title } }]))).toHaveLength(1);
    }
    expect(
      parse([{ paper: { ...paper, title: '<think> So be it </think>: a Study' } }]).records,
    ).toHaveLength(1);
  });
});
