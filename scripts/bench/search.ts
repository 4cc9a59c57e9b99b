// `npm run bench:search -- FOLDER`: what a reader's browser loads of a built site for a first search, and
// how long first and later searches take. Told in docs/benchmark.md.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { findBrowser } from '../../test/site/find-browser.ts';
import { SEARCH_FILES } from '../../src/search/search-data.ts';
import { serveSite } from '../serve.ts';

const [folder = 'dist'] = process.argv.slice(2);
/** Searches of one word and of more, each the first in a new browser, and then one after the other. */
const QUERIES = 5;

const browserFolder = await mkdtemp(join(tmpdir(), 'sheaf-bench-'));
const { chromium } = await import('playwright-core');
const { executablePath, environment } = await findBrowser(browserFolder);
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...environment },
  args: ['--no-sandbox', '--disable-gpu'],
});
const server = await serveSite({ folder, base: '/', port: 0 });
try {
  const queries = await queriesOf(folder);
  for (const [count, some] of queries.entries()) {
    const firsts = [];
    for (const query of some) firsts.push(await measureFirst(query));
    print(`first search, ${count + 1} words`, [
      ['kB in all', firsts.map(({ bytes }) => bytes / 1000)],
      ['kB without the wasm', firsts.map(({ bytes, wasmBytes }) => (bytes - wasmBytes) / 1000)],
      ['ms after the wasm', firsts.map(({ ms }) => ms)],
    ]);
  }
  print('later searches', [['ms', await measureLater(queries.flat())]]);
} finally {
  await server.close();
  await browser.close();
  await rm(browserFolder, { recursive: true });
}

/** Words of the collection's vocabulary, alone and by twos and threes, the same in each run. */
async function queriesOf(site: string): Promise<string[][]> {
  const text = await readFile(join(site, 'search', SEARCH_FILES.vocabulary), 'utf8');
  // Beyond the words of every abstract, and down to those of a few dozen papers.
  const words = text
    .split('\n')
    .filter((word) => word.length >= 5)
    .slice(50, 1500);
  const step = Math.floor(words.length / (QUERIES * 6));
  const next = (length: number, at: number) =>
    Array.from({ length }, (_, index) => words[(at + index * QUERIES * 2) * step]).join(' ');
  return [1, 2, 3].map((length) =>
    Array.from({ length: QUERIES }, (_, at) => next(length, at * length)),
  );
}

/** Bytes as a host sends them, compressed, and the time from the last byte of the wasm to the results. */
async function measureFirst(
  query: string,
): Promise<{ bytes: number; wasmBytes: number; ms: number }> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const requests: Request[] = [];
  context.on('requestfinished', (request) => requests.push(request));
  await context.addInitScript(noteFirstResult);
  const page = await openSearch(context, `?q=${encodeURIComponent(query)}`);
  const done = await page.evaluate(
    () => performance.getEntriesByName('first result')[0]!.startTime,
  );
  const origin = await page.evaluate(() => performance.timeOrigin);
  const bodies = await Promise.all(
    requests
      .filter((request) => /\/(?:pagefind|_astro|search)\/.*\.(?!css|woff2)\w+/.test(request.url()))
      .map(async (request) => ({ request, bytes: await sentBytes(request) })),
  );
  const wasm = bodies.find(({ request }) => request.url().includes('/wasm.'))!;
  const { startTime, responseEnd } = wasm.request.timing();
  await context.close();
  const bytes = bodies.reduce((sum, body) => sum + body.bytes, 0);
  return { bytes, wasmBytes: wasm.bytes, ms: origin + done - startTime - responseEnd };
}

/** Within the page, since what drives the browser asks it late, and keeps it busy by asking. */
function noteFirstResult(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('#search-results[aria-busy=false] li')) return;
    performance.mark('first result');
    observer.disconnect();
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}

async function measureLater(queries: readonly string[]): Promise<number[]> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await openSearch(context, `?q=${encodeURIComponent(queries[0]!)}`);
  return page.evaluate(async (all) => {
    const input = document.querySelector<HTMLInputElement>('#search-input')!;
    const list = document.querySelector('#search-results')!;
    const times: number[] = [];
    for (const query of all) {
      input.value = query;
      const start = performance.now();
      input.form!.requestSubmit();
      while (list.ariaBusy !== 'false') await new Promise((resolve) => setTimeout(resolve, 1));
      times.push(performance.now() - start);
    }
    return times;
  }, queries);
}

async function openSearch(context: BrowserContext, search: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.address}/search/${search}`, { waitUntil: 'commit' });
  await page.locator('#search-results[aria-busy=false] li').first().waitFor();
  return page;
}

/** Pagefind's own files are compressed as they lie there. */
async function sentBytes(request: Request): Promise<number> {
  const body = await (await request.response())!.body();
  return Math.min(body.length, gzipSync(body).length);
}

function print(title: string, rows: readonly [string, readonly number[]][]): void {
  for (const [name, values] of rows) {
    const sorted = values.toSorted((a, b) => a - b);
    const [median, most] = [sorted[sorted.length >> 1]!, sorted.at(-1)!];
    process.stdout.write(
      `${title}: ${name}: median ${median.toFixed(0)}, most ${most.toFixed(0)}\n`,
    );
  }
}
