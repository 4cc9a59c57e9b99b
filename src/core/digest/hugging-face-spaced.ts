import type { DigestShape } from './digest.ts';
import { findEvidence } from './hugging-face-lines.ts';
import { parsePage } from './hugging-face-page.ts';

/** A text dump of a Hugging Face *Papers* page with blank lines and metadata. */
export const huggingFaceSpaced: DigestShape = {
  name: 'hugging-face-spaced',
  source: 'Hugging Face Papers',
  looksLike: 'title, abstract, “12 authors” or an organisation, “·”, a date; blank lines between',
  detect(text) {
    const { blankShare, hasChrome, metadataLines, pairedShare } = findEvidence(text);
    if (blankShare <= 0.3) return 0;
    if (hasChrome) return 0.95;
    return metadataLines > 0 && pairedShare >= 0.3 ? 0.8 : 0;
  },
  parse: (text, notes) => parsePage(text, 'hugging-face-spaced', notes),
};
