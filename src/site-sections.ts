import { hasAuthors } from './people/authors.ts';
import { site } from './load-site-data.ts';
import { hasDays, hasTrending } from './time/load-time.ts';
import { hasOrganizations } from './people/organizations.ts';
import { pagePath } from './page-paths.ts';

/** An entry of the navigation. */
export interface SiteSection {
  readonly label: string;
  readonly path: string;
}

const section = (label: string, path: string, isThere = true): SiteSection[] =>
  isThere ? [{ label, path }] : [];

/** The sections in the header of each page, the most used first; none that the digests say nothing for. */
export const mainSections: readonly SiteSection[] = [
  ...section('Topics', pagePath.topics()),
  ...section('Map', pagePath.map()),
  ...section('Days', pagePath.days(), hasDays),
  ...section('Trending', pagePath.trending(), hasTrending),
  ...section('Authors', pagePath.authors(), hasAuthors),
  ...section('Saved', pagePath.saved()),
];

/** What the foot of each page leads to besides. */
export const furtherSections: readonly SiteSection[] = [
  ...section('New since your last visit', pagePath.newSince()),
  ...section('Digests', pagePath.digests(), site.digests.length > 0),
  ...section('Organisations', pagePath.organizations(), hasOrganizations),
  ...section('Search', pagePath.search()),
  ...section('About', pagePath.about()),
];
