import type { PaperPage } from './site-data.ts';

/** A link to a paper elsewhere. */
export interface PaperLink {
  readonly label: string;
  readonly href: string;
}

/** Where the paper stands elsewhere; without an id, where its title can be looked up. */
export function paperLinks({ arxivId, doi, title }: PaperPage): PaperLink[] {
  const links: PaperLink[] = [];
  if (doi !== null)
    links.push({
      label: `DOI ${doi}`,
      href: `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`,
    });
  if (arxivId !== null) {
    const id = encodeURI(arxivId);
    links.push({ label: `arXiv ${arxivId}`, href: `https://arxiv.org/abs/${id}` });
    links.push({ label: 'Hugging Face Papers', href: `https://huggingface.co/papers/${id}` });
    return links;
  }
  const words = encodeURIComponent(title);
  links.push(
    {
      label: 'Search arXiv for this title',
      href: `https://arxiv.org/search/?searchtype=title&query=${words}`,
    },
    {
      label: 'Search Hugging Face Papers for this title',
      href: `https://huggingface.co/papers?q=${words}`,
    },
  );
  return links;
}
