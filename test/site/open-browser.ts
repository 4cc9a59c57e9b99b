import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** Starts the browser that the setup found, closed off from every other host. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: inject('browserPath'),
    env: { ...process.env, ...inject('browserEnvironment') },
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
