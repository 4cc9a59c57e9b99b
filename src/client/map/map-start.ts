// All that the map that one can move needs; loaded once it is needed (map.ts).
import type { MapData } from '../../map/map-data.ts';
import { element } from '../element.ts';
import { CollectionCanvas } from './map-canvas.ts';
import { MapFilter } from './map-filter.ts';
import { listenToHands, listenToKeys } from './map-input.ts';
import { fetchPapers } from './map-papers.ts';

/** Fills the canvas over the drawing with the map that one can move. Throws Error where its files can't be had. */
export async function startMap(stage: HTMLElement, canvas: HTMLCanvasElement): Promise<void> {
  const data = JSON.parse(element('#map-data').textContent) as MapData;
  const papers = await fetchPapers(data);
  const map = new CollectionCanvas(stage, canvas, data, papers);
  listenToHands(map);
  listenToKeys(map);
  new MapFilter(map, data).start();
  stage.classList.add('is-live');
}
