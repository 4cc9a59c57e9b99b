import type { WorkerScope } from './worker-scope.d.ts';

/** The service worker itself. */
export const scope = self as unknown as WorkerScope;

/** Address of the site, with a slash at its end. */
export const siteAddress = new URL(import.meta.env.BASE_URL, location.origin).href;

/** Whether its name holds a hash of what is in it, so that it never changes. */
export function isHashed(address: string): boolean {
  return address.startsWith(`${siteAddress}_astro/`);
}

/** An address without what does not change a static file. */
export function fileAddress(address: string): string {
  const url = new URL(address);
  return url.origin + url.pathname;
}
