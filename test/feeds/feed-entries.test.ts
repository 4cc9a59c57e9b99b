import { describe, expect, it } from 'vitest';
import {
  feedEntries,
  type FeedSource,
  NEWEST_ENTRIES,
  oldestArrival,
} from '../../src/feeds/feed-entries.ts';
import type { PaperPage } from '../../src/site-data.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const SOURCE: FeedSource = {
  addressOf: ({ id }) => `https://example.org/papers/${id}/`,
  topicLabelOf: (id) => id.toUpperCase(),
  digestDateOf: (file) => /^\d{4}-\d{2}-\d{2}/.exec(file)?.[0] ?? null,
  builds: ['2026-02-01', '2026-02-08', '2026-02-15'],
};

const paper = (known: Partial<PaperPage>, ...digests: string[]): PaperPage => ({
  ...UNKNOWN,
  ...known,
  sources: ['undated.txt', ...digests].map((digest) => ({ ...UNKNOWN.sources[0]!, digest })),
});

const entriesOf = (papers: readonly PaperPage[]) =>
  feedEntries(papers, SOURCE, oldestArrival(papers, SOURCE));
const namesOf = (papers: readonly PaperPage[]) =>
  entriesOf(papers).map(({ address }) => address.split('/').at(-2));

const updatedOf = (...papers: PaperPage[]) =>
  entriesOf(papers).map(({ updated }) => updated.toISOString().slice(0, 10));

describe('feedEntries(papers, source)', () => {
  it('dates a paper by its first listing, else by its first digest, else by what is known of its publication', () => {
    const published = '2026-01-05';
    const digests = ['2026-01-09.txt', '2026-01-07.txt'];
    expect(updatedOf(paper({ listed: '2026-01-06', published }, ...digests))).toEqual([
      '2026-01-06',
    ]);
    expect(updatedOf(paper({ published }, ...digests))).toEqual(['2026-01-07']);
    expect(updatedOf(paper({ published }))).toEqual(['2026-01-05']);
    expect(updatedOf(paper({ published: '2026-03' }))).toEqual(['2026-03-01']);
    expect(updatedOf(paper({ published: '2026' }))).toEqual(['2026-01-01']);
  });

  it('dates a paper that no digest dates and a later build brought by the day of that build', () => {
    expect(updatedOf(paper({ joined: 2 }))).toEqual(['2026-02-08']);
    // It is news though it was published long ago.
    expect(updatedOf(paper({ joined: 3, published: '2015' }))).toEqual(['2026-02-15']);
    expect(updatedOf(paper({ joined: 3, listed: '2026-01-06' }))).toEqual(['2026-01-06']);
  });

  it('has the newest first, equal ones as they came', () => {
    const papers = [
      paper({ id: 'old', published: '2024-01-01' }),
      paper({ id: 'joined-2', joined: 2 }),
      paper({ id: 'one', published: '2026-01-01' }),
      paper({ id: 'joined-3', joined: 3 }),
      paper({ id: 'two', listed: '2026-01-01', published: '2020-01-01' }),
    ];
    expect(namesOf(papers)).toEqual(['joined-3', 'joined-2', 'one', 'two', 'old']);
  });

  it('has behind all others those of the first build of which no date is known, as old as the oldest', () => {
    const papers = [
      paper({ id: 'unknown' }),
      paper({ id: 'old', published: '2024' }),
      paper({ id: 'late', joined: 2 }),
    ];
    expect(namesOf(papers)).toEqual(['late', 'old', 'unknown']);
    expect(updatedOf(...papers)).toEqual(['2026-02-08', '2024-01-01', '2024-01-01']);
  });

  it('has those of a collection without any date as of its first build', () => {
    expect(updatedOf(paper({ id: 'a' }), paper({ id: 'b' }))).toEqual(['2026-02-01', '2026-02-01']);
  });

  it('holds the newest alone', () => {
    const days = Array.from({ length: NEWEST_ENTRIES + 5 }, (_, day) =>
      paper({ published: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10) }),
    );
    const found = entriesOf(days);
    expect(found).toHaveLength(NEWEST_ENTRIES);
    expect(found.at(-1)!.updated).toEqual(new Date(Date.UTC(2026, 0, 6)));
  });

  it('invents no day of publication for a month', () => {
    const [entry] = entriesOf([paper({ published: '2026-03' })]);
    expect(entry!.published).toBeNull();
  });
});
