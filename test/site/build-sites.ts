import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../scripts/serve.ts';
import { dailyAnswers } from './daily-answers.ts';
import { findBrowser, type FoundBrowser } from './find-browser.ts';
import { type ApiPaper, readJsonLines } from './site-files.ts';

/** A site, and where it is served. */
export interface ServedSite {
  /** Folder of its files. */
  readonly folder: string;
  /** Path under which it lives. */
  readonly base: string;
  /** `http://127.0.0.1:PORT` and the base, with a slash at the end. */
  readonly address: string;
}

/** A site built from the seed collection. */
export interface BuiltSite extends ServedSite {
  /** Folder of its content. */
  readonly content: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Without a `url`, at the root. */
    site: BuiltSite;
    /** The same collection with `url: https://example.org/field/papers`. */
    siteUnderPath: BuiltSite;
    /** A small one of two levels, which no content stands behind. */
    siteOfAreas: ServedSite;
    /** Papers with authors, organisations, upvotes and days, of `url: https://daily.example`. */
    daily: BuiltSite;
    browser: FoundBrowser;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** Builds the sites that the tests look at, once, by the command that an operator uses. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const work = await mkdtemp(join(tmpdir(), 'sheaf-test-'));
  project.provide('browser', await findBrowser(work));
  const content = join(work, 'content');
  await cp(join(ROOT, 'content'), content, { recursive: true });
  // Topics go on from a lock, as they do for an operator, whether or not one is there already.
  await sheafBuild(content, join(work, 'data'), '--data-only');
  const moved = join(work, 'content-under-path');
  await cp(content, moved, { recursive: true });
  const settings = await readFile(join(moved, 'site.yaml'), 'utf8');
  await writeFile(
    join(moved, 'site.yaml'),
    `${settings}\nurl: https://example.org/field/papers/\n`,
  );
  const [site, underPath] = await Promise.all([
    buildAndServe(content, join(work, 'dist'), '/'),
    buildAndServe(moved, join(work, 'dist-under-path'), '/field/papers/'),
  ]);
  project.provide('site', site.built);
  project.provide('siteUnderPath', underPath.built);

  const dailyContent = join(work, 'content-daily');
  await writeDailyContent(dailyContent, join(work, 'data/api/papers-1.jsonl'));
  const program = join(ROOT, 'test/site/render-site-of-areas.ts');
  const folder = join(work, 'dist-of-areas');
  const [daily] = await Promise.all([
    buildAndServe(dailyContent, join(work, 'dist-daily'), '/'),
    run(process.execPath, [program, folder, join(work, 'data-of-areas')]),
  ]);
  project.provide('daily', daily.built);
  const areas = await serve(folder, '/areas-and-all/');
  project.provide('siteOfAreas', areas.served);

  return async () => {
    await Promise.all([site.close(), underPath.close(), areas.close(), daily.close()]);
    await rm(work, { recursive: true });
  };
}

async function writeDailyContent(folder: string, seedPapers: string): Promise<void> {
  await mkdir(join(folder, 'digests'), { recursive: true });
  await writeFile(join(folder, 'site.yaml'), 'title: Daily papers\nurl: https://daily.example\n');
  for (const { file, json } of dailyAnswers(await readJsonLines<ApiPaper>(seedPapers))) {
    await writeFile(join(folder, 'digests', file), json);
  }
}

async function buildAndServe(
  content: string,
  folder: string,
  base: string,
): Promise<{ built: BuiltSite; close: () => Promise<void> }> {
  await sheafBuild(content, folder);
  const { served, close } = await serve(folder, base);
  return { built: { ...served, content }, close };
}

async function sheafBuild(content: string, out: string, ...args: string[]): Promise<void> {
  const program = join(ROOT, 'scripts', 'sheaf.mjs');
  await run(process.execPath, [program, 'build', '--content', content, '--out', out, ...args]);
}

async function serve(
  folder: string,
  base: string,
): Promise<{ served: ServedSite; close: () => Promise<void> }> {
  const server = await serveSite({ folder, base, port: 0 });
  const address = server.address.endsWith('/') ? server.address : `${server.address}/`;
  return { served: { folder, base, address }, close: () => server.close() };
}
