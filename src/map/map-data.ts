// What the map's page and its files tell the script in the browser, which imports this too.
import type { Place } from './map-frame.ts';

/** Parts of a unit of the frame that coordinates in `points.bin` count. */
export const FINENESS = 32;
/** Papers in one file of titles. */
export const PAPERS_PER_CHUNK = 400;

/** Title, id and date (YYYY-MM-DD, a part of it, or empty). */
export type TitleEntry = readonly [title: string, id: string, date: string];

/** A topic; the papers of the first come first in the files, and so on. */
export interface MapTopic {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly peak: Place;
}

/** The JSON in the page of the map. */
export interface MapData {
  /** Other bytes in the files, another version. */
  readonly version: string;
  /** Path of the folder of the files. */
  readonly files: string;
  /** Path of a paper's page, with ID for its id. */
  readonly paperBase: string;
  readonly width: number;
  readonly height: number;
  /** In the order of the SVG. */
  readonly topics: readonly MapTopic[];
  readonly areas: readonly { readonly label: string; readonly peak: Place }[];
}
