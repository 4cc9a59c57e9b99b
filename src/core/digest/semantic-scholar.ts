import { isObject, type LooseObject } from '../json-object.ts';
import type { DigestShape } from './digest.ts';
import { authorsIn, textIn, termsIn } from './loose-paper.ts';
import { type JsonPapers, parseJsonPapers, peekJson } from './json-records.ts';
import type { PaperDraft } from './paper-draft.ts';

/** Answers of https://api.semanticscholar.org/api-docs/graph */
export const semanticScholarPapers: JsonPapers = {
  shape: 'semantic-scholar',
  paths: [['data'], ['recommendedPapers'], []],
  isPaper: (item) =>
    typeof (item.paperId ?? inner(item).paperId) === 'string' && textIn(inner(item).title) !== null,
  draft: (item) => draft(inner(item)),
};

/** Saved searches, lists of citations and single papers of Semantic Scholar. */
export const semanticScholar: DigestShape = {
  name: 'semantic-scholar',
  source: 'Semantic Scholar',
  looksLike: 'JSON {data: [{paperId, externalIds, title, abstract, authors: [{name}]}]}',
  detect(text) {
    const first = peekJson(text, semanticScholarPapers.paths);
    return first.length > 0 && first.every(semanticScholarPapers.isPaper) ? 0.9 : 0;
  },
  parse: (text, notes) => parseJsonPapers(text, notes, semanticScholarPapers),
};

/** Lists of citations and references hold each paper in another object. */
function inner(item: LooseObject): LooseObject {
  const paper = item.citingPaper ?? item.citedPaper;
  return isObject(paper) ? paper : item;
}

function draft(paper: LooseObject): PaperDraft {
  const ids = isObject(paper.externalIds) ? paper.externalIds : {};
  const journal = isObject(paper.journal) ? paper.journal : {};
  const venue = isObject(paper.publicationVenue) ? paper.publicationVenue : {};
  const pdf = isObject(paper.openAccessPdf) ? paper.openAccessPdf : {};
  return {
    title: textIn(paper.title),
    abstract: textIn(paper.abstract),
    summary: isObject(paper.tldr) ? textIn(paper.tldr.text) : null,
    authors: authorsIn(paper.authors),
    published: [textIn(paper.publicationDate), textIn(paper.year)],
    arxivIds: [textIn(ids.ArXiv)],
    doi: textIn(ids.DOI),
    addresses: [textIn(paper.url), textIn(pdf.url)],
    venue: textIn(venue.name) ?? textIn(paper.venue) ?? textIn(journal.name),
    categories: termsIn(paper.fieldsOfStudy),
  };
}
