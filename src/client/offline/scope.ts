import type { WorkerScope } from './worker-scope.d.ts';

/** The service worker itself. */
export const scope = self as unknown as WorkerScope;

/** Address of the site, with a slash at its end. */
export const siteAddress = new URL(import.meta.env.BASE_URL, location.origin).href;

/** Whether a file never changes: its name holds a hash, or the version of KaTeX. */
export function neverChanges(address: string): boolean {
  return ['_astro/', 'katex/'].some((folder) => address.startsWith(siteAddress + folder));
}

/** An address without what does not change a static file. */
export function fileAddress(address: string): string {
  const url = new URL(address);
  return url.origin + url.pathname;
}
