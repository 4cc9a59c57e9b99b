import rss from '@astrojs/rss';
import type { APIRoute, GetStaticPaths } from 'astro';
import { feedItem } from '../feed-item.ts';
import { absoluteHref, findPaper, site } from '../load-site-data.ts';
import { newestDigests } from '../newest-digests.ts';
import { pagePath } from '../site-data.ts';

const NEWEST_PAPERS = 50;

/** `feed.xml`, where the operator set the site's address: a feed needs full ones. */
export const getStaticPaths = (() =>
  site.url === null ? [] : [{ params: { feed: 'feed' } }]) satisfies GetStaticPaths;

/** The papers of the newest digests as RSS. */
export const GET: APIRoute = () => {
  const ids = newestDigests(site.digests).flatMap(({ papers }) => papers);
  const papers = [...new Set(ids)].slice(0, NEWEST_PAPERS).map(findPaper);
  return rss({
    title: site.title,
    description: site.description || site.title,
    site: absoluteHref(pagePath.home()) ?? '',
    items: papers.map((paper) => feedItem(paper, absoluteHref(pagePath.paper(paper.id)) ?? '')),
  });
};
