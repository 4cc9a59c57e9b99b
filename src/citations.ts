/** A paper in the formats of reference managers; for pages and for the reader's browser. */
export { toApa } from './citations/apa.ts';
export { toBibtex } from './citations/bibtex.ts';
export { type CitedPaper, withoutCrowd } from './citations/cited-paper.ts';
export { toCslItems, toCslJson } from './citations/csl-json.ts';
export { toRis } from './citations/ris.ts';
