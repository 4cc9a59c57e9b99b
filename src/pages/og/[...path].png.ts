// The pictures that other sites show beside a link to the site or a topic. They need an absolute address, so
// without a `url` there are none.
import type { APIRoute, GetStaticPaths } from 'astro';
import latin from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff?inline';
import latinExtended from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff?inline';
import greek from '@fontsource/source-serif-4/files/source-serif-4-greek-600-normal.woff?inline';
import cyrillic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-600-normal.woff?inline';
import vietnamese from '@fontsource/source-serif-4/files/source-serif-4-vietnamese-600-normal.woff?inline';
import { formatCount } from '../../format.ts';
import { lightColors } from '../../map/light-colors.ts';
import { site } from '../../load-site-data.ts';
import { drawOgImage, type OgText } from '../../map/map-og-image.ts';
import { mapOfSite } from '../../map/map-of-site.ts';
import { renderPng } from '../../map/render-png.ts';
import { ogImagePath } from '../../map/og-image-path.ts';
import tokens from '../../styles/tokens.css?raw';
import { TextOutlines } from '../../map/text-outlines.ts';

interface Props {
  text: OgText;
  topic?: string;
}

const fonts = [latin, latinExtended, greek, cyrillic, vietnamese];
const outlines = new TextOutlines(
  fonts.map((font) => Buffer.from(font.slice(font.indexOf(',') + 1), 'base64')),
);
const colors = lightColors(tokens);
const paramOf = (topic?: string) => ogImagePath(topic).replace(/^og\/|\.png$/g, '');

export const getStaticPaths = (() => {
  if (site.url === null) return [];
  const papers = formatCount(site.paperCount, 'paper');
  const topics = formatCount(site.topics.length, 'topic');
  const ofSite = { title: site.title, above: '', below: `${papers} in ${topics}` };
  return [
    { params: { path: paramOf() }, props: { text: ofSite } },
    ...site.topics.map(({ id, label, papers: own }) => ({
      params: { path: paramOf(id) },
      props: {
        text: { title: label, above: site.title, below: formatCount(own.length, 'paper') },
        topic: id,
      },
    })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { text, topic } }) => {
  const svg = drawOgImage(mapOfSite, text, {
    colors,
    outlines,
    ...(topic !== undefined && { topic }),
  });
  return new Response(new Uint8Array(await renderPng(svg)));
};
