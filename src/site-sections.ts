import type { Site } from './site-data.ts';
import { pagePath } from './site-data.ts';

/** An entry of the navigation. */
export interface SiteSection {
  readonly label: string;
  readonly path: string;
}

/** The sections in the header of each page, the most used first. */
export function mainSections(): SiteSection[] {
  return [{ label: 'Topics', path: pagePath.topics() }];
}

/** What the foot of each page leads to besides. */
export function furtherSections(site: Pick<Site, 'digests'>): SiteSection[] {
  return [
    ...(site.digests.length > 0 ? [{ label: 'Digests', path: pagePath.digests() }] : []),
    { label: 'Search', path: pagePath.search() },
    { label: 'About', path: pagePath.about() },
  ];
}
