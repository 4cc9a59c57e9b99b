import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser } from './open-browser.ts';

/**
 * Starts a browser for the tests of a file, and returns what opens a page in it. After each test its pages
 * are closed, and the test fails for an error on one of them or a request to another host.
 */
export function preparePages(): (
  address: string,
  options?: BrowserContextOptions,
) => Promise<Page> {
  let browser: Browser;
  let problems: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const seen = problems;
    problems = [];
    expect(seen).toEqual([]);
  });
  afterAll(() => browser.close());
  return async (address, options = {}) => {
    // What one test kept for reading offline is no matter of another.
    const context = await browser.newContext({ serviceWorkers: 'block', ...options });
    context.on('weberror', (error) => problems.push(String(error.error())));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol !== 'data:' && url.hostname !== '127.0.0.1')
        problems.push(`asks ${url.href}`);
    });
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
}
