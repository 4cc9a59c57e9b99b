import { once } from 'node:events';
import { createServer } from 'node:net';
import lighthouse, { type OutputMode } from 'lighthouse';
import { chromium } from 'playwright-core';

/** What Lighthouse looks at. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What Lighthouse says of a page. */
export interface LighthouseReport {
  readonly url: string;
  /** From 0 to 100, of the categories asked for. */
  readonly scores: Readonly<Partial<Record<Category, number>>>;
  /** `id: title` of each audit that costs points or did not run, less those of performance. */
  readonly faults: readonly string[];
  /** Of performance: first and largest contentful paint and blocking time in ms, layout shift. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** A browser to run in, and the variables that it needs beside those of this process. */
export interface LighthouseBrowser {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
];

/**
 * Runs Lighthouse over pages, one after the other, with its settings for a mobile telephone. The browser
 * asks no host but those of the pages. Throws an Error where a page does not load.
 */
export async function runLighthouse(
  urls: readonly string[],
  { executablePath, environment }: LighthouseBrowser,
  categories: readonly Category[] = CATEGORIES,
): Promise<LighthouseReport[]> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...environment },
    args: [
      `--remote-debugging-port=${port}`,
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  try {
    const reports: LighthouseReport[] = [];
    for (const url of urls) reports.push(await inspect(url, port, categories));
    return reports;
  } finally {
    await browser.close();
  }
}

async function inspect(
  url: string,
  port: number,
  categories: readonly Category[],
): Promise<LighthouseReport> {
  const output: OutputMode = 'json';
  const flags = { port, output, logLevel: 'silent' as const, onlyCategories: [...categories] };
  const result = await lighthouse(url, flags);
  if (!result || result.lhr.runtimeError) {
    throw new Error(`Lighthouse could not look at ${url}: ${result?.lhr.runtimeError?.message}`);
  }
  const { lhr } = result;
  const scores = Object.entries(lhr.categories).map(([id, { score }]) => [id, (score ?? 0) * 100]);
  const counted = Object.values(lhr.categories)
    .filter(({ id }) => id !== 'performance')
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  const faults = counted
    .map(({ id }) => lhr.audits[id]!)
    .filter(({ score, scoreDisplayMode }) =>
      scoreDisplayMode === 'error' ? true : score !== null && score < 1,
    )
    .map(({ id, title }) => `${id}: ${title}`);
  const metrics = METRICS.filter((id) => id in lhr.audits).map((id) => [
    id,
    lhr.audits[id]!.numericValue ?? Number.NaN,
  ]);
  return {
    url,
    scores: Object.fromEntries(scores) as LighthouseReport['scores'],
    faults,
    metrics: Object.fromEntries(metrics) as LighthouseReport['metrics'],
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}
