import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folders } from '../sheaf-in-folders.ts';
import { digest, fetched, fetchTrial, time, useFetchTrial } from './fetch-in-folders.ts';
import { answer, feed, FEED, PAGE, recording, type Reply, server } from './replay-server.ts';

useFetchTrial();

const real = recording('arxiv-feed.xml');
const lastDay = 'arxiv --category cs.LG --since 2025-11-01';

/** What the server was asked, as parameters. */
function questions(): Record<string, string>[] {
  return server.asked.map((path) =>
    Object.fromEntries(new URL(path, server.address).searchParams.entries()),
  );
}

/** The periods the server was asked for. */
function periods(): string[] {
  return questions().map(({ search_query }) =>
    /\[(\d{8})0000 TO (\d{8})2359\]/.exec(search_query!)!.slice(1).join('-'),
  );
}

describe('sheaf fetch arxiv', () => {
  it('asks for the papers of a category by the day of their submission', async () => {
    server.reply = answer(real, FEED);
    const { status, log } = await fetchTrial(lastDay);
    expect(status).toBe(0);
    expect(questions()).toEqual([
      {
        search_query: 'cat:cs.LG AND submittedDate:[202511010000 TO 202511012359]',
        sortBy: 'submittedDate',
        sortOrder: 'ascending',
        start: '0',
        max_results: '2000',
      },
    ]);
    expect(new URL(server.asked[0]!, server.address).pathname).toBe('/api/query');
    expect(await fetched()).toEqual(['2025-11-01-arxiv-cs.LG-0001.xml']);
    expect(await digest('2025-11-01-arxiv-cs.LG-0001.xml')).toBe(real);
    expect(log).toContain('1 file with 2 papers written');
  });

  it('goes on after as many papers as a page had', async () => {
    server.first = [answer(feed(0, 3, 5), FEED), answer(feed(3, 2, 5), FEED)];
    const { status } = await fetchTrial(lastDay);
    expect(status).toBe(0);
    expect(questions().map(({ start }) => start)).toEqual(['0', '3']);
    expect(await fetched()).toEqual([
      '2025-11-01-arxiv-cs.LG-0001.xml',
      '2025-11-01-arxiv-cs.LG-0002.xml',
    ]);
  });

  it('makes one request in three seconds, over two runs and redirects too', async () => {
    server.first = [answer('', { location: '/api/query?again' }, 301)];
    server.reply = answer(recording('arxiv-empty.xml'), FEED);
    const begin = time.now;
    await fetchTrial('arxiv --category cs.LG hep-th --since 2025-10-31');
    await fetchTrial(lastDay);
    expect(server.asked).toHaveLength(6);
    expect(time.now - begin).toBe(15_000);
  });

  it('takes whole months that are final at once, and the days of others', async () => {
    server.reply = answer(recording('arxiv-empty.xml'), FEED);
    time.now = Date.parse('2025-11-03T12:00:00Z');
    await fetchTrial('arxiv --category cs.LG --since 2025-08-30');
    expect(periods().slice(0, 4)).toEqual([
      '20250830-20250830',
      '20250831-20250831',
      '20250901-20250930',
      '20251001-20251001',
    ]);
    // October may still grow, so it goes by days, and so it stays.
    expect(periods()).toHaveLength(3 + 31 + 3);
    time.now = Date.parse('2025-12-02T12:00:00Z');
    server.asked = [];
    await fetchTrial('arxiv --category cs.LG --since last');
    expect(periods()[0]).toBe('20251027-20251027');
    expect(periods().at(-1)).toBe('20251202-20251202');
  });

  it('does not ask by days for what is there as a month', async () => {
    server.reply = answer(real, FEED);
    await fetchTrial('arxiv --category cs.LG --since 2025-09-01');
    server.asked = [];
    await fetchTrial('arxiv --category cs.LG --since 2025-09-15');
    expect(periods().filter((period) => period.startsWith('202509'))).toEqual([]);
  });

  it('asks for a query alone or in each category, and names files after it', async () => {
    server.reply = answer(real, FEED);
    const query = 'all:"sparse+attention"OR+x';
    await fetchTrial(`arxiv --query ${query} --since 2025-11-01`);
    await fetchTrial(`arxiv --query ${query} --category cs.LG --category cs.CL --since 2025-11-01`);
    expect(questions().map(({ search_query }) => search_query!.replace(/ AND sub.*/, ''))).toEqual([
      `(${query})`,
      `cat:cs.LG AND (${query})`,
      `cat:cs.CL AND (${query})`,
    ]);
    const hash = /-([0-9a-f]{6})-0001/.exec((await fetched())[0]!)![1]!;
    expect(await fetched()).toEqual([
      `2025-11-01-arxiv-all-sparse-attention-or-x-${hash}-0001.xml`,
      `2025-11-01-arxiv-cs.CL-all-sparse-attention-or-x-${hash}-0001.xml`,
      `2025-11-01-arxiv-cs.LG-all-sparse-attention-or-x-${hash}-0001.xml`,
    ]);
  });

  it('remembers empty answers and keeps none', async () => {
    server.reply = answer(recording('arxiv-empty.xml'), FEED);
    const { status, log } = await fetchTrial(lastDay);
    expect(status).toBe(0);
    expect(log).toContain('1 without papers');
    expect(log).toContain('check --category');
    expect(await fetched()).toEqual([]);
  });

  it('asks again for an empty page of papers to come', async () => {
    server.first = [answer(feed(0, 2, 4), FEED), answer(feed(2, 0, 4), FEED)];
    server.reply = answer(feed(2, 2, 4), FEED);
    const { status, error } = await fetchTrial(lastDay);
    expect(status).toBe(0);
    expect(error).toContain('an empty page of 2 papers to come; trying again');
    expect(await fetched()).toHaveLength(2);
  });

  it('goes on within a day after a page that failed', async () => {
    const bad: Reply = answer('<html><title>Oops</title></html>', PAGE);
    server.first = [answer(feed(0, 2, 4), FEED), bad];
    server.reply = answer(feed(2, 2, 4), FEED);
    time.now = Date.parse('2025-11-20T12:00:00Z');
    expect((await fetchTrial('arxiv --category cs.LG --since 2025-11-01')).status).toBe(1);
    server.asked = [];
    await fetchTrial('arxiv --category cs.LG --since last');
    expect(questions()[0]!['start']).toBe('2');
  });

  it.each([
    ['an error feed', answer(recording('arxiv-error.xml'), FEED), /the error “incorrect id format/],
    ['it with 400', answer(recording('arxiv-error.xml'), FEED, 400), /400, “incorrect id format/],
    ['a login page', answer('<html><title>Log in</title>', PAGE), /a web page, “Log in”/],
    ['JSON', answer('[]'), /type “application\/json.*” in place of an Atom feed/],
    ['RSS', answer('<rss><channel/></rss>', FEED), /the element “rss”/],
    ['a feed without a total', answer('<feed><entry/></feed>', FEED), /without totalResults/],
    [
      'an entry without title',
      answer(feed(0, 1, 1).replace('title', 'ti'), FEED),
      /Atom feed|entry 1/,
    ],
    ['more than arXiv gives', answer(feed(0, 1, 30_001), FEED), /30001 papers .*\n.*--category/],
  ])('refuses %s', async (_, reply, words) => {
    server.reply = reply;
    const { status, error } = await fetchTrial(lastDay);
    expect(status).toBe(1);
    expect(error).toMatch(words);
    expect(await fetched()).toEqual([]);
  });

  it.each([
    ['half of a feed', real.slice(0, 2000)],
    ['a million elements in each other', '<a>'.repeat(1_000_000)],
    [
      'entities that grow',
      '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><feed>&c;</feed>',
    ],
  ])('refuses %s after six tries', async (_, body) => {
    server.reply = answer(body, FEED);
    const { status, error } = await fetchTrial(lastDay);
    expect(status).toBe(1);
    expect(server.asked).toHaveLength(6);
    expect(error).toMatch(/an Atom feed that is broken/);
    expect(await fetched()).toEqual([]);
  });

  it('remembers by a file that a person can read and commit', async () => {
    server.reply = answer(real, { ...FEED, etag: '"x"' });
    await fetchTrial(lastDay);
    const text = await readFile(join(folders.content, 'digests/.fetch.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      version: 1,
      since: { 'arxiv-cs.LG': '2025-11-01' },
      answers: {
        '2025-11-01-arxiv-cs.LG-0001.xml': { etag: '"x"', records: 2, next: null },
      },
    });
  });
});
