import { describe, expect, it } from 'vitest';
import { formatLock } from '../../src/core/topics/format-lock.ts';
import { parseLock } from '../../src/core/topics/parse-lock.ts';
import type { TopicsLock } from '../../src/core/topics/topics-lock.ts';
import { dateBuilds, numberBuilds } from '../../scripts/number-builds.ts';

/** The lock that a build of these papers leaves, read again from its text. */
function lockAfter(joined: ReadonlyMap<string, number>): TopicsLock {
  const papers = [...joined].map(([id, build]) => {
    const place = { topic: 'graphs', position: [0, 1] as const, joined: build };
    return [id, id === 'a' ? { ...place, identity: 'arXiv:2401.12345' } : place] as const;
  });
  const topics = [{ slug: 'graphs', label: 'Graphs', area: null, stability: 1, terms: [] }];
  const none = {
    areas: [],
    parts: [],
    retired: [],
    authors: [],
    organizations: [],
    digests: [],
    builds: [],
  };
  const lock = { ...none, asked: null, topics, papers: new Map(papers) };
  return parseLock('lock', formatLock(lock));
}

describe('numberBuilds(ids, lock)', () => {
  it('gives new papers the next number, and keeps those of others through the lock', () => {
    const first = numberBuilds(['a', 'b'], null);
    expect([...first]).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    const second = numberBuilds(['a', 'b', 'c'], lockAfter(first));
    expect(second.get('c')).toBe(2);
    const third = numberBuilds(['d', 'a', 'c'], lockAfter(second));
    expect(Object.fromEntries(third)).toEqual({ a: 1, c: 2, d: 3 });
  });

  it('changes nothing where nothing is new', () => {
    const before = numberBuilds(
      ['a', 'b', 'c'],
      lockAfter(
        new Map([
          ['a', 1],
          ['b', 4],
        ]),
      ),
    );
    expect(numberBuilds(['a', 'b', 'c'], lockAfter(before))).toEqual(before);
  });
});

describe('dateBuilds(joined, lock, today)', () => {
  const lock = { ...lockAfter(new Map([['a', 1]])), builds: ['2026-01-01', '2026-01-05'] };

  it('adds the day of a build that brings papers, and keeps those of others', () => {
    const joined = numberBuilds(['a', 'b'], lock);
    expect(joined.get('b')).toBe(3);
    expect(dateBuilds(joined, lock, '2026-01-09')).toEqual([...lock.builds, '2026-01-09']);
    expect(dateBuilds(new Map([['a', 1]]), lock, '2026-01-09')).toEqual(lock.builds);
    expect(dateBuilds(new Map([['a', 1]]), null, '2026-01-09')).toEqual(['2026-01-09']);
  });

  it('dates the builds that an older lock does not date by the day on which that is seen', () => {
    const older = lockAfter(new Map([['a', 2]]));
    expect(dateBuilds(new Map([['a', 2]]), older, '2026-01-09')).toEqual([
      '2026-01-09',
      '2026-01-09',
    ]);
  });
});

it('a lock that says nothing of builds has the bytes that it had', () => {
  const text = formatLock(
    lockAfter(
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
    ),
  );
  expect(text).toContain('"a": ["graphs",0,1,"arXiv:2401.12345"],\n"b": ["graphs",0,1]\n');
});
