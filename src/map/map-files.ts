// The files that the map in the browser reads, and what it is told of them: one contract for both sides.
import { createHash } from 'node:crypto';
import type { MapDrawing } from './map-drawing.ts';
import type { MapData } from './map-data.ts';
import { FINENESS, PAPERS_PER_CHUNK, type TitleEntry } from './map-data.ts';
import { pagePath } from '../page-paths.ts';
import type { PaperPage, Site } from '../site-data.ts';

type MapPaper = Pick<PaperPage, 'id' | 'titleText' | 'topic' | 'position' | 'published' | 'listed'>;

/** Papers in the order of the map's files: by topic, as the site has them. */
export function inMapOrder<Paper extends Pick<PaperPage, 'topic'>>(
  { topics }: Pick<Site, 'topics'>,
  papers: readonly Paper[],
): Paper[] {
  const byTopic = Map.groupBy(papers, ({ topic }) => topic);
  return topics.flatMap(({ id }) => byTopic.get(id) ?? []);
}

/** `points.bin`: x and y of each paper as unsigned 16-bit integers, little-endian, 1/32 units. */
export function mapPoints(
  { frame }: MapDrawing,
  ordered: readonly MapPaper[],
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * ordered.length);
  const view = new DataView(bytes.buffer);
  for (const [index, { position }] of ordered.entries()) {
    const [x, y] = frame.place(position);
    view.setUint16(4 * index, Math.round(x * FINENESS), true);
    view.setUint16(4 * index + 2, Math.round(y * FINENESS), true);
  }
  return bytes;
}

/** `titles-N.json`: title, id and date of the papers of a chunk. */
export function mapTitles(ordered: readonly MapPaper[]): TitleEntry[][] {
  const entries = ordered.map(({ titleText, id, published, listed }): TitleEntry => {
    return [titleText, id, published ?? listed ?? ''];
  });
  const chunks = Math.ceil(ordered.length / PAPERS_PER_CHUNK);
  return Array.from({ length: chunks }, (_, chunk) =>
    entries.slice(chunk * PAPERS_PER_CHUNK, (chunk + 1) * PAPERS_PER_CHUNK),
  );
}

/** What the page tells its script. */
export function mapData(
  { topics, areas, base }: Pick<Site, 'topics' | 'areas' | 'base'>,
  drawing: MapDrawing,
  ordered: readonly MapPaper[],
): MapData {
  const version = createHash('sha256')
    .update(mapPoints(drawing, ordered))
    .update(JSON.stringify(mapTitles(ordered)))
    .digest('hex')
    .slice(0, 12);
  return {
    version,
    files: base + pagePath.map(),
    paperBase: base + pagePath.paper('ID'),
    width: drawing.frame.width,
    height: drawing.frame.height,
    topics: topics.map(({ id, label, papers }) => ({
      id,
      label,
      count: papers.length,
      peak: drawing.topics.get(id)!.region.peak,
    })),
    areas: areas.map(({ id, label }) => ({ label, peak: drawing.areas.get(id)!.region.peak })),
  };
}
