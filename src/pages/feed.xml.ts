import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { absoluteHref, findPaper, site } from '../load-site-data.ts';
import { newestDigests } from '../newest-digests.ts';
import { pagePath } from '../site-data.ts';

const NEWEST_PAPERS = 50;

/** The papers of the newest digests as RSS. A feed needs full addresses: without `url` it is empty. */
export const GET: APIRoute = () => {
  const ids = newestDigests(site.digests).flatMap(({ papers }) => papers);
  const papers = [...new Set(ids)].slice(0, NEWEST_PAPERS).map(findPaper);
  return rss({
    title: site.title,
    description: site.description || site.title,
    site: absoluteHref(pagePath.home()) ?? 'http://localhost/',
    items: papers.map((paper) => ({
      title: paper.title,
      link: absoluteHref(pagePath.paper(paper.id)) ?? '',
      ...(paper.abstract !== null && { description: paper.abstract }),
      ...(paper.published !== null && { pubDate: new Date(`${paper.published}T00:00:00Z`) }),
    })),
  });
};
