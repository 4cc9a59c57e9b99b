import { quote, type Problem } from '../input-error.ts';
import { findArxivId, parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import { webAddress } from '../web-address.ts';
import { readAnnouncement } from './announcement.ts';
import { type DigestRecord, type Organization, unknownFields } from './digest.ts';
import { stripMarkup } from './strip-markup.ts';
import { titleFault } from './title-fault.ts';
import { withoutTex } from './without-tex.ts';
import { joinWrittenDates, writtenDay } from './written-date.ts';

/** arXiv takes abstracts of up to 1,920 characters; ten times as much is a paper. */
const LONGEST_ABSTRACT = 20_000;
const MOST_ADDRESSES = 50;

/** What a data file says of a paper, as written there. */
export interface PaperDraft {
  readonly title: string | null;
  readonly abstract?: string | null;
  readonly summary?: string | null;
  readonly note?: string | null;
  /** Plain, as “First Last”. */
  readonly authors?: readonly string[] | null;
  readonly organization?: Organization | null;
  /** The first that tells a date counts, made more precise by those that agree with it. */
  readonly published?: readonly (string | null)[];
  readonly listed?: string | null;
  /** Fields that hold an arXiv id and nothing else. */
  readonly arxivIds?: readonly (string | null)[];
  readonly arxivVersion?: number | null;
  readonly doi?: string | null;
  /** Addresses of the paper, the best first; ids are looked for in them too. */
  readonly addresses?: readonly (string | null)[];
  /** Other texts that may name an arXiv id: notes, the journal. */
  readonly mentions?: readonly (string | null)[];
  readonly venue?: string | null;
  readonly categories?: readonly string[] | null;
  readonly keywords?: readonly string[] | null;
  readonly upvotes?: number | null;
  readonly comments?: number | null;
  readonly code?: string | null;
  readonly project?: string | null;
  readonly heading?: string | null;
}

/** Where a record stands in its file. */
export type RecordPlace = Pick<DigestRecord, 'line' | 'endLine' | 'pointer'>;

/** A record, or why there is none. */
export type Drafted =
  | { readonly record: DigestRecord; readonly problem: null }
  | { readonly record: null; readonly problem: Problem };

/** Makes a record of a draft: texts in one line, ids out of addresses, only what is certain. */
export function toRecord(draft: PaperDraft, place: RecordPlace): Drafted {
  const title = stripMarkup(draft.title ?? '');
  const announced = readAnnouncement(draft.abstract ?? '');
  const abstract = textOf(announced?.abstract ?? draft.abstract);
  const problem = faultOf(title, abstract, place);
  if (problem !== null) return { record: null, problem };
  const record: DigestRecord = {
    ...unknownFields,
    ...place,
    ...identified(draft, announced?.id ?? null),
    title,
    abstract,
    summary: differing(textOf(draft.summary), abstract),
    note: draft.note ?? null,
    authors: draft.authors ?? null,
    organization: draft.organization ?? null,
    published: joinWrittenDates(draft.published ?? []),
    listed: firstOf([draft.listed ?? null], writtenDay),
    venue: venueOf(draft.venue),
    categories: listOf(draft.categories),
    keywords: listOf(draft.keywords),
    upvotes: countOf(draft.upvotes),
    comments: countOf(draft.comments),
    code: webAddress(draft.code),
    project: webAddress(draft.project),
    heading: textOf(draft.heading),
  };
  return { record, problem: null };
}

/** The ids of a draft, wherever they are written, and its address. */
function identified(draft: PaperDraft, announced: string | null) {
  const { doi = null, mentions = [], arxivIds = [] } = draft;
  const addresses = (draft.addresses ?? []).slice(0, MOST_ADDRESSES);
  const arxiv =
    firstOf(arxivIds, parseArxivId) ??
    firstOf([doi, ...addresses, ...mentions, announced], findArxivId);
  const isVersioned = (text: string) => {
    const other = findArxivId(text);
    return other?.arxivId === arxiv?.arxivId ? (other?.arxivVersion ?? null) : null;
  };
  const version =
    countOf(draft.arxivVersion) ?? firstOf([...addresses, ...mentions, announced], isVersioned);
  return {
    arxivId: arxiv?.arxivId ?? null,
    arxivVersion: arxiv === null ? null : (arxiv.arxivVersion ?? version),
    doi: firstOf([doi, ...addresses], parseDoi),
    url: firstOf(addresses, webAddress),
  };
}

function faultOf(title: string, abstract: string | null, { line }: RecordPlace): Problem | null {
  const fault = titleFault(title);
  if (fault !== null) {
    const advice = 'Give the record the title of its paper, or remove it.';
    return { line, expected: 'the title of a paper', got: fault, advice };
  }
  if (abstract === null || abstract.length <= LONGEST_ABSTRACT) return null;
  return {
    line,
    expected: `an abstract of at most ${LONGEST_ABSTRACT.toLocaleString('en')} characters`,
    got: `one of ${abstract.length.toLocaleString('en')} for ${quote(title)}`,
    advice: 'Shorten the abstract, or remove the record.',
  };
}

/** “arXiv preprint arXiv:2303.00763” is no journal: the id says all of it. */
export function venueOf(venue: string | null | undefined): string | null {
  const text = textOf(withoutTex(venue ?? ''));
  return text === null || /^(?:arxiv\b|corr$|corr, abs)/i.test(text) ? null : text;
}

const NOTHING =
  /^(?:n\/?a|null|none|nan|undefined|abstract|no abstract(?: available)?\.?|not available\.?|-)$/i;

function textOf(text: string | null | undefined): string | null {
  const line = stripMarkup(text ?? '');
  return line === '' || NOTHING.test(line) ? null : line;
}

function differing(summary: string | null, abstract: string | null): string | null {
  return summary === abstract ? null : summary;
}

function listOf(texts: readonly string[] | null | undefined): readonly string[] | null {
  const known = new Set(
    (texts ?? []).map((text) => textOf(withoutTex(text))).filter((text) => text !== null),
  );
  return known.size > 0 ? [...known] : null;
}

function countOf(value: number | null | undefined): number | null {
  return Number.isSafeInteger(value) && value! >= 0 ? value! : null;
}

/** What `read` makes of the first text of which it makes something. */
export function firstOf<T>(
  texts: readonly (string | null)[],
  read: (text: string) => T | null,
): T | null {
  for (const text of texts) {
    const value = text === null ? null : read(text);
    if (value !== null) return value;
  }
  return null;
}
