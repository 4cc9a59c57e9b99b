// The only file that knows sharp: a drawing as a picture for other sites.
import sharp from 'sharp';

/** The picture of an SVG as PNG, with few colours, so that it is small. */
export function renderPng(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png({ palette: true, dither: 0, effort: 4 }).toBuffer();
}
