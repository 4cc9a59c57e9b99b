import { FINENESS, type MapData } from '../../map/map-data.ts';
import { PlaceIndex } from './map-index.ts';

/** The papers of the map in the order of its files; places in units of the frame. */
export interface MapPapers {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Index of each one's topic. */
  readonly topic: Uint16Array;
  /** Index of the first paper of each topic, and one more for the end. */
  readonly starts: Uint32Array;
  readonly index: PlaceIndex;
}

/** Fetches the places of all papers. Throws Error where they can't be had or are of another build. */
export async function fetchPapers({ files, version, topics }: MapData): Promise<MapPapers> {
  const response = await fetch(`${files}points.bin?${version}`);
  if (!response.ok) throw new Error(`points.bin: status ${response.status}`);
  const view = new DataView(await response.arrayBuffer());
  const count = topics.reduce((sum, topic) => sum + topic.count, 0);
  if (view.byteLength !== 4 * count) throw new Error(`points.bin: not of ${count} papers`);
  const x = Float32Array.from({ length: count }, (_, i) => view.getUint16(4 * i, true) / FINENESS);
  const y = Float32Array.from(
    { length: count },
    (_, i) => view.getUint16(4 * i + 2, true) / FINENESS,
  );
  const topic = new Uint16Array(count);
  const starts = new Uint32Array(topics.length + 1);
  for (const [index, { count: size }] of topics.entries()) {
    starts[index + 1] = starts[index]! + size;
    topic.fill(index, starts[index], starts[index + 1]);
  }
  return { count, x, y, topic, starts, index: new PlaceIndex(x, y) };
}
