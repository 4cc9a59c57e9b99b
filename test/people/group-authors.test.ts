import { describe, expect, it } from 'vitest';
import { groupAuthors } from '../../src/people/group-authors.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const paper = (id: string, authors: string[] | null, published: string | null = null) => ({
  ...UNKNOWN,
  id,
  authors,
  published,
});

describe('groupAuthors(papers)', () => {
  it('gives an author the papers of every spelling, the newest first, under the usual one', () => {
    const papers = [
      paper('one', ['Zoe Bell'], '2024-01-02'),
      paper('two', ['Zoë Bell', 'Ed Eff'], '2025'),
      paper('three', ['Zoë Bell']),
      paper('four', null, '2026-01-01'),
    ];
    const author = groupAuthors(papers).get('zoe-bell')!;
    expect(author.name).toBe('Zoë Bell');
    expect(author.otherNames).toEqual(['Zoe Bell']);
    expect(author.papers.map(({ id }) => id)).toEqual(['two', 'one', 'three']);
  });

  it('counts a paper once that names an author twice', () => {
    const authors = groupAuthors([paper('one', ['Ann Bee', 'Ann Bee', 'Ann bee'])]);
    expect([...authors.keys()]).toEqual(['ann-bee']);
    expect(authors.get('ann-bee')!.papers).toHaveLength(1);
  });
});
