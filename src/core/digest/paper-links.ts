import { type ArxivId, parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import { parseWebAddress } from '../web-address.ts';
import type { DigestRecord } from './digest.ts';
import type { MarkdownLink } from './markdown-lines.ts';

/** What the links of an entry say of its paper. */
export type PaperLinks = Pick<
  DigestRecord,
  'arxivId' | 'arxivVersion' | 'doi' | 'url' | 'code' | 'project'
>;

const ARXIV_HOST =
  /(?:^|\.)(?:arxiv\.org|alphaxiv\.org|ar5iv\.org|arxiv-vanity\.com|papers\.cool)$/;
const CODE_HOST = /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)$/;
const PAPER_HOST =
  /(?:^|\.)(?:openreview\.net|aclanthology\.org|aclweb\.org|biorxiv\.org|medrxiv\.org|semanticscholar\.org|dl\.acm\.org|ieeexplore\.ieee\.org|proceedings\.mlr\.press|papers\.nips\.cc|proceedings\.neurips\.cc|openaccess\.thecvf\.com|nature\.com|science\.org|jmlr\.org|sciencedirect\.com|ssrn\.com|hal\.science|pubmed\.ncbi\.nlm\.nih\.gov)$/;
const TALK_HOST = /(?:^|\.)(?:twitter\.com|x\.com|youtube\.com|youtu\.be|reddit\.com|shields\.io)$/;

const CODE_LABEL = /^(?:official )?(?:code|github|repo|repository|implementation|代码)$/i;
const PROJECT_LABEL = /^(?:project|project page|website|web|homepage|page|demo|项目主页|主页)$/i;
const PAPER_LABEL =
  /^(?:paper|pdf|arxiv|abs|abstract|link|url|html|doi|论文|paper link|pdf link)$/i;
const OTHER_LABEL =
  /^(?:tweet|blog|blog post|video|slides|poster|news|talk|bib|bibtex|model|models|data|dataset|colab|notebook|supp|appendix|review)$/i;

/** Whether a text is what a link is called rather than what a paper is called. */
export function isLinkLabel(text: string): boolean {
  const label = bareLabel(text);
  return [CODE_LABEL, PROJECT_LABEL, PAPER_LABEL, OTHER_LABEL].some((set) => set.test(label));
}

function bareLabel(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether an address is surely that of a paper. */
export function isPaperUrl(url: string): boolean {
  const place = parseWebAddress(url);
  if (place === null) return false;
  return (
    arxivOf(place) !== null ||
    parseDoi(url) !== null ||
    PAPER_HOST.test(place.hostname) ||
    (place.pathname.endsWith('.pdf') && !CODE_HOST.test(place.hostname))
  );
}

function arxivOf({ hostname, pathname }: URL): ArxivId | null {
  const isHuggingFace = hostname === 'huggingface.co' && pathname.startsWith('/papers/');
  if (!ARXIV_HOST.test(hostname) && !isHuggingFace) return null;
  const path =
    /^\/(?:abs|pdf|html|papers|ftp|arxiv|overview)\/(?:arxiv\/)?(.+?)(?:\.pdf)?\/?$/.exec(
      pathname.slice(0, 80),
    )?.[1];
  return path === undefined ? null : parseArxivId(path);
}

/**
 * Sorts the links of one entry, the first of each kind: the paper's identifiers, its address where it
 * has no id of arXiv, its code, its project's page. `label` of a link is its text or its column's head.
 */
export function readPaperLinks(
  links: readonly (Pick<MarkdownLink, 'url' | 'text'> & { readonly isTitle?: boolean })[],
): PaperLinks {
  const found: { -readonly [Key in keyof PaperLinks]: PaperLinks[Key] } = {
    ...{ arxivId: null, arxivVersion: null, doi: null, url: null, code: null, project: null },
  };
  for (const { url, text, isTitle } of links) {
    const place = parseWebAddress(url);
    if (place === null || TALK_HOST.test(place.hostname)) continue;
    const arxiv = arxivOf(place);
    if (arxiv !== null) {
      if (found.arxivId !== null && found.arxivId !== arxiv.arxivId) continue;
      found.arxivId = arxiv.arxivId;
      found.arxivVersion ??= arxiv.arxivVersion ?? versionIn(text, arxiv.arxivId);
      continue;
    }
    const doi = parseDoi(url);
    const kind = isTitle && doi === null ? 'url' : addressKind(place, text);
    if (doi !== null) found.doi ??= doi;
    else if (kind !== null) found[kind] ??= place.href;
  }
  return found;
}

/** The version of a paper that the text of its link names: `2604.00001v1`. */
function versionIn(text: string, arxivId: string): number | null {
  const named = parseArxivId(text.slice(0, 100));
  return named?.arxivId === arxivId ? named.arxivVersion : null;
}

/** What an address is of, by its host and by what the link to it is called. */
function addressKind(place: URL, text: string): 'url' | 'code' | 'project' | null {
  const label = bareLabel(text);
  if (isPaperUrl(place.href)) return 'url';
  if (CODE_LABEL.test(label)) return 'code';
  if (PROJECT_LABEL.test(label)) return 'project';
  if (CODE_HOST.test(place.hostname)) return 'code';
  return PAPER_LABEL.test(label) ? 'url' : null;
}
