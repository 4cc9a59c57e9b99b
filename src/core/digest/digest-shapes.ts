import type { DigestShape } from './digest.ts';
import { huggingFaceCompact } from './hugging-face-compact.ts';
import { huggingFaceHtml } from './hugging-face-html.ts';
import { huggingFaceMarkdown } from './hugging-face-markdown.ts';
import { huggingFaceNewsletter } from './hugging-face-newsletter.ts';
import { huggingFacePaper } from './hugging-face-paper.ts';
import { huggingFaceSpaced } from './hugging-face-spaced.ts';

/** Every shape that Sheaf reads. */
export const digestShapes: readonly DigestShape[] = [
  huggingFaceCompact,
  huggingFaceSpaced,
  huggingFaceMarkdown,
  huggingFacePaper,
  huggingFaceHtml,
  huggingFaceNewsletter,
];

const LEAST_CERTAINTY = 0.5;

/** The shape that a text has most surely, recognised by its content; null for none. */
export function recognizeShape(text: string): DigestShape | null {
  const ranked = digestShapes
    .map((shape) => ({ shape, certainty: shape.detect(text) }))
    .sort((a, b) => b.certainty - a.certainty);
  const best = ranked[0];
  return best !== undefined && best.certainty >= LEAST_CERTAINTY ? best.shape : null;
}
