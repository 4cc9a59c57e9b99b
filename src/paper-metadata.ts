import type { PaperPage } from './site-data.ts';

/** A `<meta>` tag of a page's head. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/** The `citation_*` tags that reference managers and Google Scholar read: only what is known. */
export function citationTags(paper: PaperPage, address: string | null): MetaTag[] {
  const tags: [string, string | null][] = [
    ['citation_title', paper.titleText],
    ...(paper.authors ?? []).map((author): [string, string] => ['citation_author', author]),
    ['citation_publication_date', paper.published?.replaceAll('-', '/') ?? null],
    ['citation_doi', paper.doi],
    ['citation_arxiv_id', paper.arxivId],
    ['citation_abstract_html_url', address],
  ];
  return tags.flatMap(([name, content]) => (content === null ? [] : [{ name, content }]));
}

/** JSON-LD of a schema.org `ScholarlyArticle`, safe inside a `<script>`: only what is known. */
export function scholarlyArticle(
  paper: PaperPage,
  address: string | null,
  language: string,
): string {
  const article = {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    name: paper.titleText,
    headline: paper.titleText,
    inLanguage: language,
    ...(paper.abstract !== null && { abstract: paper.abstract }),
    ...(paper.authors !== null && {
      author: paper.authors.map((name) => ({ '@type': 'Person', name })),
    }),
    ...(paper.published !== null && { datePublished: paper.published }),
    ...(paper.organization !== null && {
      sourceOrganization: { '@type': 'Organization', name: paper.organization.name },
    }),
    ...(paper.doi !== null && { sameAs: `https://doi.org/${paper.doi}` }),
    ...(paper.arxivId !== null && {
      identifier: { '@type': 'PropertyValue', propertyID: 'arXiv', value: paper.arxivId },
    }),
    ...(address !== null && { url: address }),
  };
  return JSON.stringify(article).replaceAll('<', '\\u003c');
}
