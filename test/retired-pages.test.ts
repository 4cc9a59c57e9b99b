import { describe, expect, it } from 'vitest';
import { findSuccessor, findTopicOfGone, retiredPath } from '../src/retired-pages.ts';
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

  it('is null where nothing took its place', () => {
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
