import { citationKeys } from './bibtex.ts';
import {
  citedAddress,
  type CitedPaper,
  dateParts,
  onOneLine,
  publicationOf,
} from './cited-paper.ts';
import { splitName } from './person-name.ts';

/** An item of CSL-JSON, as far as papers need it: https://docs.citationstyles.org */
export interface CslItem {
  readonly id: string;
  readonly 'citation-key': string;
  readonly type: 'article-journal' | 'paper-conference' | 'article';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly number?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly abstract?: string;
  readonly note?: string;
}

/** A name of CSL-JSON. */
export type CslName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

const TYPE = {
  journal: 'article-journal',
  conference: 'paper-conference',
  preprint: 'article',
  other: 'article',
} as const;

/** Papers as items of CSL-JSON, of the same ids as their keys in BibTeX. */
export function toCslItems(papers: readonly CitedPaper[]): CslItem[] {
  const keys = citationKeys(papers);
  return papers.map((paper, index) => item(paper, keys[index]!));
}

/** The same as text. */
export function toCslJson(papers: readonly CitedPaper[]): string {
  return `${JSON.stringify(toCslItems(papers), null, 2)}\n`;
}

function item(paper: CitedPaper, id: string): CslItem {
  const { title, authors, venue, arxivId, doi, abstract, note } = paper;
  const publication = publicationOf(paper);
  const parts = dateParts(paper);
  const address = citedAddress(paper);
  const isPublished = publication === 'journal' || publication === 'conference';
  return {
    id,
    'citation-key': id,
    type: TYPE[publication],
    title: onOneLine(title),
    ...(authors !== null && { author: authors.map(nameOf) }),
    ...(parts.length > 0 && { issued: { 'date-parts': [parts] } }),
    ...(isPublished && { 'container-title': onOneLine(venue!) }),
    ...(publication === 'preprint' && { publisher: 'arXiv' }),
    ...(arxivId !== null && { number: `arXiv:${arxivId}` }),
    ...(doi !== null && { DOI: doi }),
    ...(address !== null && { URL: address }),
    ...(abstract !== null && { abstract: onOneLine(abstract) }),
    ...(note !== null && { note }),
  };
}

function nameOf(written: string): CslName {
  const name = splitName(written);
  if ('literal' in name) return name;
  const { suffix, ...parts } = name;
  return suffix === null ? parts : { ...parts, suffix };
}
