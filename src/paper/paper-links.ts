import type { PaperPage, RetiredPage } from '../site-data.ts';

/** A link to a paper elsewhere. */
export interface PaperLink {
  readonly kind: 'paper' | 'pdf' | 'code' | 'project' | 'talk' | 'search';
  readonly label: string;
  readonly href: string;
}

/** Hosts of which the arXiv id already gives the page. */
const OF_ARXIV = /^(?:www\.|export\.)?(?:arxiv\.org|alphaxiv\.org|huggingface\.co|hf\.co)$/;

const ORDER: readonly PaperLink['kind'][] = ['paper', 'pdf', 'code', 'project', 'talk', 'search'];

/**
 * Where the paper stands elsewhere, then its code and its project; without an id or address, where its
 * title can be looked up.
 */
export function paperLinks(paper: PaperPage): PaperLink[] {
  return [...idLinks(paper), ...addressLinks(paper), ...searchLinks(paper)].sort(
    (one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind),
  );
}

/** Where the paper is to be read as PDF, as far as its ids or address tell. */
export function pdfAddress({ arxivId, url }: Pick<PaperPage, 'arxivId' | 'url'>): string | null {
  if (arxivId !== null) return `https://arxiv.org/pdf/${encodeURI(arxivId)}`;
  return url !== null && /\.pdf$/i.test(new URL(url).pathname) ? url : null;
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
      kind: 'paper',
      label: `DOI ${doi}`,
      href: `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`,
    });
  if (arxivId !== null) {
    const id = encodeURI(arxivId);
    const version = arxivVersion === null ? '' : `v${arxivVersion}`;
    links.push(
      {
        kind: 'paper',
        label: `arXiv ${arxivId}${version}`,
        href: `https://arxiv.org/abs/${id}`,
      },
      { kind: 'pdf', label: 'PDF', href: `https://arxiv.org/pdf/${id}` },
      {
        kind: 'talk',
        label: 'Hugging Face Papers',
        href: `https://huggingface.co/papers/${id}`,
      },
    );
  }
  return links;
}

const NAME = { paper: 'Paper', code: 'Code', project: 'Project' } as const;

function addressLinks({ arxivId, doi, url, code, project }: PaperPage): PaperLink[] {
  const links: PaperLink[] = [];
  const add = (
    kind: 'paper' | 'code' | 'project',
    address: string | null,
    isKnown: (host: string) => boolean,
  ) => {
    if (address === null || links.some((link) => link.href === address)) return;
    const host = new URL(address).hostname;
    if (isKnown(host)) return;
    const label = `${NAME[kind]} (${host.replace(/^www\./, '')})`;
    links.push({ kind, label, href: address });
  };
  add('paper', url, (host) =>
    arxivId === null ? doi !== null && host === 'doi.org' : OF_ARXIV.test(host),
  );
  add('code', code, () => false);
  add('project', project, () => false);
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
      kind: 'search',
      label: 'Search arXiv for this title',
      href: `https://arxiv.org/search/?searchtype=title&query=${words}`,
    },
    {
      kind: 'search',
      label: 'Search Hugging Face Papers for this title',
      href: `https://huggingface.co/papers?q=${words}`,
    },
  ];
}
