import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { ServedSite } from './build-sites.ts';
import { listFiles } from './site-files.ts';

/** A page that stands for all of its kind. */
export interface KindOfPage {
  /** Its path with `*` for a name: `/papers/*`. */
  readonly kind: string;
  /** Path below the site's base, perhaps with a query. */
  readonly path: string;
  readonly url: string;
  readonly site: ServedSite;
}

/** Of the one page of search there are more kinds than files. */
const SEARCHES = [
  ['/search/ with results', 'search/?q=learning'],
  ['/search/ without results', 'search/?q=zzyzxqw'],
];

/**
 * A page of each kind that the sites of the tests have, the longest of its kind, in the order of their
 * kinds. A new kind of page is among them as soon as a site has one.
 */
export async function findKindsOfPages(): Promise<KindOfPage[]> {
  const longest = new Map<string, KindOfPage & { readonly length: number }>();
  for (const site of [inject('site'), inject('daily'), inject('siteOfAreas')]) {
    const files = (await listFiles(site.folder)).filter((file) => file.endsWith('.html'));
    for (const file of files) {
      const html = await readFile(join(site.folder, file), 'utf8');
      const kind = kindOf(file, html);
      if (html.length <= (longest.get(kind)?.length ?? 0)) continue;
      const path = file.replace(/(^|\/)index\.html$/, '$1');
      longest.set(kind, { kind, path, url: site.address + path, site, length: html.length });
    }
  }
  const site = inject('site');
  const searches = SEARCHES.map(([kind, path]) => ({
    kind: kind!,
    path: path!,
    url: site.address + path!,
    site,
  }));
  const kinds = [...longest.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  return [...kinds, ...searches];
}

/** The first folder names what the others are some of; orders and numbers of pages look alike. */
function kindOf(file: string, html: string): string {
  const steps = file.split('/').slice(0, -1);
  const path = steps
    .filter((step) => !/^\d+$/.test(step))
    .map((step, depth) =>
      depth === 0 ? step : depth > 1 && step.startsWith('by-') ? 'by-*' : '*',
    );
  const name = file.endsWith('index.html') ? '' : file.slice(file.lastIndexOf('/') + 1);
  const isRetired = steps.length === 2 && /<meta name="robots" content="noindex/.test(html);
  return `/${[...path, name].join('/')}${isRetired ? ' retired' : ''}`;
}
