/** An arXiv id less its version, which is null where none is written. */
export interface ArxivId {
  /** `2303.00763`, `math/0601001`. */
  readonly arxivId: string;
  readonly arxivVersion: number | null;
}

const ARCHIVES =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|' +
  'cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|' +
  'nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|stat|supr-con';
const ID = String.raw`(?:(\d{4}\.\d{4,5})|(${ARCHIVES})(?:\.[A-Z]{2})?/(\d{7}))(?:v(\d{1,3}))?(?![\w]|\.\d)`;
const BARE = new RegExp(`^${ID}$`, 'i');
/** In running text only what names arXiv is an id: `1234.56789` alone may be any number. */
const NAMED = new RegExp(
  String.raw`(?:arxiv\s?:\s?|arxiv\.org:|arxiv\.org/(?:abs|pdf|html|format|ps)/(?:arxiv:)?|10\.48550/arxiv\.|` +
    String.raw`(?:huggingface\.co/papers|alphaxiv\.org/(?:abs|pdf))/)${ID}`,
  'i',
);
/** Texts longer than this are looked at to here only: ids stand in addresses and notes. */
const FARTHEST = 5000;

/** The arXiv id that a whole text is, bare or with `arXiv:` or an address before it; else null. */
export function parseArxivId(text: string): ArxivId | null {
  const trimmed = text.slice(0, FARTHEST).trim();
  return toArxivId(BARE.exec(trimmed)) ?? findArxivId(trimmed);
}

/** The first arXiv id that a text names as one: `arXiv:…`, an address of arXiv, a DOI of arXiv. */
export function findArxivId(text: string): ArxivId | null {
  return toArxivId(NAMED.exec(text.slice(0, FARTHEST)));
}

function toArxivId(match: RegExpExecArray | null): ArxivId | null {
  if (match === null) return null;
  const [, recent, archive, number, version] = match;
  const id = recent ?? `${archive!.toLowerCase()}/${number!}`;
  const isOne = recent === undefined ? isOldNumber(number!) : isRecent(recent);
  if (!isOne) return null;
  const written = version === undefined ? 0 : Number(version);
  return { arxivId: id, arxivVersion: written > 0 ? written : null };
}

/** `YYMM.NNNN` from April 2007 to 2014, `YYMM.NNNNN` from 2015 on. */
function isRecent(id: string): boolean {
  const [yearMonth, month] = [Number(id.slice(0, 4)), Number(id.slice(2, 4))];
  if (month < 1 || month > 12 || yearMonth < 704) return false;
  return id.length === (yearMonth < 1501 ? 9 : 10);
}

/** `YYMMNNN` from August 1991 to March 2007. */
function isOldNumber(number: string): boolean {
  const [year, month] = [Number(number.slice(0, 2)), Number(number.slice(2, 4))];
  return month >= 1 && month <= 12 && (year >= 91 || year <= 7);
}

/** Wiley's of the nineties hold `<284::AID-ASI3>`. */
const DOI =
  /(?<![\d.])10\.\d{4,9}(?:\.\d{1,9}){0,3}\/[^\s"<>{}|\\^]+(?:<[\w:-]{1,40}::[\w-]{1,20}>[^\s"<>{}|\\^]+)?/;
const BRACKETS = [
  ['(', ')'],
  ['[', ']'],
] as const;

/** The first DOI in a text or an address, lower case, without an address before it; null for none. */
export function parseDoi(text: string): string | null {
  const start = text.slice(0, FARTHEST).replace(/\\([_%#&])/g, '$1');
  const isAddress = /^\s*(?:https?:|www\.|doi\.org|dx\.doi)/i.test(start);
  const found = DOI.exec(isAddress ? decodeAddress(start) : start)?.[0];
  if (found === undefined) return null;
  const doi = trimEnd(found).toLowerCase();
  return /[\p{L}\p{N}]/u.test(doi.slice(doi.indexOf('/'))) ? doi : null;
}

/** What surrounds an address is no part of it: `?query`, `#part` and the escapes. */
function decodeAddress(address: string): string {
  const bare = address.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** Less the punctuation of the sentence around it, and brackets that opened before it. */
function trimEnd(doi: string): string {
  const unopened = new Map<string, number>(
    BRACKETS.map(([open, close]) => [close, count(doi, close) - count(doi, open)]),
  );
  let end = doi.length;
  for (; end > 0; end--) {
    const last = doi[end - 1]!;
    const more = unopened.get(last);
    if (more === undefined ? !/[.,;:'’”]/.test(last) : more <= 0) break;
    // What is cut off has no opening bracket in it, so one count of them serves.
    if (more !== undefined) unopened.set(last, more - 1);
  }
  return doi.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
