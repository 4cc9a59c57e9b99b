import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../scripts/effects.ts';
import { fetchHuggingFace } from '../../../scripts/fetch.ts';
import { ASK_LIMITS, type AskLimits } from '../../../scripts/fetch/ask.ts';
import { folders } from '../sheaf-in-folders.ts';
import { fetched, fetchTrial, time, useFetchTrial } from './fetch-in-folders.ts';
import { answer, FEED, PAGE, papers, recording, type Reply, server } from './replay-server.ts';

useFetchTrial();

const JSON_TYPE = { 'content-type': 'application/json' };
const good = answer(recording('daily-papers.json'));
const day = 'hf --date 2024-05-27';

const busy =
  (status: number, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, headers).end('busy');

const cutOff: Reply = (response) => {
  response.writeHead(200, { ...JSON_TYPE, 'content-length': '500000' });
  response.write('[{"paper":', () => response.destroy());
};

/** Asserts that nothing was kept, and nothing left behind. */
async function expectNothing(): Promise<void> {
  expect(await fetched()).toEqual([]);
  const state = await readFile(join(folders.content, 'digests/.fetch.json'), 'utf8');
  expect((JSON.parse(state) as { answers: unknown }).answers).toEqual({});
}

describe('a source that fails for a while', () => {
  it.each([
    ['500 twice', [busy(500), busy(500)], [2000, 4000]],
    ['429 without Retry-After', [busy(429), busy(429)], [15_000, 30_000]],
    ['429 with seconds', [busy(429, { 'retry-after': '7' })], [7000]],
    ['503 with a date', [busy(503, { 'retry-after': 'Sat, 01 Nov 2025 12:01:30 GMT' })], [90_000]],
    ['a date gone by', [busy(503, { 'retry-after': 'Fri, 31 Oct 2025 12:00:00 GMT' })], [1000]],
    ['Retry-After that says nothing', [busy(503, { 'retry-after': 'soon 5' })], [2000]],
    ["Hugging Face's own header", [busy(429, { ratelimit: '"api";r=0;t=55' })], [55_000]],
    ['an answer that is cut off', [cutOff], [2000]],
    ['a connection that is closed', [((response) => response.destroy()) as Reply], [2000]],
    ['half of a list', [answer('[{"paper": {"id": "24')], [2000]],
    ['bytes that are no UTF-8', [answerBytes([0x5b, 0xff, 0x5d])], [2000]],
  ])('%s: is asked again after the right pause', async (_, replies, pauses) => {
    server.first = [...replies];
    server.reply = good;
    const { status, error } = await fetchTrial(day);
    expect(status).toBe(0);
    expect(time.pauses).toEqual(pauses);
    expect(error).toContain(`trying again in ${pauses[0]! / 1000} s (2 of 6)`);
    expect(await fetched()).toEqual(['2024-05-27-hugging-face.json']);
  });

  it('is given up after six tries, and no other day is tried then', async () => {
    server.reply = busy(502);
    const { status, error } = await fetchTrial('hf');
    expect(status).toBe(1);
    expect(server.asked).toHaveLength(6);
    expect(time.pauses).toEqual([2000, 4000, 8000, 16_000, 32_000]);
    expect(error).toMatch(/1 could not be fetched; 6 more not tried/);
    expect(error).toMatch(/status 502, “busy”\n.*run the same command again later/);
    await expectNothing();
  });

  it.each([['86400'], ['Sun, 02 Nov 2025 12:00:00 GMT']])(
    'is left alone when it asks for more than ten minutes: %s',
    async (wish) => {
      server.reply = busy(429, { 'retry-after': wish });
      const { status, error } = await fetchTrial(day);
      expect(status).toBe(1);
      expect(server.asked).toHaveLength(1);
      expect(time.pauses).toEqual([]);
      expect(error).toContain('asks to wait until 2025-11-02T12:00:00.000Z');
    },
  );

  it('is out of reach: says how to get through a proxy', async () => {
    const { status, error } = await fetchTrial(`${day} --from http://127.0.0.1:9`);
    expect(status).toBe(1);
    expect(error).toMatch(/refused|no answer/);
    await expectNothing();
  });
});

