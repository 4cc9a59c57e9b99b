import { fileAddress, neverChanges, siteAddress } from './scope.ts';
import { keep } from './site-caches.ts';

/** Names of files in pages, styles and scripts. Only what never changes is taken of them. */
const FILE_NAME = /[\w@./-]+\.(?:css|js|woff2|svg|png)\b/g;

/**
 * Keeps a page as the site has it now, with the styles, scripts and fonts that it needs. Returns the
 * status of the answer. Throws TypeError where the site can't be reached.
 */
export async function keepPage(name: string, assets: string, address: string): Promise<number> {
  const response = await fetch(fileAddress(address), { cache: 'no-cache' });
  if (!response.ok || response.redirected) return response.status;
  const text = await response.clone().text();
  await keepAssets(assets, text, siteAddress, new Set());
  await keep(name, fileAddress(address), response);
  return response.status;
}

async function keepAssets(
  name: string,
  text: string,
  base: string,
  done: Set<string>,
): Promise<void> {
  for (const [file] of text.matchAll(FILE_NAME)) {
    const address = addressOf(file, base);
    if (done.has(address) || !neverChanges(address)) continue;
    done.add(address);
    if (await caches.match(address, { cacheName: name })) continue;
    const response = (await caches.match(address)) ?? (await fetch(address));
    if (!response.ok) continue;
    // What it names comes first: a file that is kept is kept with all that it needs.
    if (/\.(?:css|js)$/.test(address))
      await keepAssets(name, await response.clone().text(), address, done);
    await keep(name, address, response);
  }
}

/** Beside the file that names it, or, as scripts name what they load later, below the site's address. */
function addressOf(file: string, base: string): string {
  return new URL(file, file.startsWith('_astro/') ? siteAddress : base).href;
}
