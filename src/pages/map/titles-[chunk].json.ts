import type { APIRoute, GetStaticPaths } from 'astro';
import type { TitleEntry } from '../../map/map-data.ts';
import { mapTitles } from '../../map/map-files.ts';
import { papersOfMap } from '../../map/map-of-site.ts';

export const getStaticPaths = (() =>
  mapTitles(papersOfMap).map((titles, chunk) => ({
    params: { chunk: String(chunk) },
    props: { titles },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ titles: TitleEntry[] }> = ({ props }) =>
  new Response(JSON.stringify(props.titles));
