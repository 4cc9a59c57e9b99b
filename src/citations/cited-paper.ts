/** What a citation tells of a paper: readable text without markup, and null for what is unknown. */
export interface CitedPaper {
  readonly title: string;
  /** In order, as “First Last”. */
  readonly authors: readonly string[] | null;
  /** A day, or the month or year where no more is known: `2026-03-05`, `2026-03`, `2026`. */
  readonly published: string | null;
  /** Journal or conference. */
  readonly venue: string | null;
  readonly arxivId: string | null;
  /** Of arXiv: `cs.CL`; the first is the primary one. */
  readonly categories: readonly string[] | null;
  readonly doi: string | null;
  /** Where the paper stands, for one without DOI and arXiv id. */
  readonly url: string | null;
  /** Null also where a citation is to go without it. */
  readonly abstract: string | null;
  /** The reader's own; null also where there is none. */
  readonly note: string | null;
}

/** Of more authors than these a citation names the first, and “others”, as BibTeX does. */
const MOST_AUTHORS = 50;

/** The same with its list of authors cut where it is a crowd's. */
export function withoutCrowd(paper: CitedPaper): CitedPaper {
  const { authors } = paper;
  if (authors === null || authors.length <= MOST_AUTHORS) return paper;
  return { ...paper, authors: [...authors.slice(0, MOST_AUTHORS), 'others'] };
}

/** Where a paper was published, as far as its citation depends on it. */
export type Publication = 'journal' | 'conference' | 'preprint' | 'other';

const CONFERENCE =
  /\b(?:conference|proceedings|proc\.|symposium|workshop|meeting|congress|findings of)\b|^(?:NeurIPS|NIPS|ICML|ICLR|AAAI|IJCAI|UAI|AISTATS|COLT|KDD|WWW|SIGIR|WSDM|CIKM|ICDM|RecSys|ACL|EMNLP|NAACL|EACL|AACL|COLING|CoNLL|TACAS|CVPR|ICCV|ECCV|WACV|BMVC|MICCAI|INTERSPEECH|ICASSP|ICRA|IROS|CoRL|RSS|CHI|UIST|SIGGRAPH|STOC|FOCS|SODA|ICSE|FSE|ASE|OSDI|SOSP|NSDI|MLSys|CCS|NDSS|USENIX)\b/i;

/** Tells journals from conferences by the venue's name; a paper of arXiv alone is a preprint. */
export function publicationOf({ venue, arxivId }: CitedPaper): Publication {
  const isArxiv = venue === null || /^(?:arxiv|corr)\b/i.test(venue);
  if (isArxiv) return arxivId === null ? 'other' : 'preprint';
  return CONFERENCE.test(venue) ? 'conference' : 'journal';
}

/** The journal or conference where it was published; null for others. */
export function publishedIn(paper: CitedPaper): string | null {
  const publication = publicationOf(paper);
  const isPublished = publication === 'journal' || publication === 'conference';
  return isPublished ? onOneLine(paper.venue!) : null;
}

/** The address to cite: of the DOI, else of arXiv, else where the paper stands. */
export function citedAddress({ doi, arxivId, url }: CitedPaper): string | null {
  if (doi !== null) return `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`;
  return arxivId === null ? url : `https://arxiv.org/abs/${encodeURI(arxivId)}`;
}

/** Year, month and day of a date, as many as are known; empty for none. */
export function dateParts({ published }: CitedPaper): number[] {
  return published === null ? [] : published.split('-').map(Number);
}

/** A text on one line, without characters that no format holds. */
export function onOneLine(text: string): string {
  // Controls and lone surrogates may stand in what a digest says.
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\s]+/gu, ' ').trim();
}

/**
 * A text with its lines, without characters that no format holds. All lines but the first are indented, so
 * far that none of them is taken for a field or an entry.
 */
export function onIndentedLines(text: string): string {
  const lines = text.trim().split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/);
  return lines.map((line) => line.replace(/\p{Cs}|[^\P{Cc}\t]/gu, ' ')).join('\n    ');
}
