// Keeps what the reader visited and saved for reading offline. Pages come from the network whenever it is
// there, so that nothing is ever older than the site; only files with a hash in their name come from a
// cache first.
import { keepPage } from './keep-page.ts';
import { keepSaved, renewSaved } from './saved-pages.ts';
import { fileAddress, neverChanges, scope, siteAddress } from './scope.ts';
import { deleteEarlier, findKept, HASHED, keep, VISITED } from './site-caches.ts';
import type { FetchEvent } from './worker-scope.d.ts';

const OFFLINE = `${siteAddress}offline/`;
/** Larger files are not worth the room. */
const MOST_BYTES = 8_000_000;

let isRenewed = false;
/** One after the other: two lists at once would undo each other. */
let keeping: Promise<unknown> = Promise.resolve();

scope.addEventListener('install', (event) => {
  event.waitUntil(install());
});
scope.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});
scope.addEventListener('message', (event) => {
  const { saved } = (event.data ?? {}) as { saved?: unknown };
  if (!Array.isArray(saved)) return;
  const ids = saved.filter((id) => typeof id === 'string');
  keeping = keeping.then(() => keepSaved(ids)).catch(() => undefined);
  event.waitUntil(keeping);
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (!isOurs(request)) return;
  event.respondWith(neverChanges(request.url) ? cacheFirst(event) : networkFirst(event));
  if (request.mode !== 'navigate' || isRenewed) return;
  isRenewed = true;
  event.waitUntil(renewSaved());
});

async function install(): Promise<void> {
  // The pages that are open now were loaded before there was a worker.
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const visited = open.map(({ url }) => url).filter((url) => url.startsWith(siteAddress));
  for (const address of new Set([OFFLINE, `${siteAddress}saved/`, ...visited.map(fileAddress)]))
    await keepPage(VISITED, HASHED, address);
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  await deleteEarlier();
  await (scope.registration.navigationPreload as NavigationPreloadManager | undefined)?.enable();
  await scope.clients.claim();
}

/** Left to the browser: other hosts, streams, parts of files, and the data for other programs. */
function isOurs({ method, url, headers }: Request): boolean {
  return (
    method === 'GET' &&
    url.startsWith(siteAddress) &&
    !url.startsWith(`${siteAddress}api/`) &&
    !headers.has('range') &&
    headers.get('accept') !== 'text/event-stream'
  );
}

async function cacheFirst(event: FetchEvent): Promise<Response> {
  const address = fileAddress(event.request.url);
  const kept = await findKept(address);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keep(HASHED, address, response.clone()));
  return response;
}

async function networkFirst(event: FetchEvent): Promise<Response> {
  const { request, preloadResponse } = event;
  const address = fileAddress(request.url);
  try {
    const response = (await preloadResponse) ?? (await fetch(request));
    const isSmall = Number(response.headers.get('content-length') ?? 0) <= MOST_BYTES;
    if (response.ok && isSmall) event.waitUntil(keep(VISITED, address, response.clone()));
    return response;
  } catch (error) {
    const kept = await findKept(address);
    if (kept) return kept;
    const page = request.mode === 'navigate' ? await findKept(OFFLINE) : undefined;
    if (page) return page;
    throw error;
  }
}
