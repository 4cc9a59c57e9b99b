import { describe, expect, it } from 'vitest';
import type { Digest } from '../../src/core/digest/digest.ts';
import { nameDigest, titleOf } from '../../scripts/name-digest.ts';

const digest = (known: Partial<Digest>): Digest => ({
  shape: 'markdown-list',
  title: null,
  date: null,
  curator: null,
  records: [],
  ...known,
});

describe('titleOf(digest, path)', () => {
  it.each([
    [{ title: 'Own Title' }, 'a/b.md', 'Own Title'],
    [{ shape: 'hugging-face-compact' }, '000.txt', 'Hugging Face Papers'],
    [{}, 'a/2025-03-19-daily-arxiv.md', 'daily-arxiv'],
    [{}, 'daily-arXiv_2025-03-19.md', 'daily-arXiv'],
    [{}, '2025-03-19.md', '2025-03-19'],
  ])('of %j in %s is %s', (known, path, title) => {
    expect(titleOf(digest(known), path)).toBe(title);
  });
});

describe('nameDigest(digest, name, taken)', () => {
  it.each([
    [{ date: '2025-03-19' }, 'daily-arXiv_2025-03-19.jsonl', '2025-03-19-daily-arxiv.jsonl'],
    [{}, 'daily-arXiv_2025-03-19.jsonl', '2025-03-19-daily-arxiv.jsonl'],
    [{}, 'References.BIB', 'references.bib'],
    [{ title: '【2023-09-26】News', date: '2023-09-26' }, 'a.md', '2023-09-26-news.md'],
    // Read back, the file tells its day by a name that begins with it.
    [{ title: 'News of 2023-09-26' }, '2023-09-26.md', '2023-09-26-news-of-2023-09-26.md'],
    [{}, '2025-03-19.md', '2025-03-19.md'],
    [{}, '论文.md', 'markdown-list.md'],
    [{}, '…', 'markdown-list.txt'],
  ])('of %j in %s is %s', (known, name, kept) => {
    expect(nameDigest(digest(known), name, new Set())).toBe(kept);
  });

  it('puts a number behind a name that is taken', () => {
    const taken = new Set(['a']);
    expect(nameDigest(digest({}), 'a.md', taken)).toBe('a-2.md');
    expect(nameDigest(digest({}), 'a.md', taken)).toBe('a-3.md');
  });
});
