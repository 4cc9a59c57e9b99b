/** A paper in the formats of reference managers; for pages and for the reader's browser. */
export { toApa } from './apa.ts';
export { toBibtex } from './bibtex.ts';
export { type CitedPaper, withoutCrowd } from './cited-paper.ts';
export { toCslItems, toCslJson } from './csl-json.ts';
export { toRis } from './ris.ts';
