import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folders } from '../sheaf-in-folders.ts';
import { digest, fetched, fetchTrial, time, useFetchTrial } from './fetch-in-folders.ts';
import { answer, papers, recording, type Reply, server } from './replay-server.ts';

useFetchTrial();

const JSON_TYPE = { 'content-type': 'application/json' };
const real = recording('daily-papers.json');

/** Answers by the day asked for, with validators; weekends are empty. */
const days: Reply = (response, request) => {
  const day = new URL(request.url!, server.address).searchParams.get('date')!;
  const etag = `"${day}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
  const body = isWeekend ? '[]' : papers(2, Number(day.slice(8)) * 10);
  response.writeHead(200, { ...JSON_TYPE, etag }).end(body);
};

describe('sheaf fetch hf', () => {
  it.each([
    ['--date 2024-05-27', 'date=2024-05-27', '2024-05-27-hugging-face.json'],
    ['--week 2025-W09', 'week=2025-W09', '2025-W09-hugging-face.json'],
    ['--month 2025-02', 'month=2025-02', '2025-02-hugging-face.json'],
  ])('%s keeps the answer byte for byte under a telling name', async (option, query, name) => {
    server.reply = answer(real);
    const { status, log } = await fetchTrial(`hf ${option}`);
    expect(status).toBe(0);
    expect(server.asked).toEqual([`/api/daily_papers?${query}&p=0&limit=100`]);
    expect(await fetched()).toEqual([name]);
    expect(await digest(name)).toBe(real);
    expect(log).toContain('1 file with 2 papers written');
  });

  it('asks for pages until one is not full', async () => {
    server.first = [answer(papers(100)), answer(papers(100, 100)), answer(papers(3, 200))];
    const { status } = await fetchTrial('hf --month 2025-02');
    expect(status).toBe(0);
    expect(server.asked.map((path) => /p=(\d)/.exec(path)![1])).toEqual(['0', '1', '2']);
    expect(await fetched()).toEqual([
      '2025-02-hugging-face-0002.json',
      '2025-02-hugging-face-0003.json',
      '2025-02-hugging-face.json',
    ]);
  });

  it('leaves what another run remembers meanwhile, of arXiv say', async () => {
    const state = join(folders.content, 'digests/.fetch.json');
    type State = { since: Record<string, string>; answers: Record<string, object> };
    const read = async () => JSON.parse(await readFile(state, 'utf8')) as State;
    server.first = [
      answer(papers(1)),
      (response, request) => {
        void (async () => {
          const { since, answers, ...rest } = await read();
          const other = Object.values(answers)[0]!;
          const changed = {
            since: { ...since, 'arxiv-cs.LG': '2025-10-01' },
            answers: { ...answers, 'x.xml': other },
          };
          await writeFile(state, JSON.stringify({ ...rest, ...changed }));
          answer(papers(1, 1))(response, request);
        })();
      },
    ];
    server.reply = answer(papers(1, 2));
    expect((await fetchTrial('hf --since 2025-10-30')).status).toBe(0);
    const { since, answers } = await read();
    expect(since).toEqual({ 'arxiv-cs.LG': '2025-10-01', 'hugging-face': '2025-10-30' });
    expect(Object.keys(answers)).toHaveLength(4);
    expect(answers).toHaveProperty(['x.xml']);
  });

  it('ends where a source gives the same page for ever', async () => {
    server.reply = answer(papers(100));
    const { status, error } = await fetchTrial('hf --month 2025-02');
    expect(status).toBe(1);
    expect(server.asked).toHaveLength(2);
    expect(error).toMatch(/does not know pages/);
  });

  it('fetches the last seven days where nothing is said, and remembers empty ones', async () => {
    server.reply = days;
    const { status, log } = await fetchTrial('hf');
    expect(status).toBe(0);
    expect(server.asked).toHaveLength(7);
    // 26 October was a Sunday, 1 November is a Saturday.
    expect(await fetched()).toEqual(
      ['27', '28', '29', '30', '31'].map((day) => `2025-10-${day}-hugging-face.json`),
    );
    expect(log).toContain('2 without papers');
  });

  it('does not ask again for lists that were final, nor write those that have not changed', async () => {
    server.reply = days;
    await fetchTrial('hf --since 2025-10-24');
    server.asked = [];
    const { log } = await fetchTrial('hf --since last');
    // Final are days that were over for two days.
    expect(server.asked.map((path) => /date=([\d-]+)/.exec(path)![1])).toEqual([
      '2025-10-30',
      '2025-10-31',
      '2025-11-01',
    ]);
    expect(log).toContain('0 files with 0 papers written');
    expect(log).toContain('2 unchanged, 1 without papers, 6 there already');
  });

  it('goes on from what is there when time has passed', async () => {
    server.reply = days;
    await fetchTrial('hf --since 2025-10-27');
    time.now = Date.parse('2025-11-04T12:00:00Z');
    await fetchTrial('hf --since last');
    expect(await fetched()).toContain('2025-11-04-hugging-face.json');
    server.asked = [];
    time.now += 30 * 86_400_000;
    await fetchTrial('hf');
    expect(server.asked[0]).toContain('2025-11-02');
  });

  it('asks anew with --again, with what the source said of its last answer', async () => {
    const lastModified = 'Mon, 27 May 2024 07:00:00 GMT';
    server.first = [answer(real, { ...JSON_TYPE, 'last-modified': lastModified, etag: 'W/"1"' })];
    await fetchTrial('hf --date 2024-05-27');
    server.first = [(response) => response.writeHead(304).end()];
    const { status, log } = await fetchTrial('hf --date 2024-05-27 --again');
    expect(status).toBe(0);
    expect(server.headers[1]).toMatchObject({
      'if-none-match': 'W/"1"',
      'if-modified-since': lastModified,
    });
    expect(log).toContain('1 unchanged');
    server.first = [answer(papers(3))];
    await fetchTrial('hf --date 2024-05-27 --again');
    expect(await digest('2024-05-27-hugging-face.json')).toBe(papers(3));
  });

  it('fetches a file again that was removed', async () => {
    server.reply = days;
    await fetchTrial('hf --date 2025-10-29');
    await rm(join(folders.content, 'digests/2025-10-29-hugging-face.json'));
    await fetchTrial('hf --date 2025-10-29');
    expect(server.headers.map((headers) => headers['if-none-match'])).toEqual([
      undefined,
      undefined,
    ]);
    expect(await fetched()).toEqual(['2025-10-29-hugging-face.json']);
  });

  it('leaves alone what the operator has changed or put there', async () => {
    const path = join(folders.content, 'digests/2025-10-31-hugging-face.json');
    await writeFile(path, 'mine');
    server.reply = days;
    const { status, error } = await fetchTrial('hf --date 2025-10-31');
    expect(status).toBe(1);
    expect(error).toMatch(/changed by hand.*\n.*Rename or remove 2025-10-31-hugging-face\.json/);
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  it('writes a file that a killed run had remembered and not yet written', async () => {
    server.reply = answer(papers(1));
    await fetchTrial('hf --date 2024-05-27');
    server.reply = answer(papers(2));
    await fetchTrial('hf --date 2024-05-27 --again');
    await writeFile(join(folders.content, 'digests/2024-05-27-hugging-face.json'), papers(1));
    const { status } = await fetchTrial('hf --date 2024-05-27');
    expect(status).toBe(0);
    expect(await digest('2024-05-27-hugging-face.json')).toBe(papers(2));
  });

  it('says what is wrong with what it remembers', async () => {
    await writeFile(join(folders.content, 'digests/.fetch.json'), '{"version": 1,');
    const { status, error } = await fetchTrial('hf');
    expect(status).toBe(1);
    expect(error).toMatch(/\.fetch\.json:1: expected .*\n.*Remove the file/);
    expect(server.asked).toEqual([]);
  });
});

describe('sheaf fetch with wrong arguments', () => {
  it.each([
    ['hf --date 2025-02-30', /YYYY-MM-DD/],
    ['hf --date 2025-11-02', /yet to come/],
    ['hf --week 2025-W53', /YYYY-Www/],
    ['hf --week 2026-W01', /yet to come/],
    ['hf --month 2025-13', /YYYY-MM/],
    ['hf --month 2025-12', /yet to come/],
    ['hf --date 2025-10-29 --since 2025-10-01', /cannot be used/],
    ['hf --since yesterday', /YYYY-MM-DD or last/],
    ['hf --since last', /finds nothing/],
    ['hf --since 1925-10-01', /before Hugging Face began; name a day from 2023/],
    ['arxiv --category cs.LG --since 1990-01-01', /before arXiv began/],
    ['arxiv', /--category/],
    ['arxiv --category cs/LG', /category of arXiv/],
    ['hf --from ftp://example.org', /no address/],
    ['hf --from http://user@example.org', /no address/],
    ['bibtex', /error:|Usage:/],
  ])('%s exits with 2, says why and asks nothing', async (args, words) => {
    const { status, error } = await fetchTrial(args);
    expect(error).toMatch(words);
    expect(status).toBe(2);
    expect(server.asked).toEqual([]);
  });
});
