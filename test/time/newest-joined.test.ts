import { describe, expect, it } from 'vitest';
import { newestJoined } from '../../src/time/newest-joined.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const paper = (id: string, joined: number, published: string | null) => ({
  ...UNKNOWN,
  id,
  joined,
  published,
});

describe('newestJoined(papers, labelOf)', () => {
  it('has the papers that joined last first, then by date, and counts by build', () => {
    const papers = [
      paper('old', 1, '2026-01-01'),
      paper('backfilled', 3, '2019-01-01'),
      paper('undated', 3, null),
      paper('between', 2, '2025-01-01'),
    ];
    const newest = newestJoined(papers, () => 'Label');
    expect(newest.papers.map(([id]) => id)).toEqual(['backfilled', 'undated', 'between', 'old']);
    expect(newest.last).toBe(3);
    expect(newest.builds).toEqual([
      [3, 2],
      [2, 1],
      [1, 1],
    ]);
  });

  it('counts papers that it does not list', () => {
    const papers = Array.from({ length: 800 }, (_, index) => paper(`p${index}`, 2, null));
    const newest = newestJoined(papers, () => 'Label');
    expect(newest.papers).toHaveLength(500);
    expect(newest.builds).toEqual([[2, 800]]);
  });
});
