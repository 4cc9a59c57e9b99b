import type { DigestShape } from './digest.ts';
import { markdownHeadings } from './markdown-headings.ts';
import { markdownList } from './markdown-list.ts';
import { markdownTable } from './markdown-table.ts';
import { markdownWeeklyTable } from './markdown-weekly-table.ts';
import { huggingFaceCompact } from './hugging-face-compact.ts';
import { huggingFaceSpaced } from './hugging-face-spaced.ts';
import { paperFrontMatter } from './paper-front-matter.ts';
import { topicTableJson } from './topic-table-json.ts';

/** Every shape that Sheaf reads. */
export const digestShapes: readonly DigestShape[] = [
  huggingFaceCompact,
  huggingFaceSpaced,
  markdownHeadings,
  markdownList,
  markdownTable,
  markdownWeeklyTable,
  paperFrontMatter,
  topicTableJson,
];

/** Below this a shape does not count as recognised. */
export const LEAST_CERTAINTY = 0.5;

/** The shape that a text has most surely, recognised by its content; null for none. */
export function recognizeShape(text: string): DigestShape | null {
  const ranked = digestShapes
    .map((shape) => ({ shape, certainty: shape.detect(text) }))
    .sort((a, b) => b.certainty - a.certainty);
  const best = ranked[0];
  return best !== undefined && best.certainty >= LEAST_CERTAINTY ? best.shape : null;
}
