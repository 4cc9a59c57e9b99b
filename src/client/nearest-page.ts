// On the page that hosts show for an unknown address: the nearest page above that. A list may have had
// fewer pages, filters or orders before than it has now.
import { element } from './element.ts';

const base = import.meta.env.BASE_URL;

/** The addresses above one, the nearest first, less the home page. */
function addressesAbove(path: string): string[] {
  const parts = path.slice(base.length).split('/').filter(Boolean);
  return parts.slice(1).map((_, at) => `${base}${parts.slice(0, -1 - at).join('/')}/`);
}

/** The heading of a page; null where there is none. */
async function headingAt(address: string): Promise<string | null> {
  const response = await fetch(address);
  if (!response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.querySelector('h1')?.textContent.trim() ?? null;
}

async function show(): Promise<void> {
  for (const address of addressesAbove(location.pathname)) {
    const heading = await headingAt(address);
    if (heading === null) continue;
    const link = element<HTMLAnchorElement>('#nearest-page a');
    link.href = address;
    link.textContent = heading;
    element<HTMLElement>('#nearest-page').hidden = false;
    return;
  }
}

if (location.pathname.startsWith(base)) {
  // What the page says is true without it, and offline there is nothing to find.
  show().catch(() => undefined);
}
