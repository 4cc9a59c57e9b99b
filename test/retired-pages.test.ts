import { describe, expect, it } from 'vitest';
import { findSuccessor, findTopicOfGone, retiredPath } from '../src/retired-pages.ts';
import { pagePath } from '../src/page-paths.ts';
import type { AreaPage, RetiredPage } from '../src/site-data.ts';

const AREA: AreaPage = { id: 'same', label: 'An area', terms: [], topics: ['same'] };
const site = { areas: [AREA], topics: [] };
const retired = (kind: RetiredPage['kind'], successor: string | null): RetiredPage => ({
  kind,
  id: 'old',
  label: 'Old',
  successor,
});

describe('retiredPath(page)', () => {
  it('is the path that the page had', () => {
    expect(retiredPath(retired('topic', null))).toBe('topics/old/');
    expect(retiredPath(retired('area', null))).toBe('areas/old/');
    expect(retiredPath(retired('paper', null))).toBe('papers/old/');
    expect(retiredPath(retired('author', null))).toBe('authors/old/');
    const part = { ...retired('part', null), id: 'old/part' };
    expect(retiredPath(part)).toBe(pagePath.topic('old', 'typical', 1, 'part'));
  });
});

describe('findSuccessor(page, site)', () => {
  it('looks among those of the same kind', () => {
    expect(findSuccessor(retired('area', 'same'), site)).toEqual({
      label: 'An area',
      path: 'areas/same/',
    });
    expect(() => findSuccessor(retired('topic', 'same'), site)).toThrow(RangeError);
  });

  it('is the page of the paper by its present title', () => {
    expect(findSuccessor(retired('paper', 'new'), site)).toEqual({
      label: 'Old',
      path: 'papers/new/',
    });
  });

  it('is the part that took the place of a part, or its topic', () => {
    const topic = {
      ...{ id: 'same', label: 'A topic', terms: [], papers: ['a'], neighbours: [], time: [] },
      ...{ subTopics: [{ id: 'heat', label: 'Heat', terms: [] }], area: null, stability: null },
      ...{ representatives: [], mark: { color: 0, shape: 0 }, introductionHtml: null },
    };
    const parted = { ...site, topics: [topic] };
    const ended = { ...retired('part', null), topic: 'same' };
    expect(findSuccessor(ended, parted)).toEqual({ label: 'A topic', path: 'topics/same/' });
    expect(findSuccessor({ ...ended, successor: 'same/heat' }, parted)).toEqual({
      label: 'Heat',
      path: 'topics/same/heat/',
    });
    expect(() => findSuccessor({ ...ended, successor: 'same/cold' }, parted)).toThrow(RangeError);
  });

  it('is null where nothing took its place', () => {
    expect(findSuccessor(retired('author', null), site)).toBeNull();
    expect(findSuccessor(retired('topic', null), site)).toBeNull();
  });
});

describe('findTopicOfGone(page, site)', () => {
  const gone: RetiredPage = { ...retired('paper', null), topic: 'old' };

  it('is a topic of today, or one that is retired', () => {
    const was = retired('topic', null);
    const found = { label: 'Old', path: 'topics/old/' };
    expect(findTopicOfGone(gone, { topics: [], retired: [was] })).toEqual(found);
    expect(findTopicOfGone(gone, { topics: [], retired: [gone] })).toBeNull();
    expect(findTopicOfGone(retired('paper', null), { topics: [], retired: [was] })).toBeNull();
  });
});