describe('an answer that is no list of papers', () => {
  const login = '<!DOCTYPE html><html><head><title>Log in</title></head></html>';
  it.each([
    ['a login page', answer(login, PAGE), /a web page, “Log in”, in place of JSON\n.*browser/],
    ['a login page as JSON', answer(login, JSON_TYPE), /a web page, “Log in”/],
    ['plain text', answer('[]', { 'content-type': 'text/plain' }), /type “text\/plain”/],
    ['no type', answer('[]', {}), /type “none”/],
    ['an object', answer('{"status": "ok", "data": []}'), /an object .* in place of a list/],
    ['a wrapped error', answer('{"error": "gone"}'), /an object/],
    ['a number', answer('7'), /a single value/],
    ['null', answer('null'), /a single value/],
    ['papers without papers', answer('[{"paper": {"id": "1", "title": "A"}}, {}]'), /item 2/],
    ['a title that is none', answer('[{"paper": {"id": "1", "title": 5}}]'), /item 1/],
    ['401', answer('{"error": "Who?"}', JSON_TYPE, 401), /status 401, “Who\?”\n.*login/],
    ['404', answer(login, PAGE, 404), /status 404, “Log in”\n.*nothing at this address/],
    ['304 to a plain question', answer('', {}, 304), /status 304/],
    ['204', answer('', {}, 204), /status 204/],
    ['a redirect to nowhere', answer('', {}, 302), /a redirect to nowhere/],
    ['a redirect to a file', answer('', { location: 'file:///etc/passwd' }, 302), /file:/],
    ['a feed', answer(recording('arxiv-feed.xml'), FEED), /in place of JSON/],
  ])('%s: is an error with words, asked once, and not kept', async (_, reply, words) => {
    server.reply = reply;
    const { status, error } = await fetchTrial(day);
    expect(error).toMatch(words);
    expect(status).toBe(1);
    expect(server.asked).toHaveLength(1);
    await expectNothing();
  });

  it('costs its own day alone', async () => {
    server.first = [answer('{}'), answer('{}')];
    server.reply = answer(papers(1));
    const { status, error, log } = await fetchTrial('hf --since 2025-10-29');
    expect(status).toBe(1);
    expect(error).toMatch(/2 could not be fetched\. What was fetched is kept/);
    expect(log).toContain('2 files with 2 papers written');
    expect(await fetched()).toHaveLength(2);
  });

  it('ends the run when it comes three times in a row', async () => {
    server.reply = answer(login, PAGE);
    const { error } = await fetchTrial('hf --since 2025-10-01');
    expect(server.asked).toHaveLength(3);
    expect(error).toMatch(/3 could not be fetched; 29 more not tried/);
  });
});

describe('redirects', () => {
  it('are followed', async () => {
    server.first = [answer('', { location: '/elsewhere' }, 307)];
    server.reply = good;
    expect((await fetchTrial(day)).status).toBe(0);
    expect(server.asked[1]).toBe('/elsewhere');
  });

  it('end when they go in circles', async () => {
    server.reply = answer('', { location: '/again' }, 302);
    const { status, error } = await fetchTrial(day);
    expect(status).toBe(1);
    expect(server.asked).toHaveLength(6);
    expect(error).toMatch(/more than 5 redirects.*\n.*circles/);
  });
});

