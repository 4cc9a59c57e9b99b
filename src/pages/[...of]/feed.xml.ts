import type { APIRoute, GetStaticPaths } from 'astro';
import { type Feed, formatAtom } from '../../feeds/feed.ts';
import { feeds } from '../../feeds/feeds.ts';

/** A feed for the collection, each area and each topic. */
export const getStaticPaths = (() =>
  [...feeds].map(([path, feed]) => ({
    params: { of: path.slice(0, -1) || undefined },
    props: { feed },
  }))) satisfies GetStaticPaths;

/** The newest papers as Atom. */
export const GET: APIRoute<{ feed: Feed }> = ({ props }) =>
  new Response(formatAtom(props.feed), { headers: { 'content-type': 'application/atom+xml' } });
