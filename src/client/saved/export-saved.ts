import { toBibtex } from '../../citations/bibtex.ts';
import { type CitedPaper, withoutCrowd } from '../../citations/cited-paper.ts';
import { toCslJson } from '../../citations/csl-json.ts';
import { toRis } from '../../citations/ris.ts';
import { paperAddress } from './page-details.ts';
import { EXPORT_FORMAT } from './read-import.ts';
import type { SavedPaper } from './saved-paper.ts';

/** A file for the reader to keep. */
export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Saved papers in a format of reference managers or, with all that is kept, in Sheaf's own. */
export function exportSaved(
  papers: readonly SavedPaper[],
  format: string,
  siteAddress: string,
): ExportedFile {
  const cited = papers.map((paper) => withoutCrowd(citedPaper(paper, siteAddress)));
  switch (format) {
    case 'bibtex':
      return { name: 'saved-papers.bib', type: 'application/x-bibtex', text: toBibtex(cited) };
    case 'ris':
      return {
        name: 'saved-papers.ris',
        type: 'application/x-research-info-systems',
        text: toRis(cited),
      };
    case 'csl':
      return {
        name: 'saved-papers.csl.json',
        type: 'application/vnd.citationstyles.csl+json',
        text: toCslJson(cited),
      };
    default:
      return { name: 'saved-papers.json', type: 'application/json', text: toJson(papers) };
  }
}

function toJson(papers: readonly SavedPaper[]): string {
  return `${JSON.stringify({ format: EXPORT_FORMAT, version: 1, papers }, null, 1)}\n`;
}

function citedPaper({ id, title, details, note }: SavedPaper, siteAddress: string): CitedPaper {
  const { published = null, venue = null, arxivId = null, doi = null, url } = details ?? {};
  return {
    title,
    authors: details?.authors.length ? details.authors : null,
    published,
    venue,
    arxivId,
    categories: details?.categories.length ? details.categories : null,
    doi,
    // Papers that nothing else names are known again by their page here.
    url: url ?? new URL(paperAddress(id), siteAddress).href,
    abstract: null,
    note: note.trim() === '' ? null : note,
  };
}
