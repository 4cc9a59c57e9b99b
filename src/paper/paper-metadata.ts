import { citedAddress, publicationOf } from '../citations/cited-paper.ts';
import { citedPaper } from '../citations/paper-citation.ts';
import { pdfAddress } from './paper-links.ts';
import type { PaperPage } from '../site-data.ts';

/** A `<meta>` tag of a page's head. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/**
 * The `citation_*` tags of Highwire Press, which Google Scholar (scholar.google.com/intl/en/scholar/inclusion.html),
 * Zotero and Mendeley read: only what is known. Of more authors than `mostAuthors` the first.
 */
export function citationTags(
  paper: PaperPage,
  address: string | null,
  mostAuthors = Infinity,
): MetaTag[] {
  const { authors, published, venue, doi, arxivId, abstract, keywords } = paper;
  const publication = publicationOf(citedPaper(paper, address));
  const tags: [string, string | null][] = [
    ['citation_title', paper.titleText],
    ...(authors ?? [])
      .slice(0, mostAuthors)
      .map((author): [string, string] => ['citation_author', author]),
    ['citation_publication_date', published?.replaceAll('-', '/') ?? null],
    ['citation_journal_title', publication === 'journal' ? venue : null],
    ['citation_conference_title', publication === 'conference' ? venue : null],
    ['citation_publisher', publication === 'preprint' ? 'arXiv' : null],
    ['citation_doi', doi],
    ['citation_arxiv_id', arxivId],
    ['citation_pdf_url', pdfAddress(paper)],
    ['citation_abstract_html_url', address],
    ['citation_keywords', keywords === null ? null : keywords.join('; ')],
    ['citation_abstract', abstract],
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

/** In JSON-LD; the tags name more of them. */
const MOST_AUTHORS = 50;

/** JSON-LD of a schema.org `ScholarlyArticle`, safe inside a `<script>`: only what is known. */
export function scholarlyArticle(
  paper: PaperPage,
  address: string | null,
  language: string,
): string {
  const { abstract, authors, published, organization, keywords } = paper;
  const elsewhere = citedAddress(citedPaper(paper, null));
  const article = {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    name: paper.titleText,
    headline: paper.titleText,
    inLanguage: language,
    ...(abstract !== null && { abstract }),
    ...(authors !== null && {
      author: authors.slice(0, MOST_AUTHORS).map((name) => ({ '@type': 'Person', name })),
    }),
    ...(published !== null && { datePublished: published }),
    ...(organization !== null && {
      sourceOrganization: { '@type': 'Organization', name: organization.name },
    }),
    ...isPartOf(paper),
    ...(keywords !== null && { keywords }),
    ...identifiers(paper),
    ...(elsewhere !== null && { sameAs: elsewhere }),
    ...(address !== null && { url: address }),
  };
  return JSON.stringify(article).replaceAll('<', '\\u003c');
}

function isPartOf(paper: PaperPage): object {
  const publication = publicationOf(citedPaper(paper, null));
  const type = publication === 'journal' ? 'Periodical' : 'PublicationVolume';
  const isPublished = publication === 'journal' || publication === 'conference';
  return isPublished ? { isPartOf: { '@type': type, name: paper.venue } } : {};
}

function identifiers({ doi, arxivId }: PaperPage): object {
  const known = [
    ['DOI', doi],
    ['arXiv', arxivId],
  ].flatMap(([propertyID, value]) =>
    value ? [{ '@type': 'PropertyValue', propertyID, value }] : [],
  );
  return known.length === 0 ? {} : { identifier: known.length === 1 ? known[0] : known };
}
