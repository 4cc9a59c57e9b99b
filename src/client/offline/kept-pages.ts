// On the page that says that there is no network: what can be read without one.
import { element } from '../element.ts';

const MOST_LISTED = 100;
const base = import.meta.env.BASE_URL;
const section = element<HTMLElement>('#kept');
const list = element<HTMLUListElement>('#kept ul');

/** The addresses and titles of kept pages, of each kind of cache the last to come first. */
async function keptPages(): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  const names = await caches.keys();
  for (const name of names.filter((one) => /^.*:(?:saved|visited)$/.test(one))) {
    if (!name.startsWith(`sheaf:${base}:`)) continue;
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).toReversed()) {
      if (titles.size >= MOST_LISTED) break;
      const response = await cache.match(request);
      if (!response?.headers.get('content-type')?.startsWith('text/html')) continue;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (page.querySelector('#kept') === null) titles.set(request.url, page.title);
    }
  }
  return titles;
}

// Absent where the address is not secure.
if ('caches' in globalThis)
  void keptPages().then((titles) => {
    for (const [address, title] of titles) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = address;
      // All titles end in that of the site.
      link.textContent = title.replace(/ · [^·]*$/, '');
      item.append(link);
      list.append(item);
    }
    section.hidden = titles.size === 0;
  });
