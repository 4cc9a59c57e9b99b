import { describe, expect, it } from 'vitest';
import { firstDay } from '../../../scripts/fetch/plan-slices.ts';

const today = '2025-11-01';
const nothing = { version: 1 as const, since: {}, answers: {} };

describe('firstDay(since, series, ground)', () => {
  it('is the day that was named', () => {
    const state = { ...nothing, since: { 'hugging-face': '2025-01-01' } };
    expect(firstDay('2025-10-01', 'hugging-face', { state, files: [], today })).toBe('2025-10-01');
  });

  it('is the first that was ever asked for, so that gaps are filled', () => {
    const state = { ...nothing, since: { 'hugging-face': '2025-01-01' } };
    const files = ['2025-10-29-hugging-face.json'];
    expect(firstDay('last', 'hugging-face', { state, files, today })).toBe('2025-01-01');
  });

  it('is the last day of the files of its own series where nothing is remembered', () => {
    const files = [
      '2025-08-arxiv-cs.LG-0001.xml',
      '2025-10-28-arxiv-cs.LG-0002.xml',
      '2025-10-30-arxiv-cs.CL-0001.xml',
      '2025-10-31-hugging-face.json',
      'papers.txt',
    ];
    const ground = { state: nothing, files, today };
    expect(firstDay('last', 'arxiv-cs.LG', ground)).toBe('2025-10-28');
    expect(firstDay(undefined, 'arxiv-cs.CL', ground)).toBe('2025-10-30');
    expect(firstDay('last', 'arxiv-cs.AI', ground)).toBeNull();
    expect(firstDay(undefined, 'arxiv-cs.AI', ground)).toBe('2025-10-26');
  });

  it('is the end of the month of a file of a month', () => {
    const files = ['2025-02-arxiv-cs.LG-0001.xml'];
    expect(firstDay('last', 'arxiv-cs.LG', { state: nothing, files, today })).toBe('2025-02-28');
  });
});
