import { describe, expect, it } from 'vitest';
import { feedEntries, type FeedSource, NEWEST_ENTRIES } from '../../src/feeds/feed-entries.ts';
import type { PaperPage } from '../../src/site-data.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const SOURCE: FeedSource = {
  addressOf: ({ id }) => `https://example.org/papers/${id}/`,
  topicLabelOf: (id) => id.toUpperCase(),
  digestDateOf: (file) => /^\d{4}-\d{2}-\d{2}/.exec(file)?.[0] ?? null,
};

const paper = (known: Partial<PaperPage>, ...digests: string[]): PaperPage => ({
  ...UNKNOWN,
  ...known,
  sources: ['undated.txt', ...digests].map((digest) => ({ ...UNKNOWN.sources[0]!, digest })),
});

const updatedOf = (...papers: PaperPage[]) =>
  feedEntries(papers, SOURCE).map(({ updated }) => updated.toISOString().slice(0, 10));

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

  it('has the newest first, equal ones as they came, and those without a date not at all', () => {
    const papers = [
      paper({ id: 'old', published: '2024-01-01' }),
      paper({ id: 'unknown' }),
      paper({ id: 'one', published: '2026-01-01' }),
      paper({ id: 'two', listed: '2026-01-01', published: '2020-01-01' }),
    ];
    const found = feedEntries(papers, SOURCE).map(({ address }) => address.split('/').at(-2));
    expect(found).toEqual(['one', 'two', 'old']);
  });

  it('holds the newest alone', () => {
    const days = Array.from({ length: NEWEST_ENTRIES + 5 }, (_, day) =>
      paper({ published: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10) }),
    );
    const found = feedEntries(days, SOURCE);
    expect(found).toHaveLength(NEWEST_ENTRIES);
    expect(found.at(-1)!.updated).toEqual(new Date(Date.UTC(2026, 0, 6)));
  });

  it('invents no day of publication for a month', () => {
    const [entry] = feedEntries([paper({ published: '2026-03' })], SOURCE);
    expect(entry!.published).toBeNull();
  });
});
