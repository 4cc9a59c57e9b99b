import type { CitedPaper } from './cited-paper.ts';
import type { PaperPage } from '../site-data.ts';

/** What a citation tells of a paper. `address` is that of its page here, for one that is nowhere else. */
export function citedPaper(paper: PaperPage, address: string | null): CitedPaper {
  const { titleText, authors, published, venue, arxivId, categories, doi, url } = paper;
  return {
    title: titleText,
    authors,
    published,
    venue,
    arxivId,
    categories,
    doi,
    url: url ?? address,
    // It stands on the page already, and would make three copies more.
    abstract: null,
    note: null,
  };
}
