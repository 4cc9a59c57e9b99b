import { type CslDateParts, type CslItem, type CslName, formatItems } from './citation-js.ts';
import { citationKeys } from './citation-key.ts';
import {
  citedAddress,
  type CitedPaper,
  dateParts,
  onOneLine,
  publicationOf,
  publishedIn,
} from './cited-paper.ts';
import { splitName } from './person-name.ts';

const TYPE = {
  journal: 'article-journal',
  conference: 'paper-conference',
  preprint: 'article',
  other: 'article',
} as const;

/** Papers as items of CSL-JSON, of the same ids as their keys in BibTeX. */
export function toCslItems(papers: readonly CitedPaper[]): CslItem[] {
  const keys = citationKeys(papers);
  return papers.map((paper, index) => toCslItem(paper, keys[index]!));
}

/** The same as text. */
export function toCslJson(papers: readonly CitedPaper[]): string {
  return `${formatItems('data', toCslItems(papers), { format: 'text' }) as string}\n`;
}

/** A paper as an item of CSL-JSON, with this id and citation key. */
export function toCslItem(paper: CitedPaper, id: string): CslItem {
  const { title, authors, arxivId, doi, abstract, note } = paper;
  const publication = publicationOf(paper);
  const parts = dateParts(paper);
  const address = citedAddress(paper);
  const venue = publishedIn(paper);
  return {
    id,
    'citation-key': id,
    type: TYPE[publication],
    title: onOneLine(title),
    ...(authors !== null && { author: authors.map(toCslName) }),
    ...(parts.length > 0 && { issued: { 'date-parts': [parts as CslDateParts] } }),
    ...(venue !== null && { 'container-title': venue }),
    ...(publication === 'preprint' && { publisher: 'arXiv' }),
    ...(arxivId !== null && { number: `arXiv:${arxivId}` }),
    ...(doi !== null && { DOI: doi }),
    ...(address !== null && { URL: address }),
    ...(abstract !== null && { abstract: onOneLine(abstract) }),
    ...(note !== null && { note }),
  };
}

/** A name as “First Last” in its parts. */
export function toCslName(written: string): CslName {
  const name = splitName(written);
  if ('literal' in name) return name;
  const { suffix, ...parts } = name;
  return suffix === null ? parts : { ...parts, suffix };
}
