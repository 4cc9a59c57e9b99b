import { describe, expect, it } from 'vitest';
import { searchTable } from '../../scripts/search-table.ts';
import { readTable } from '../../src/client/search/read-table.ts';
import { facetValues } from '../../src/search/facet-values.ts';
import type { PaperPage, Site } from '../../src/site-data.ts';
import { newestFirst } from '../../src/time/newest-papers.ts';

const papers = [
  { id: 'p', topic: 'a', published: '2024-05', listed: null, code: 'https://example.org/' },
  { id: 'q', topic: 'b', published: null, listed: '2025-01-02', code: null },
  { id: 'r', topic: 'b', published: '2025', listed: null, code: null },
  { id: 's', topic: 'c', published: null, listed: null, code: null },
].map((paper) => ({ ...paper, organization: null, upvotes: null })) as unknown as PaperPage[];
const mark = { color: 0, shape: 0 };
const site = {
  topics: [
    { id: 'a', label: 'A', area: 'y', mark, papers: ['p'] },
    { id: 'b', label: 'B', area: 'z', mark, papers: ['q', 'r'] },
    { id: 'c', label: 'C', area: 'z', mark, papers: ['s'] },
  ],
  areas: [
    { id: 'y', label: 'Y' },
    { id: 'z', label: 'Z' },
  ],
  digests: [],
} as unknown as Site;

describe('facetValues(site, papers)', () => {
  it('counts what a search for nothing counts, in the same order', () => {
    const { topic, area, year, code } = readTable(searchTable(site, newestFirst(papers)));
    const counted = Object.entries({ topic, area, year, code }).map(([name, values]) => [
      name,
      values.map(({ id, label, rows }) => ({ id, label, count: rows.length })),
    ]);
    expect(facetValues(site, papers)).toEqual(Object.fromEntries(counted));
    expect(facetValues(site, papers).year).toEqual([
      { id: '2025', label: '2025', count: 2 },
      { id: '2024', label: '2024', count: 1 },
    ]);
  });
});
