import { describe, expect, it } from 'vitest';
import { readPaperLinks } from '../../../src/core/digest/paper-links.ts';
import { parseArxivId, parseDoi } from '../../../src/core/paper/paper-ids.ts';
import { parseText, problemsOf } from './seeds.ts';

const feed = (...entries: string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom">\n<id>https://arxiv.org/api/x</id>\n${entries.join('\n')}</feed>`;

describe('parseDigest(name, bytes, null) of an answer of arXiv', () => {
  it('takes an empty answer for a digest of no papers', () => {
    expect(parseText(feed())).toMatchObject({ shape: 'arxiv-api', records: [] });
    const rss = '<rss><channel><title>cs.AI updates on arXiv.org</title></channel></rss>';
    expect(parseText(rss)).toMatchObject({ shape: 'arxiv-feed', records: [] });
    const oai = '<OAI-PMH>\n<error code="noRecordsMatch">None.</error></OAI-PMH>';
    expect(parseText(oai)).toMatchObject({ shape: 'oai-pmh', records: [] });
  });

  it('tells the error that was answered in place of papers', () => {
    const error =
      '<entry><id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>bad id</summary></entry>';
    expect(problemsOf(() => parseText(feed(error)))).toMatchObject([
      { line: 3, expected: 'papers', got: 'the error of arXiv “bad id”' },
    ]);
    const oai = '<OAI-PMH>\n<error code="badArgument">No such set</error></OAI-PMH>';
    expect(problemsOf(() => parseText(oai))).toMatchObject([
      { line: 2, got: 'the error “badArgument: No such set”' },
    ]);
  });

  it('names an entry without a title and keeps the others', () => {
    const good = '<entry><title>Error bars</title></entry>';
    expect(
      problemsOf(() => parseText(feed(good, '<entry><title> </title></entry>'))),
    ).toMatchObject([{ line: 4, expected: 'an entry with a title', got: 'no title' }]);
  });

  it('names a record of OAI-PMH in a format that it does not read', () => {
    const record = '<record><metadata><marc><title>A</title></marc></metadata></record>';
    const text = `<OAI-PMH><ListRecords>\n${record}</ListRecords></OAI-PMH>`;
    expect(problemsOf(() => parseText(text))).toMatchObject([
      { line: 2, got: 'the element “marc”' },
    ]);
  });
});

describe('parseDigest(name, bytes, null) of a mailing of arXiv', () => {
  const rule = '-'.repeat(78);
  const entry = (id: string, title: string, end = `\\\\ ( https://arxiv.org/abs/${id} ,  1kb)`) => [
    '\\\\',
    `arXiv:${id}`,
    'Date: x',
    '',
    `Title: ${title}`,
    '\\\\',
    '  Words.',
    end,
    rule,
  ];
  const mail = (...lines: string[]) => parseText([rule, ...lines, ''].join('\n'));

  it('takes a mailing without papers for a digest of none', () => {
    const head = ' received from  Wed  7 Jun 23 18:00:00 GMT  to  Thu  8 Jun 23 18:00:00 GMT';
    expect(mail(head, rule)).toMatchObject({ shape: 'arxiv-mailing', records: [] });
  });

  it.each([
    ['the end', entry('2401.00001', 'A Paper', 'x'), 'no end of “A Paper”'],
    ['a title', entry('2401.00001', ''), 'no title'],
    ['an id', entry('soon', 'A Paper'), 'the id “soon”'],
    [
      'a title that is none',
      entry('2401.00001', 'https://arxiv.org/'),
      'the address “https://arxiv.org/”',
    ],
  ])('names an entry that lacks %s and keeps the others', (_, bad, got) => {
    const good = entry('2401.00002', 'Another Paper');
    expect(problemsOf(() => mail(...good, ...bad, ...good))).toMatchObject([{ line: 11, got }]);
  });

  it('ends an entry that was cut off where the next one begins', () => {
    const cut = entry('2401.00001', 'A Paper').slice(0, 7);
    const problems = problemsOf(() => mail(...cut, ...entry('2401.00002', 'Another Paper')));
    expect(problems).toMatchObject([{ line: 2, got: 'no end of “A Paper”' }]);
  });

  it('takes a misspelt field for no part of the title', () => {
    const lines = entry('2401.00001', 'A Paper').toSpliced(5, 0, 'Autors: Ann A.');
    expect(mail(...lines).records).toMatchObject([{ title: 'A Paper', authors: null }]);
  });
});

describe('parseArxivId(text)', () => {
  it.each([
    ['2303.00763', '2303.00763', null],
    ['http://arxiv.org/abs/0808.0539v12', '0808.0539', 12],
    ['https://arxiv.org/pdf/2303.00763v1.pdf', '2303.00763', 1],
    ['oai:arXiv.org:math/0601001', 'math/0601001', null],
    ['math.GT/0309136v2', 'math/0309136', 2],
  ])('of %j', (text, arxivId, arxivVersion) => {
    expect(parseArxivId(text)).toEqual({ arxivId, arxivVersion });
  });

  it.each([
    '',
    '2303.0076',
    '2303.007634',
    '0808.05394',
    '0000.0000',
    'acl-2024.1',
    'https://example.org/2303.00763',
  ])('of %j is null', (text) => {
    expect(parseArxivId(text)).toBeNull();
  });
});

describe('parseDoi(text)', () => {
  it('keeps what is one, in its plain form, and nothing else', () => {
    expect(parseDoi('https://doi.org/10.1000/ABC')).toBe('10.1000/abc');
    expect(parseDoi('doi: 10.1000/abc')).toBe('10.1000/abc');
    expect(parseDoi('soon')).toBeNull();
  });
});

describe('readPaperLinks(links)', () => {
  it('takes the version from the text of a link whose address has none', () => {
    const url = 'https://arxiv.org/abs/2312.00960';
    expect(readPaperLinks([{ url, text: 'arXiv: 2312.00960v2' }])).toMatchObject({
      arxivId: '2312.00960',
      arxivVersion: 2,
    });
    expect(readPaperLinks([{ url, text: '2312.00961v2' }])).toMatchObject({ arxivVersion: null });
  });

  it('gives the id that a mailing gives, so that both are one paper', () => {
    const links = readPaperLinks([{ url: 'https://arxiv.org/abs/math.GT/0309136v2', text: 'PDF' }]);
    expect(links).toMatchObject(parseArxivId('arXiv:math/0309136v2')!);
  });
});
