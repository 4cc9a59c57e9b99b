/** What a text says of where a paper's code and its project's page are; null where it says nothing. */
export interface ProseLinks {
  readonly code: string | null;
  readonly project: string | null;
}

/** An address, with its scheme or of a host for code without one; TeX escapes some of its signs. */
const ADDRESS =
  /(?:https?:\/\/|(?<![\w./@-])(?:www\.)?(?:github|gitlab)\.com\/)[^\s<>"{}|^`[\]]{3,300}/gi;
const REPOSITORY =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[\w.-]+\/[\w.-]+/i;
const PAGES = /^https?:\/\/[\w-]+\.(?:github|gitlab)\.io(?:\/|$)/i;
/** Words that promise the authors' own, near before its address, or nothing but the end of a sentence. */
const OFFERS_CODE =
  /\b(?:codes?|codebase|implementations?|software|source|package|toolkit|library|toolbox|repo(?:sitory)?|github|open-?sourced?|released?|available)\b|[.!?]\s*$/i;
const OFFERS_PROJECT = /\b(?:project(?: web)?[ -]?(?:page|site)|home-?page|web-?(?:page|site))\b/i;
/** Characters before an address that may tell what it is. */
const NEAR = 150;

/** The first repository and the first project's page that texts of the authors offer. */
export function findProseLinks(texts: readonly (string | null)[]): ProseLinks {
  let code: string | null = null;
  let project: string | null = null;
  for (const text of texts) {
    // Most texts have none, and these are found fast.
    if (text === null || !/:\/\/|git(?:hub|lab)\.com\//i.test(text)) continue;
    for (const { 0: written, index } of text.matchAll(ADDRESS)) {
      const address = webAddressOf(written);
      const before = text.slice(Math.max(0, index - NEAR), index);
      if (address === null) continue;
      const isProject = PAGES.test(address) || OFFERS_PROJECT.test(before.slice(-40));
      if (isProject) project ??= address;
      else if (REPOSITORY.test(address) && OFFERS_CODE.test(before)) code ??= address;
    }
  }
  return { code, project };
}

/** Less TeX's escapes, its scheme added, and less the punctuation of the sentence around it. */
function webAddressOf(written: string): string | null {
  const bare = written.replace(/\\([_%#&~])/g, '$1').replace(/\\.*$/s, '');
  const trimmed = bare.replace(/[.,;:!?'’”*$]+$/, '').replace(/\)+[.,;:]*$/, '');
  const address = /^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  return URL.canParse(address) && new URL(address).hostname.includes('.') ? address : null;
}
