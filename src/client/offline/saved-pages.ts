import { keepPage } from './keep-page.ts';
import { siteAddress } from './scope.ts';
import { earlierSaved, SAVED } from './site-caches.ts';

const AT_ONCE = 4;
const PAPERS = `${siteAddress}papers/`;

/** Keeps the pages of these papers and of no others. Offline, those that are missing stay so. */
export async function keepSaved(ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids.map((id) => `${PAPERS}${id}/`));
  const kept = new Set<string>();
  for (const name of [SAVED, ...(await earlierSaved())]) {
    const cache = await caches.open(name);
    for (const address of await pagesOf(cache)) {
      if (wanted.has(address)) kept.add(address);
      else await cache.delete(address);
    }
  }
  await keepAll([...wanted].filter((address) => !kept.has(address)));
}

/** Brings the pages that were saved under earlier builds up to date. Offline, they stay as they are. */
export async function renewSaved(): Promise<void> {
  for (const name of await earlierSaved()) {
    const cache = await caches.open(name);
    const pages = await pagesOf(cache);
    const isDone = await keepAll(pages, (address) => cache.delete(address));
    if (isDone) await caches.delete(name);
  }
}

/** Whether the site could be reached for all of them. */
async function keepAll(
  addresses: readonly string[],
  done?: (address: string) => Promise<unknown>,
): Promise<boolean> {
  const queue = [...addresses];
  const work = async () => {
    for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
      const status = await keepPage(SAVED, SAVED, address);
      // What is gone stays gone; a server that can't answer now is asked another time.
      if (status < 500) await done?.(address);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return true;
  } catch {
    return false;
  }
}

async function pagesOf(cache: Cache): Promise<string[]> {
  const keys = await cache.keys();
  return keys.map(({ url }) => url).filter((address) => address.startsWith(PAPERS));
}
