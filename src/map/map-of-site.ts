// The map of this site, drawn once for all pages that show it.
import { papers, site } from '../load-site-data.ts';
import { drawMap } from './map-drawing.ts';
import { inMapOrder } from './map-files.ts';

/** The drawing that all maps of the site are parts of. */
export const mapOfSite = drawMap(site, papers);

/** The papers in the order of the map's files. */
export const papersOfMap = inMapOrder(site, papers);
