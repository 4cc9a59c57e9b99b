import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** Starts the browser that the setup found, closed off from every other host. */
export function openBrowser(): Promise<Browser> {
  const { executablePath, environment } = inject('browser');
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...environment },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
