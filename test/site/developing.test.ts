import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { main } from '../../scripts/command-line.ts';
import { realEffects } from '../../scripts/effects.ts';
import { openBrowser } from './open-browser.ts';

let browser: Browser;
let content = '';

beforeAll(async () => {
  browser = await openBrowser();
  content = await mkdtemp(join(tmpdir(), 'sheaf-dev-'));
  await cp(inject('site').content, content, { recursive: true });
  await rm(join(content, 'digests/000_85217d1ccac5de9a.txt'));
  await rm(join(content, 'digests/001_ee57d4caadcd0975.txt'));
  await rm(join(content, 'topics.lock.json'));
});
afterAll(async () => {
  await browser.close();
  await rm(content, { recursive: true });
});

it('sheaf dev builds again when a digest changes, shows it, and keeps the last good site', async () => {
  const log: string[] = [];
  const error: string[] = [];
  const stop = new AbortController();
  const finished = main(
    ['dev', '--content', content, '--port', '0'],
    {
      ...realEffects,
      log: (line) => log.push(line),
      error: (line) => error.push(line),
      progress: () => undefined,
    },
    stop.signal,
  );
  const address = await vi.waitUntil(() => log.find((line) => line.startsWith('http://')), 30_000);
  const page = await browser.newPage();
  await page.goto(address);
  expect(await page.locator('.numbers dd').first().innerText()).toBe('30');

  const digest = join(content, 'digests/002_beecdf11677fe123.txt');
  const text = await readFile(digest, 'utf8');
  const [, abstract] = /\n\n(Gradient-based [^\n]{300,}|[^\n]{400,})\n/.exec(text) ?? [];
  await writeFile(digest, `${text}\nA Paper That Came Later\n\n${abstract ?? ''}\n`);
  // The open page loads itself anew.
  await page.locator('.numbers dd', { hasText: '31' }).waitFor();

  await writeFile(digest, `${text}\nA title alone\n`);
  await vi.waitUntil(() => error.join('\n').includes('the last good site is still served'), 30_000);
  expect(error.join('\n')).toContain('expected an abstract below this title');
  await page.reload();
  expect(await page.locator('.numbers dd').first().innerText()).toBe('31');

  // The lock that each build writes is no change of the content.
  const builds = () => log.filter((line) => line.includes('written after')).length;
  expect(builds()).toBe(2);
  expect(await readdir(content)).toContain('topics.lock.json');
  await setTimeout(1000);
  expect(builds()).toBe(2);

  stop.abort();
  expect(await finished).toBe(0);
});
