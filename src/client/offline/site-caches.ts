import { scope } from './scope.ts';

/** Other sites on the host have caches of their own. */
const PREFIX = `sheaf:${import.meta.env.BASE_URL}:`;
const own = `${PREFIX}${scope.sheafBuild}:`;

/** Caches of this build: pages and data that were visited, hashed files, and what saved papers need. */
export const VISITED = `${own}visited`;
export const HASHED = `${own}hashed`;
export const SAVED = `${own}saved`;

/** So many visited pages and files are kept; the first to come go first. */
const MOST_VISITED = 400;

/** The names of caches of saved papers that earlier builds filled. */
export async function earlierSaved(): Promise<string[]> {
  const names = await ownNames();
  return names.filter((name) => name.endsWith(':saved') && name !== SAVED);
}

/** Deletes what earlier builds kept, but for the papers that the reader saved. */
export async function deleteEarlier(): Promise<void> {
  const names = await ownNames();
  const earlier = names.filter((name) => !name.startsWith(own) && !name.endsWith(':saved'));
  await Promise.all(earlier.map((name) => caches.delete(name)));
}

/** What was kept of a file: of this build, else a saved paper's of an earlier one. */
export async function findKept(address: string): Promise<Response | undefined> {
  const others = await ownNames();
  for (const name of new Set([VISITED, SAVED, HASHED, ...others])) {
    const kept = await caches.match(address, { cacheName: name });
    if (kept) return kept;
  }
  return undefined;
}

/** Keeps an answer; where the browser has no room for it, it is not kept. */
export async function keep(name: string, address: string, response: Response): Promise<void> {
  try {
    const cache = await caches.open(name);
    await cache.put(address, response);
    if (name !== VISITED) return;
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, -MOST_VISITED).map((key) => cache.delete(key)));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

async function ownNames(): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX));
}
