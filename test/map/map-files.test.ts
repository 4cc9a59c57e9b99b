import { describe, expect, it } from 'vitest';
import { fetchPapers } from '../../src/client/map/map-papers.ts';
import { drawMap } from '../../src/map/map-drawing.ts';
import { inMapOrder, mapData, mapPoints, mapTitles } from '../../src/map/map-files.ts';
import { siteOfAreas } from '../site/site-of-areas.ts';

const { site, papers: unplaced } = siteOfAreas();
const papers = unplaced.map((paper, index) => ({
  ...paper,
  position: [0.1 + (index % 9) / 12, 0.2 + (index % 7) / 15] as [number, number],
}));
const ordered = inMapOrder(site, papers.toReversed());
const drawing = drawMap(site, papers);

describe('the files of the map', () => {
  it('hold each paper once, by topic', () => {
    expect(ordered).toHaveLength(papers.length);
    const topics = ordered.map(({ topic }) => topic);
    expect([...new Set(topics)]).toEqual(site.topics.map(({ id }) => id));
    expect(topics.filter((topic, index) => topic !== topics[index - 1])).toHaveLength(4);
    const titles = mapTitles(ordered).flat();
    expect(titles.map(([, id]) => id)).toEqual(ordered.map(({ id }) => id));
  });

  it('are read as they were written, to a thirtieth of a unit', async () => {
    const bytes = mapPoints(drawing, ordered);
    const data = mapData(site, drawing, ordered);
    const address = `data:application/octet-stream;base64,${Buffer.from(bytes).toString('base64')}`;
    const read = await fetchPapers({ ...data, files: `${address}#` });
    for (const [index, { position, topic }] of ordered.entries()) {
      const [x, y] = drawing.frame.place(position);
      expect(Math.abs(read.x[index]! - x)).toBeLessThan(1 / 30);
      expect(Math.abs(read.y[index]! - y)).toBeLessThan(1 / 30);
      expect(data.topics[read.topic[index]!]!.id).toBe(topic);
    }
  });

  it('are of another version when a title has changed', () => {
    const version = (of: typeof ordered) => mapData(site, drawing, of).version;
    const [first, ...rest] = ordered;
    expect(version([{ ...first!, titleText: 'Another' }, ...rest])).not.toBe(version(ordered));
    expect(version(ordered)).toBe(version([...ordered]));
  });
});
