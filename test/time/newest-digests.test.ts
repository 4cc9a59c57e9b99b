import { describe, expect, it } from 'vitest';
import { newestDigests } from '../../src/time/newest-digests.ts';
import type { DigestPage } from '../../src/site-data.ts';

const digest = (slug: string, date: string | null): DigestPage => ({
  slug,
  file: `${slug}.txt`,
  title: slug,
  shape: 'hugging-face-compact',
  date,
  curator: null,
  records: 1,
  papers: ['a'],
});

describe('newestDigests(digests)', () => {
  it('puts the newest first and those without a date last, in the order of their files', () => {
    const digests = [
      digest('a', null),
      digest('b', '2025-12-31'),
      digest('c', null),
      digest('d', '2026-03-25'),
      digest('e', '2025-12-31'),
    ];
    expect(newestDigests(digests).map(({ slug }) => slug)).toEqual(['d', 'b', 'e', 'a', 'c']);
  });

  it('leaves the list alone that it is given', () => {
    const digests = [digest('a', '2025-01-01'), digest('b', '2026-01-01')];
    newestDigests(digests);
    expect(digests.map(({ slug }) => slug)).toEqual(['a', 'b']);
  });
});
