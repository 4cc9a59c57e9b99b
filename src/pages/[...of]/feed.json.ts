import type { APIRoute, GetStaticPaths } from 'astro';
import { type Feed, formatJsonFeed } from '../../feeds/feed.ts';
import { feeds } from '../../feeds/feeds.ts';

/** A feed for the collection, each area and each topic. */
export const getStaticPaths = (() =>
  [...feeds].map(([path, feed]) => ({
    params: { of: path.slice(0, -1) || undefined },
    props: { feed },
  }))) satisfies GetStaticPaths;

/** The newest papers as JSON Feed. */
export const GET: APIRoute<{ feed: Feed }> = ({ props }) =>
  new Response(formatJsonFeed(props.feed), {
    headers: { 'content-type': 'application/feed+json' },
  });
