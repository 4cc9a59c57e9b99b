// The organisations of the site's papers, found once for all pages.
import { groupOrganizations, type Organization } from './group-organizations.ts';
import { tally } from '../topics/count-papers.ts';
import { href, papers } from '../load-site-data.ts';
import { nameSlug } from './author-names.ts';
import { pagePath } from '../page-paths.ts';
import type { PaperPage } from '../site-data.ts';

/** All organisations, those with most papers first. */
export const organizations: readonly Organization[] = groupOrganizations(papers);

/** Whether any digest names organisations. */
export const hasOrganizations = organizations.length > 0;

const bySlug = new Map(organizations.map((organization) => [organization.slug, organization]));

/** The address of the page of a paper's organisation. */
export function organizationHref({ slug }: NonNullable<PaperPage['organization']>): string {
  return href(pagePath.organization(nameSlug(slug)));
}

/** The organisations of some papers, those with most first. */
export function countOrganizations(
  some: readonly PaperPage[],
): { name: string; address: string; count: number }[] {
  const slugs = tally(some, ({ organization }) => organization && nameSlug(organization.slug));
  return slugs.map(({ key, count }) => {
    const { slug, name } = bySlug.get(key)!;
    return { name, address: href(pagePath.organization(slug)), count };
  });
}
