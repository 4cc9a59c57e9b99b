import { describe, expect, it } from 'vitest';
import { keepDigests } from '../../scripts/keep-digests.ts';
import type { DigestPage } from '../../src/site-data.ts';

const digest = (slug: string, title: string): DigestPage => ({
  ...{ slug, title, file: `${slug}.md`, shape: 'Markdown' },
  ...{ date: null, curator: null, records: 0, papers: [] },
});

describe('keepDigests(digests, lock)', () => {
  const first = keepDigests([digest('may', 'May'), digest('april', 'April')], null);

  it('locks all digests by their slugs', () => {
    const locked = [
      { slug: 'april', label: 'April' },
      { slug: 'may', label: 'May' },
    ];
    expect(first).toEqual({ locked, retired: [] });
  });

  it('retires those whose files are gone, in all later builds, until one is back', () => {
    const retired = [{ kind: 'digest', id: 'may', label: 'May', successor: null }];
    const second = keepDigests([digest('april', 'April 2026')], { digests: first.locked });
    expect(second.retired).toEqual(retired);
    expect(second.locked[0]).toEqual({ slug: 'april', label: 'April 2026' });
    expect(keepDigests([], { digests: second.locked }).retired).toHaveLength(2);
    const back = keepDigests([digest('may', 'May anew')], { digests: second.locked });
    expect(back.retired.map(({ id }) => id)).toEqual(['april']);
  });
});
