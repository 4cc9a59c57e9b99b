import { readFileSync } from 'node:fs';
import { parseXml } from '@rgrove/parse-xml';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { lightColors } from '../../src/map/light-colors.ts';
import { drawMap } from '../../src/map/map-drawing.ts';
import { drawOgImage, OG_SIZE } from '../../src/map/map-og-image.ts';
import { renderPng } from '../../src/map/render-png.ts';
import { TextOutlines } from '../../src/map/text-outlines.ts';
import { siteOfAreas } from '../site/site-of-areas.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url));
const outlines = new TextOutlines([
  read('../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff'),
]);
const colors = lightColors(read('../../src/styles/tokens.css').toString());
const { site, papers } = siteOfAreas();
const drawing = drawMap(
  site,
  papers.map((paper, i) => ({ ...paper, position: [0.2 + (i % 9) / 14, 0.3 + (i % 7) / 17] })),
);
const text = { title: 'Score matching', above: 'A site', below: '4 papers' };

describe('drawOgImage(drawing, text, options)', () => {
  it('is well-formed whatever the title says, and holds no text that needs a font', () => {
    const svg = drawOgImage(
      drawing,
      { ...text, title: '<b>&"</b> '.repeat(40) },
      { colors, outlines },
    );
    expect(() => parseXml(svg)).not.toThrow();
    expect(svg).not.toContain('<text');
  });

  it('shows the dots of the whole, or of one topic', () => {
    const dots = (svg: string) => svg.split('h0').length - 1;
    expect(dots(drawOgImage(drawing, text, { colors, outlines }))).toBe(papers.length);
    const ofOne = drawOgImage(drawing, text, { colors, outlines, topic: 'score-matching' });
    expect(dots(ofOne)).toBe(4);
  });
});

describe('renderPng(svg)', () => {
  it('gives a PNG of the size, the same bytes each time', async () => {
    const svg = drawOgImage(drawing, text, { colors, outlines, topic: 'score-matching' });
    const [first, second] = await Promise.all([renderPng(svg), renderPng(svg)]);
    expect(await sharp(first).metadata()).toMatchObject({ format: 'png', ...OG_SIZE });
    expect(first.equals(second)).toBe(true);
  });
});

describe('lightColors(tokens)', () => {
  it('reads the first of two colours, and throws for one that is not there', () => {
    expect(colors.topics).toHaveLength(10);
    expect(colors.ink).toMatch(/^#[0-9a-f]{6}$/);
    expect(() => lightColors('--ink: #000000')).toThrow('--ink');
  });
});
