import type { DigestShape } from './digest.ts';
import { huggingFaceCompact } from './hugging-face-compact.ts';
import { huggingFaceSpaced } from './hugging-face-spaced.ts';

/** Every shape that Sheaf reads. */
export const digestShapes: readonly DigestShape[] = [huggingFaceCompact, huggingFaceSpaced];

const LEAST_CERTAINTY = 0.5;

/** A shape, and how surely a text has it. */
export interface RecognizedShape {
  readonly shape: DigestShape;
  /** 0.5 to 1. */
  readonly certainty: number;
}

/** The shape that a text has most surely, recognised by its content; null for none. */
export function recognizeShape(text: string): RecognizedShape | null {
  const ranked = digestShapes
    .map((shape) => ({ shape, certainty: shape.detect(text) }))
    .sort((a, b) => b.certainty - a.certainty);
  const best = ranked[0];
  return best !== undefined && best.certainty >= LEAST_CERTAINTY ? best : null;
}
