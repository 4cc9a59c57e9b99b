import { describe, expect, it } from 'vitest';
import { composeLookup } from '../../src/paper/compose-lookup.ts';
import {
  arxivName,
  doiName,
  lookupFile,
  lookupFiles,
  lookupKey,
} from '../../src/paper/paper-lookup.ts';
import { UNKNOWN } from '../unknown-paper.ts';

describe('lookupKey(name)', () => {
  it('is what shared links hold, so it never changes', () => {
    expect(lookupKey('a-paper-01234567')).toBe('4zE4reG9');
  });

  it('tells 100,000 papers apart', () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => lookupKey(`a-title-${index}`));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => /^[\w-]{8}$/.test(key))).toBe(true);
  });
});

describe('lookupFile(key, files)', () => {
  it('spreads papers over files of about a hundred', () => {
    const count = lookupFiles(8_000);
    const sizes = new Array<number>(count).fill(0);
    for (let index = 0; index < 8_000; index++)
      sizes[lookupFile(lookupKey(`a-title-${index}`), count)]! += 1;
    expect(count).toBe(128);
    expect(Math.min(...sizes)).toBeGreaterThan(20);
    expect(Math.max(...sizes)).toBeLessThan(130);
  });

  it('has one file for no paper, and no more than hosts take for a million', () => {
    expect(lookupFiles(0)).toBe(1);
    expect(lookupFiles(1_000_000)).toBe(4_096);
  });
});

describe('composeLookup(papers, retired, labelOf)', () => {
  const papers = [
    { ...UNKNOWN, id: 'a', arxivId: '2401.12345v2', doi: '10.1000/AB', published: '2024' },
    { ...UNKNOWN, id: 'b', url: 'https://example.com/b' },
  ];
  const retired = [
    { kind: 'paper', id: 'old-a', label: 'A', successor: 'a' },
    { kind: 'paper', id: 'gone', label: 'Gone', successor: null },
    { kind: 'topic', id: 'chains', label: 'Chains', successor: 'graphs' },
  ] as const;
  const files = composeLookup(papers, [...retired], () => 'Label');

  it('leads from an id to its paper', () => {
    expect(files[0]?.papers[lookupKey('a')]).toEqual([
      'a',
      papers[0]!.titleText,
      papers[0]!.topic,
      'Label',
      '2024',
    ]);
  });

  it('leads from arXiv ids without version, DOIs in any case, addresses and former ids to the id', () => {
    const names = files[0]!.names;
    expect(names[lookupKey(arxivName('2401.12345v7'))]).toBe('a');
    expect(names[lookupKey(doiName('10.1000/ab'))]).toBe('a');
    expect(names[lookupKey('https://example.com/b')]).toBe('b');
    expect(names[lookupKey('old-a')]).toBe('a');
    expect(Object.keys(names)).toHaveLength(4);
  });
});
