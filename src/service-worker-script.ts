import type { Site } from './site-data.ts';

/** Stands in the service worker until the hash of the whole build is known. */
export const UNKNOWN_BUILD = 'sheaf-build-unknown';

/**
 * The script at the root of the site that browsers run as its service worker: it names the build and
 * loads the rest. Where the operator wants nothing to work offline, it clears away what an earlier build
 * left, and itself.
 */
export function serviceWorker(
  { offline, base }: Pick<Site, 'offline' | 'base'>,
  rest: string,
): string {
  if (offline)
    return `self.sheafBuild = ${JSON.stringify(UNKNOWN_BUILD)};\nimportScripts(${JSON.stringify(rest)});\n`;
  return `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith(${JSON.stringify(`sheaf:${base}:`)}));
  await Promise.all(own.map((name) => caches.delete(name)));
  await self.registration.unregister();
})()));
`;
}