describe('an answer too slow or too large', () => {
  /** Fetches a day with small limits, and returns what went wrong. */
  async function failure(limits: Partial<AskLimits>): Promise<string> {
    const quiet = () => {};
    const effects = { ...realEffects, log: quiet, error: quiet, progress: quiet };
    const options = { content: folders.content, from: server.address, again: false };
    return fetchHuggingFace(
      { ...options, date: '2024-05-27' },
      { ...effects, sleep: () => Promise.resolve() },
      new AbortController().signal,
      { ...ASK_LIMITS, ...limits },
    ).then(
      () => 'none',
      (error: unknown) => (error as Error).message,
    );
  }

  const drip: Reply = (response) => {
    response.writeHead(200, JSON_TYPE).write('[');
    const timer = setInterval(() => response.write(' '), 5);
    response.on('close', () => {
      clearInterval(timer);
    });
  };

  it('is cut off when it does not begin', async () => {
    server.reply = () => {};
    expect(await failure({ beginMs: 50 })).toMatch(/no answer after 0\.05 s/);
    expect(server.asked).toHaveLength(6);
    await expectNothing();
  });

  it('is cut off when it stops half-way', async () => {
    server.reply = (response) => response.writeHead(200, JSON_TYPE).write('[');
    expect(await failure({ idleMs: 50 })).toMatch(/nothing more for 0\.05 s/);
    await expectNothing();
  });

  it('is cut off when it never ends, however steadily it comes', async () => {
    server.reply = drip;
    expect(await failure({ totalMs: 200, idleMs: 10_000 })).toMatch(/no whole answer after 0\.2 s/);
    await expectNothing();
  });

  it('is cut off at the limit of its size, without another try', async () => {
    let sent = 0;
    server.reply = (response) => {
      response.writeHead(200, JSON_TYPE);
      const part = Buffer.alloc(2 ** 20, ' ');
      const send = () => {
        for (let more = true; more && sent < 3 * 2 ** 30; sent += part.length) {
          more = response.write(part);
        }
      };
      response.on('drain', send);
      send();
    };
    expect(await failure({})).toMatch(/more than 16 MB\n.*no list of papers/);
    expect(server.asked).toHaveLength(1);
    expect(sent).toBeLessThan(2 ** 30);
    await expectNothing();
  });

  it('is cut off there too when it was packed small', async () => {
    const bomb = gzipSync(Buffer.alloc(20 * 2 ** 20, ' '));
    server.reply = (response) =>
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(bomb);
    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(await failure({})).toMatch(/more than 16 MB/);
  });

  it('is refused at once when it announces three gigabytes', async () => {
    server.reply = (response) =>
      response.writeHead(200, { ...JSON_TYPE, 'content-length': String(3 * 2 ** 30) }).write('[');
    expect(await failure({})).toMatch(/more than 16 MB/);
    expect(server.asked).toHaveLength(1);
  });
});

describe('a run that is stopped', () => {
  it('exits with 130, keeps what it has, and goes on from there', async () => {
    const stop = new AbortController();
    const one = (response: Parameters<Reply>[0]) => {
      answer(papers(1))(response, null as never);
    };
    server.first = [one, one, () => void stop.abort()];
    server.reply = one;
    const { status, error } = await fetchTrial('hf --since 2025-10-20', stop.signal);
    expect(status).toBe(130);
    expect(error).toBe(
      'sheaf: stopped; what was fetched is kept; the same command goes on from there',
    );
    expect(await fetched()).toHaveLength(2);
    server.asked = [];
    const { log } = await fetchTrial('hf --since last');
    expect(server.asked[0]).toContain('2025-10-22');
    expect(log).toContain('2 there already');
    const names = await readdir(join(folders.content, 'digests'));
    expect(names.filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('ends a pause at once', async () => {
    const stop = new AbortController();
    server.reply = (response) => {
      busy(503, { 'retry-after': '500' })(response, null as never);
      setTimeout(() => {
        stop.abort();
      }, 20);
    };
    const error = await fetchHuggingFace(
      { content: folders.content, from: server.address, again: false, date: '2024-05-27' },
      { ...realEffects, log: () => {}, error: () => {}, progress: () => {} },
      stop.signal,
    ).catch((caught: unknown) => caught);
    expect((error as Error).name).toBe('StoppedError');
  });
});

function answerBytes(bytes: readonly number[]): Reply {
  return (response) => response.writeHead(200, JSON_TYPE).end(Buffer.from(bytes));
}
