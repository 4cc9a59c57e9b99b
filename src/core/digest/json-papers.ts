import { type LooseObject } from '../json-object.ts';
import type { DigestShape } from './digest.ts';
import { cslJsonPapers } from './csl-json.ts';
import { foldFieldName } from './field-names.ts';
import { type JsonPapers, parseJsonPapers, peekJson } from './json-records.ts';
import { draftOf } from './loose-paper.ts';
import { openAlexPapers } from './open-alex.ts';
import { semanticScholarPapers } from './semantic-scholar.ts';

const BESIDE_TITLE = new Set(
  (
    'abstract summary authors author arxivid doi url abs pdf link published publisheddate publicationdate ' +
    'year categories keywords venue journal paperabstract abstracttext'
  ).split(' '),
);

/** Whether a map has a title and one more field that papers have. */
export function isPaperLike(object: LooseObject): boolean {
  const names = new Set(Object.keys(object).map(foldFieldName));
  const hasTitle = ['title', 'papertitle', 'articletitle'].some((name) => names.has(name));
  // Items of Hugging Face hold the paper in another object; its shape knows more of them.
  const isHuggingFace =
    names.has('paper') && (names.has('publishedat') || names.has('numcomments'));
  return hasTitle && !isHuggingFace && [...names].some((name) => BESIDE_TITLE.has(name));
}

/** Papers as a program wrote them. */
const papers: JsonPapers = {
  shape: 'json-papers',
  paths: [[], ['papers'], ['data'], ['results'], ['items'], ['articles'], ['entries'], ['records']],
  isPaper: isPaperLike,
  draft: draftOf,
};

/** JSON files that scripts leave: an array of objects, each with a title and more. */
export const jsonPapers: DigestShape = {
  name: 'json-papers',
  source: null,
  looksLike: 'a JSON array of objects with title, abstract or summary, authors, url …',
  detect(text) {
    const first = peekJson(text, papers.paths);
    if (first.length === 0 || isOfOtherShape(first)) return 0;
    const share = first.filter(isPaperLike).length / first.length;
    return share > 0.5 ? 0.7 : 0;
  },
  parse: (text, notes) => parseJsonPapers(text, notes, papers),
};

function isOfOtherShape(first: readonly LooseObject[]): boolean {
  return [cslJsonPapers, openAlexPapers, semanticScholarPapers].some(({ isPaper }) =>
    first.every(isPaper),
  );
}
