import type { PaperPage, RetiredPage } from './site-data.ts';

/** A link to a paper elsewhere. */
export interface PaperLink {
  readonly label: string;
  readonly href: string;
}

/** Hosts of which the arXiv id already gives the page. */
const OF_ARXIV = /^(?:www\.|export\.)?(?:arxiv\.org|alphaxiv\.org|huggingface\.co|hf\.co)$/;

/**
 * Where the paper stands elsewhere, with its code and its project; without an id or address, where its
 * title can be looked up.
 */
export function paperLinks(paper: PaperPage): PaperLink[] {
  return [...idLinks(paper), ...addressLinks(paper), ...searchLinks(paper)];
}

/** Where a paper that is gone may still be found. */
export function retiredPaperLinks({ label, identity }: RetiredPage): PaperLink[] {
  const [, kind, id = null] = /^(arXiv|doi):(.+)$/.exec(identity ?? '') ?? [];
  const arxivId = kind === 'arXiv' ? id : null;
  const doi = kind === 'doi' ? id : null;
  const known = { arxivId, arxivVersion: null, doi, url: null, title: label };
  return [...idLinks(known), ...searchLinks(known)];
}

function idLinks({
  arxivId,
  arxivVersion,
  doi,
}: Pick<PaperPage, 'arxivId' | 'arxivVersion' | 'doi'>): PaperLink[] {
  const links: PaperLink[] = [];
  if (doi !== null)
    links.push({
      label: `DOI ${doi}`,
      href: `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`,
    });
  if (arxivId !== null) {
    const id = encodeURI(arxivId);
    const version = arxivVersion === null ? '' : `v${arxivVersion}`;
    links.push({ label: `arXiv ${arxivId}${version}`, href: `https://arxiv.org/abs/${id}` });
    links.push({ label: 'Hugging Face Papers', href: `https://huggingface.co/papers/${id}` });
  }
  return links;
}

function addressLinks({ arxivId, doi, url, code, project }: PaperPage): PaperLink[] {
  const links: PaperLink[] = [];
  const add = (what: string, address: string | null, isKnown: (host: string) => boolean) => {
    if (address === null || links.some((link) => link.href === address)) return;
    const host = new URL(address).hostname;
    if (isKnown(host)) return;
    links.push({ label: `${what} (${host.replace(/^www\./, '')})`, href: address });
  };
  add('Paper', url, (host) =>
    arxivId === null ? doi !== null && host === 'doi.org' : OF_ARXIV.test(host),
  );
  add('Code', code, () => false);
  add('Project', project, () => false);
  return links;
}

function searchLinks({
  arxivId,
  url,
  title,
}: Pick<PaperPage, 'arxivId' | 'url' | 'title'>): PaperLink[] {
  if (arxivId !== null || url !== null) return [];
  const words = encodeURIComponent(title);
  return [
    {
      label: 'Search arXiv for this title',
      href: `https://arxiv.org/search/?searchtype=title&query=${words}`,
    },
    {
      label: 'Search Hugging Face Papers for this title',
      href: `https://huggingface.co/papers?q=${words}`,
    },
  ];
}
