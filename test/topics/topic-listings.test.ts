import { describe, expect, it } from 'vitest';
import type { PaperPage, TopicPage } from '../../src/site-data.ts';
import { UNKNOWN } from '../unknown-paper.ts';
import { topicListings } from '../../src/topics/topic-listings.ts';

const TOPIC: TopicPage = {
  id: 'entropy',
  label: 'Entropy',
  terms: [],
  papers: ['a'],
  neighbours: [],
  subTopics: [],
  time: [],
  area: null,
  representatives: [],
  mark: { color: 0, shape: 0 },
  stability: null,
  introductionHtml: null,
};

function paper(title: string, published: string | null = null): PaperPage {
  const id = title.toLowerCase().replaceAll(' ', '-');
  return { ...UNKNOWN, id, title, titleText: title, titleHtml: title, published };
}

const titlesOf = (papers: readonly PaperPage[], order: string) =>
  topicListings(TOPIC, papers, papers.length)
    .filter((listing) => listing.order === order)
    .flatMap((listing) => listing.papers.map(({ title }) => title));

describe('topicListings(topic, papers)', () => {
  const many = Array.from({ length: 51 }, (_, index) => paper(`Paper ${index}`));

  it('sets 51 papers on two pages, in each of three orders', () => {
    const shapes = topicListings(TOPIC, many, 51).map(({ order, page, pageCount, papers }) => [
      order,
      page,
      pageCount,
      papers.length,
    ]);
    expect(shapes).toEqual([
      ['typical', 1, 2, 50],
      ['typical', 2, 2, 1],
      ['date', 1, 2, 50],
      ['date', 2, 2, 1],
      ['title', 1, 2, 50],
      ['title', 2, 2, 1],
    ]);
  });

  it('sets 50 papers on one page', () => {
    expect(topicListings(TOPIC, many.slice(1), 50).map(({ page }) => page)).toEqual([1, 1, 1]);
  });

  it('lists every paper once in every order', () => {
    const titles = many.map(({ title }) => title).toSorted();
    for (const order of ['typical', 'date', 'title']) {
      expect(titlesOf(many, order).toSorted()).toEqual(titles);
    }
  });

  it('keeps the order that it is given as the one by fit', () => {
    expect(titlesOf([paper('B'), paper('A'), paper('C')], 'typical')).toEqual(['B', 'A', 'C']);
  });

  it('orders by date from the newest on, unknown dates last, ties as they fit', () => {
    const papers = [
      paper('Unknown 1'),
      paper('Old', '2019-09-26'),
      paper('New 1', '2026-03-10'),
      paper('Unknown 2'),
      paper('New 2', '2026-03-10'),
      paper('Middle', '2025-12-31'),
    ];
    expect(titlesOf(papers, 'date')).toEqual([
      'New 1',
      'New 2',
      'Middle',
      'Old',
      'Unknown 1',
      'Unknown 2',
    ]);
  });

  it('sets what is known by its month or year behind the days of that month or year', () => {
    const dates = ['2015', '2015-12-31', '2015-12', '2016', '2014-01-01', '2015-11-30'];
    const papers = dates.map((date) => paper(date, date));
    expect(titlesOf(papers, 'date')).toEqual([
      '2016',
      '2015-12-31',
      '2015-12',
      '2015-11-30',
      '2015',
      '2014-01-01',
    ]);
    expect(topicListings(TOPIC, papers, papers.length)[0]?.undatedCount).toBe(0);
  });

  it('orders titles as people do: not by case or accents, and numbers by value', () => {
    const papers = ['zeta', 'Éclair', 'Part 10', 'Eclipse', 'alpha', 'Part 9', 'Beta'];
    expect(
      titlesOf(
        papers.map((title) => paper(title)),
        'title',
      ),
    ).toEqual(['alpha', 'Beta', 'Éclair', 'Eclipse', 'Part 9', 'Part 10', 'zeta']);
  });

  describe('with parts, years, code and upvotes', () => {
    const topic = {
      ...TOPIC,
      subTopics: [{ id: 'heat', label: 'Heat', terms: [] }],
    };
    const papers = Array.from({ length: 60 }, (_, at) => ({
      ...paper(`Paper ${at}`, at < 55 ? `${2024 + (at % 2)}-01-01` : at < 58 ? '2001' : null),
      id: `p${at}`,
      upvotes: at % 7,
      subTopic: at < 20 ? 'heat' : null,
      code: at < 4 ? 'https://example.org/' : null,
    }));
    const listings = topicListings(topic, papers, 60);
    const of = (filter: string, order: string) =>
      listings
        .filter((listing) => listing.choice.filter === filter && listing.order === order)
        .flatMap((listing) => listing.papers);

    it('offers a filter where it leaves out some papers and leaves five', () => {
      expect(listings[0]!.choices.map(({ filter, count }) => [filter, count])).toEqual([
        ['all', 60],
        ['heat', 20],
        ['in-2025', 27],
        ['in-2024', 28],
      ]);
    });

    it('lists each paper that the filter leaves once in each of its orders', () => {
      for (const { filter, count } of listings[0]!.choices) {
        const orders = listings.find(({ choice }) => choice.filter === filter)!.orders;
        expect(orders.slice(0, 3)).toEqual(['typical', 'date', 'upvotes']);
        for (const order of orders) {
          expect(new Set(of(filter, order).map(({ id }) => id)).size).toBe(count);
          expect(of(filter, order)).toHaveLength(count);
        }
      }
    });

    it('orders by upvotes, the greatest first, ties as they fit', () => {
      const upvotes = of('heat', 'upvotes').map((one) => one.upvotes);
      expect(upvotes).toEqual(upvotes.toSorted((a, b) => b! - a!));
      expect(of('all', 'upvotes')[0]!.id).toBe('p6');
    });

    it('gives filters one order alone in a great collection', () => {
      const great = topicListings(topic, papers, 20_001);
      const filtered = great.filter(({ choice }) => choice.kind !== 'all');
      expect(new Set(filtered.map(({ order }) => order))).toEqual(new Set(['typical']));
      expect(great.filter(({ choice, page }) => choice.kind === 'all' && page === 1)).toHaveLength(
        4,
      );
    });
  });
});
