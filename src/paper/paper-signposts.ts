import { citedAddress } from '../citations/cited-paper.ts';
import { citedPaper } from '../citations/paper-citation.ts';
import { pdfAddress } from './paper-links.ts';
import type { PaperPage } from '../site-data.ts';

/** A `<link>` of a page's head. */
export interface Signpost {
  readonly rel: 'cite-as' | 'author' | 'type' | 'describedby' | 'item';
  readonly href: string;
  readonly type?: string;
}

/**
 * Links that programs follow from the page of a paper, by level 1 of FAIR Signposting
 * (https://signposting.org/FAIR/): only what is known. `authors` are the addresses of their pages.
 */
export function signposts(paper: PaperPage, authors: readonly string[]): Signpost[] {
  const { doi, arxivId } = paper;
  const persistent =
    doi === null && arxivId === null ? null : citedAddress(citedPaper(paper, null));
  const pdf = pdfAddress(paper);
  const links: (Signpost | null)[] = [
    persistent === null ? null : { rel: 'cite-as', href: persistent },
    { rel: 'type', href: 'https://schema.org/ScholarlyArticle' },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    ...authors.map((href): Signpost => ({ rel: 'author', href })),
    pdf === null ? null : { rel: 'item', href: pdf, type: 'application/pdf' },
    descriptionOf(paper, persistent),
  ];
  return links.filter((link) => link !== null);
}

/** A description for programs: of the DOI's registry, else of arXiv. */
function descriptionOf({ doi, arxivId }: PaperPage, persistent: string | null): Signpost | null {
  if (doi !== null && persistent !== null) {
    const type = 'application/vnd.citationstyles.csl+json';
    return { rel: 'describedby', href: persistent, type };
  }
  if (arxivId === null) return null;
  const query = `verb=GetRecord&identifier=oai:arXiv.org:${encodeURI(arxivId)}&metadataPrefix=oai_dc`;
  return { rel: 'describedby', href: `https://oaipmh.arxiv.org/oai?${query}`, type: 'text/xml' };
}
