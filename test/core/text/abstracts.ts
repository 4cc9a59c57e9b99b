import type { WrittenPaper } from '../../../src/core/text/written-forms.ts';

/** Papers without titles. */
export function abstracts(...texts: readonly string[]): WrittenPaper[] {
  return texts.map((abstract) => ({ title: '', abstract }));
}
