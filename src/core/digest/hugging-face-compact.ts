import type { DigestShape } from './digest.ts';
import { findEvidence } from './hugging-face-lines.ts';
import { parsePage } from './hugging-face-page.ts';

/** A text dump of a Hugging Face *Papers* page that kept titles and abstracts alone. */
export const huggingFaceCompact: DigestShape = {
  name: 'hugging-face-compact',
  source: 'Hugging Face Papers',
  looksLike: 'a title on one line, its abstract on the next, no blank lines between',
  detect(text) {
    const { blankShare, hasChrome, pairedShare } = findEvidence(text);
    if (blankShare > 0.3) return 0;
    if (hasChrome) return 0.95;
    return pairedShare >= 0.8 ? 0.6 : 0;
  },
  parse: (text, notes) => parsePage(text, 'hugging-face-compact', notes),
};
