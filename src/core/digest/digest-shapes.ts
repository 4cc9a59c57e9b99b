import { bibtex } from './bibtex.ts';
import { csvTable } from './csv-table.ts';
import { cslJson } from './csl-json.ts';
import { arxivApi, arxivFeed } from './arxiv-feeds.ts';
import { arxivMailing } from './arxiv-mailing.ts';
import { oaiPmh } from './arxiv-oai.ts';
import type { DigestShape } from './digest.ts';
import { huggingFaceApi } from './hugging-face-api.ts';
import { jsonLines } from './json-lines.ts';
import { jsonPapers } from './json-papers.ts';
import { openAlex } from './open-alex.ts';
import { ris } from './ris.ts';
import { semanticScholar } from './semantic-scholar.ts';
import { markdownHeadings } from './markdown-headings.ts';
import { markdownList } from './markdown-list.ts';
import { markdownTable } from './markdown-table.ts';
import { markdownWeeklyTable } from './markdown-weekly-table.ts';
import { huggingFaceCompact } from './hugging-face-compact.ts';
import { huggingFaceHtml } from './hugging-face-html.ts';
import { huggingFaceMarkdown } from './hugging-face-markdown.ts';
import { huggingFaceNewsletter } from './hugging-face-newsletter.ts';
import { huggingFacePaper } from './hugging-face-paper.ts';
import { huggingFaceSpaced } from './hugging-face-spaced.ts';
import { paperFrontMatter } from './paper-front-matter.ts';
import { topicTableJson } from './topic-table-json.ts';

/** Every shape that Sheaf reads. */
export const digestShapes: readonly DigestShape[] = [
  huggingFaceCompact,
  huggingFaceSpaced,
  jsonLines,
  jsonPapers,
  cslJson,
  semanticScholar,
  openAlex,
  csvTable,
  bibtex,
  ris,
  huggingFaceApi,
  arxivMailing,
  arxivApi,
  arxivFeed,
  oaiPmh,
  markdownHeadings,
  markdownList,
  markdownTable,
  markdownWeeklyTable,
  paperFrontMatter,
  topicTableJson,
  huggingFaceMarkdown,
  huggingFacePaper,
  huggingFaceHtml,
  huggingFaceNewsletter,
];

/** Below this a shape does not count as recognised. */
export const LEAST_CERTAINTY = 0.5;

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
