import { describe, expect, it } from 'vitest';
import { readTable, readValue } from '../../src/client/search/read-table.ts';
import {
  digestFacet,
  organizationFacet,
  searchTable,
  searchVocabulary,
} from '../../scripts/search-table.ts';
import { newestFirst } from '../../src/time/newest-papers.ts';
import type { PaperPage, Site } from '../../src/site-data.ts';

const paper = (id: string, fields: Partial<PaperPage>): PaperPage =>
  ({
    ...{ id, title: id, abstract: null, authors: null, organization: null, topic: 'a', code: null },
    ...{ published: null, listed: null, sources: [{ digest: 'one.txt' }], ...fields },
  }) as PaperPage;
const papers = [
  paper('undated', {}),
  paper('old', { published: '2024-05', topic: 'b', code: 'https://example.org/' }),
  paper('listed', { listed: '2025-01-02', sources: [{ digest: 'two.txt' }] as never }),
  paper('new', { published: '2025-03-01', organization: { slug: 'x', name: 'X Labs' } }),
];
const topic = (id: string, area: string | null) => ({
  ...{ id, label: id.toUpperCase(), area },
  mark: { color: 1, shape: 0 },
});
const digest = (file: string, date: string | null) => ({ file, slug: file[0], title: file, date });
const site = {
  topics: [topic('a', 'z'), topic('b', null)],
  areas: [{ id: 'z', label: 'Z' }],
  digests: [digest('one.txt', null), digest('two.txt', '2025-01-02'), digest('gone.txt', null)],
} as unknown as Site;
const rows = newestFirst(papers);

describe('searchTable(site, rows)', () => {
  it('is read again as dates, topics, areas, years and code by row', () => {
    const table = readTable(searchTable(site, rows));
    const rowsOf = (values: readonly { id: string; rows: Uint32Array }[]) =>
      values.map(({ id, rows }) => [id, [...rows]]);
    expect(table.dates).toEqual(['2025-03-01', '2025-01-02', '2024-05', null]);
    expect([...table.topicOf]).toEqual([0, 0, 1, 0]);
    expect(rowsOf(table.topic)).toEqual([
      ['a', [0, 1, 3]],
      ['b', [2]],
    ]);
    expect(rowsOf(table.area)).toEqual([['z', [0, 1, 3]]]);
    expect(rowsOf(table.year)).toEqual([
      ['2025', [0, 1]],
      ['2024', [2]],
    ]);
    expect(rowsOf(table.code)).toEqual([['yes', [2]]]);
  });
});

describe('digestFacet(site, rows) and organizationFacet(rows)', () => {
  it('have the values of some paper, digests from the newest on', () => {
    const read = (value: Parameters<typeof readValue>[0]) => [value.id, [...readValue(value).rows]];
    expect(digestFacet(site, rows).map(read)).toEqual([
      ['t', [1]],
      ['o', [0, 2, 3]],
    ]);
    expect(organizationFacet(rows).map(read)).toEqual([['x', [0]]]);
  });
});

describe('searchVocabulary(papers, leastPapers)', () => {
  it('has folded words, those of most papers first, of as many papers as asked for', () => {
    const texts = [
      paper('1', { title: 'A Fréchet bound', authors: ['Ada Bound'] }),
      paper('2', { title: 'Frechet', abstract: 'No bound, x2.' }),
      paper('3', { title: 'Once bound' }),
    ];
    expect(searchVocabulary(texts, 2)).toEqual(['bound', 'frechet']);
    expect(searchVocabulary(texts, 1)).toEqual(['bound', 'frechet', 'ada', 'once']);
  });
});
