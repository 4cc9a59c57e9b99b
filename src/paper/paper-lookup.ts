// How a short key leads to a paper: small files that pages write and the browser asks by need.

/** What a key leads to: id, title, id and label of the topic, and the date as far as it is known. */
export type LookupEntry = readonly [string, string, string, string, string | null];

/** One of the files: papers by the key of their id, and ids by the keys of their other names. */
export interface LookupFile {
  readonly papers: Readonly<Record<string, LookupEntry>>;
  readonly names: Readonly<Record<string, string>>;
}

/** Characters of a key: 48 bits, so that two of 100,000 papers share one with a chance of 1 : 50,000. */
export const KEY_LENGTH = 8;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** So many papers stand in one file, about. */
const PAPERS_A_FILE = 100;

/** The key of a name: eight letters, digits, hyphens and underscores, the same on every site. */
export function lookupKey(name: string): string {
  const [high, low] = hash(name);
  const six = (bits: number, shift: number) => LETTERS[(bits >>> shift) & 63]!;
  return (
    [18, 12, 6, 0].map((shift) => six(high, shift)).join('') +
    [18, 12, 6, 0].map((shift) => six(low, shift)).join('')
  );
}

/** Into how many files so many papers are parted: a power of two up to 4,096. */
export function lookupFiles(papers: number): number {
  const wanted = Math.ceil(Math.log2(Math.max(1, papers / PAPERS_A_FILE)));
  return 2 ** Math.min(12, wanted);
}

/** The number of the file in which a key stands, of so many. */
export function lookupFile(key: string, files: number): number {
  return (LETTERS.indexOf(key[0] ?? '') * 64 + LETTERS.indexOf(key[1] ?? '')) % files;
}

/** The names that a paper goes by beside its id, as keys are made of them. */
export function namesOf({
  arxivId,
  doi,
  url,
}: {
  readonly arxivId: string | null;
  readonly doi: string | null;
  readonly url: string | null;
}): string[] {
  return [
    ...(arxivId === null ? [] : [arxivName(arxivId)]),
    ...(doi === null ? [] : [doiName(doi)]),
    ...(url === null ? [] : [url]),
  ];
}

/** The name of a paper of arXiv, without its version. */
export function arxivName(arxivId: string): string {
  return `arxiv:${arxivId.toLowerCase().replace(/v\d+$/, '')}`;
}

/** The name of a paper that has a DOI; case means nothing in one. */
export function doiName(doi: string): string {
  return `doi:${doi.toLowerCase()}`;
}

/** Two sums of 32 bits by FNV-1a, the second over the text backwards. */
function hash(text: string): [number, number] {
  const bytes = new TextEncoder().encode(text);
  return [fnv(bytes), fnv(bytes.toReversed())];
}

function fnv(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  // The low bits of the sum are the weaker ones.
  return (sum ^ (sum >>> 15)) >>> 0;
}
