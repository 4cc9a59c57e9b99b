import { describe, expect, it } from 'vitest';
import { feedItem } from '../src/feed-item.ts';
import { UNKNOWN } from './unknown-paper.ts';

const LINK = 'https://example.org/papers/a-paper-00000000/';

describe('feedItem(paper, link)', () => {
  it('says what is known', () => {
    const paper = { ...UNKNOWN, abstract: 'On papers.', published: '2026-03-05' };
    expect(feedItem(paper, LINK)).toEqual({
      title: 'A Paper',
      link: LINK,
      description: 'On papers.',
      pubDate: new Date(Date.UTC(2026, 2, 5)),
    });
  });

  it.each([null, '2026', '2026-03'])('invents no day for the date %j', (published) => {
    expect(feedItem({ ...UNKNOWN, published }, LINK)).toEqual({ title: 'A Paper', link: LINK });
  });
});
