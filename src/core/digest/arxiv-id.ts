/** An arXiv id, and the version where it is named. */
export interface ArxivId {
  readonly arxivId: string;
  readonly arxivVersion: number | null;
}

/** Four digits until 2014, five since; before April 2007 an archive and seven digits. */
const ID =
  /^((?:0[7-9]|1[0-4])\d{2}\.\d{4}|(?:1[5-9]|[2-9]\d)\d{2}\.\d{5}|[a-z-]{2,20}(?:\.[A-Za-z]{2})?\/\d{7})(?:v([1-9]\d{0,2}))?$/;
const BEFORE =
  /^(?:https?:\/\/(?:[a-z]+\.)?arxiv\.org\/(?:abs|pdf|html)\/|oai:arXiv\.org:|arXiv:)/i;

/** Reads `2303.00763v1`, `math/0601001`, and both behind `arXiv:`, `oai:arXiv.org:` or an address. */
export function parseArxivId(text: string): ArxivId | null {
  const id = text
    .trim()
    .replace(BEFORE, '')
    .replace(/\.pdf$/, '');
  const match = ID.exec(id);
  if (match === null) return null;
  // The subject class is no part of an old id: math.GT/0309136 is math/0309136.
  const arxivId = match[1]!.replace(/^([a-z-]+)\.[A-Za-z]{2}\//, '$1/');
  return { arxivId, arxivVersion: match[2] === undefined ? null : Number(match[2]) };
}
