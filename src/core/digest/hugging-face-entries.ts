import { type Problem, quote } from '../input-error.ts';
import { isIsoDate, isoDate } from '../iso-date.ts';
import { type Digest, type DigestNotes, type DigestRecord, unknownFields } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { absoluteAddress } from './hugging-face-address.ts';
import { LONGEST_LINE, LONGEST_TITLE, type PageDate, pageDate } from './hugging-face-lines.ts';
import { impliedYear } from './hugging-face-page.ts';
import {
  attachAddresses,
  isButtons,
  isChrome,
  mendedText,
  type PagePart,
  readParts,
} from './hugging-face-parts.ts';
import { foldText, type PageRow } from './page-row.ts';

/** A record still to be completed: dates may lack their year. */
interface Entry {
  title: string;
  readonly hasHeading: boolean;
  readonly line: number;
  endLine: number;
  id: string | null;
  readonly abstract: string[];
  abstractBlock: number;
  /** Whether something stood below the abstract, so that it is over. */
  isClosed: boolean;
  date: PageDate | null;
  dateLine: number;
  known: Partial<DigestRecord>;
}

const MARKUP = /^(?:[#[\]|<{}@]|!\[|https?:|www\.|\\\\)|\]\(http|<\/?[a-z][^>]*>$/i;

/** Why a text cannot be the title of a paper; null for a title. */
export function titleProblem(text: string): string | null {
  if (text.length > LONGEST_TITLE)
    return `a text of ${text.length.toLocaleString('en')} characters`;
  const isTitle =
    /[\p{L}\p{N}]/u.test(text) &&
    !MARKUP.test(text) &&
    !isChrome(text) &&
    pageDate(text) === null &&
    !isIsoDate(text) &&
    !/^(?:\d{1,6} authors?|\d{1,6}|Submitted by\b.*|Upvote(?: [\d.,k-]+)?|Get trending papers.*)$/.test(
      text,
    );
  return isTitle ? null : quote(text);
}

/**
 * Reads the rows of a page of Hugging Face that lists papers. A paper that the page shows twice is one
 * record. Throws DigestError with all that is wrong.
 */
export function readEntries(rows: readonly PageRow[], shape: string, notes: DigestNotes): Digest {
  const reader = new EntryReader(rows);
  reader.read();
  const years = reader.entries.flatMap(({ date }) => (date?.year ? [date.year] : []));
  const year = notes.date
    ? Number(notes.date.slice(0, 4))
    : (yearOfIds(reader.entries) ?? impliedYear(years));
  const { problems } = reader;
  const records = mergeTwins(reader.entries.flatMap((entry) => finish(entry, year, problems)));
  if (records.length === 0 && problems.length === 0) {
    problems.push({
      line: 1,
      expected: 'titles of papers',
      got: 'only the page around them',
      advice: 'Save the page again with its papers, or remove the file.',
    });
  }
  const { month, day } = reader.date ?? { month: 0, day: 0 };
  const onPage =
    year === null || !reader.date ? null : isoDate(reader.date.year ?? year, month, day);
  const digest = {
    shape,
    title: notes.title ?? reader.title,
    date: notes.date ?? onPage,
    curator: notes.curator ?? reader.curator,
    records,
  };
  problems.sort((a, b) => a.line - b.line);
  if (problems.length > 0) throw new DigestError(problems, digest);
  return digest;
}

/**
 * The year that a page leaves out of its dates is that of the papers so dated: an arXiv id begins with the
 * year and month of the submission. Null where no such paper has an id.
 */
function yearOfIds(entries: readonly Entry[]): number | null {
  let latest: number | null = null;
  for (const { id, date } of entries) {
    const written = /^(\d\d)(\d\d)\./.exec(id ?? '');
    if (!written || date?.year !== null) continue;
    const month = Number(written[2]);
    // A paper of the last days of a year may get the first number of the next.
    const shift = month === 1 && date.month === 12 ? -1 : month === 12 && date.month === 1 ? 1 : 0;
    latest = Math.max(latest ?? 0, 2000 + Number(written[1]) + shift);
  }
  return latest;
}

class EntryReader {
  readonly problems: Problem[] = [];
  readonly entries: Entry[] = [];
  title: string | null = null;
  curator: string | null = null;
  date: PageDate | null = null;
  private readonly rows: readonly { row: PageRow; parts: readonly PagePart[] }[];
  private readonly hasHeadings: boolean;
  private entry: Entry | null = null;
  private isOnPage = false;
  private upvotes: { count: number | null; id: string | null } | null = null;
  private isName = false;

  constructor(rows: readonly PageRow[]) {
    this.rows = attachAddresses(rows).map((row) => ({ row, parts: readParts(row) }));
    const pages = this.rows.findIndex(({ parts }) => parts[0]?.kind === 'page');
    this.hasHeadings = this.rows.some(
      ({ parts: [part] }, at) =>
        part?.kind === 'heading' && (part.id !== null || (pages >= 0 && at > pages)),
    );
  }

  read(): void {
    for (const [at, { row, parts }] of this.rows.entries()) {
      const isAbstract =
        this.entry !== null && !this.entry.isClosed && this.entry.abstractBlock === row.block;
      // A wrapped line of an abstract may look like anything.
      if (isAbstract && !isButtons(row, parts)) this.addText(row, mendedText(row), null);
      else if (this.isWrappedTitle(row, this.rows[at + 1]?.row)) this.extendTitle(row);
      else for (const part of parts) this.take(row, part);
    }
  }

  /** A title that the page breaks goes on in a line set in, alone, just below its heading. */
  private isWrappedTitle(row: PageRow, below: PageRow | undefined): boolean {
    const { entry } = this;
    return (
      entry?.hasHeading === true &&
      entry.abstract.length === 0 &&
      row.depth === 0 &&
      row.isIndented &&
      row.line === entry.endLine + 1 &&
      below !== undefined &&
      below.block !== row.block &&
      below.depth === 0
    );
  }

  private extendTitle(row: PageRow): void {
    if (!this.entry) return;
    this.entry.title += ` ${mendedText(row)}`;
    this.entry.endLine = row.endLine;
  }

  private take(row: PageRow, part: PagePart): void {
    switch (part.kind) {
      case 'page':
        this.isOnPage = true;
        this.title ??= part.title;
        return;
      case 'curator':
        this.isOnPage = true;
        this.curator ??= part.curator;
        return;
      case 'heading':
        this.isName = false;
        // A heading above the page’s own is of the file that the page was saved in.
        if (part.id !== null || this.isOnPage) this.open(row, part.text, part.id);
        return;
      case 'text':
        return this.takeText(row, part.text, part.id);
      case 'submitter':
        this.isName = !part.isNamed;
        return;
      default:
        return this.takeMetadata(row, part);
    }
  }

  private takeMetadata(row: PageRow, part: PagePart): void {
    const { entry } = this;
    // A number of upvotes stands in front of a title; one among what is told of a paper is another.
    if (part.kind !== 'organization' && this.upvotes?.id === null) this.upvotes = null;
    switch (part.kind) {
      case 'upvotes':
        if (entry && (part.id === null || part.id === entry.id)) {
          return this.note(row, { upvotes: part.count });
        }
        this.upvotes = part;
        return;
      case 'number':
        this.upvotes = { count: part.count, id: null };
        return;
      case 'date':
        if (!entry) this.date ??= part.date;
        else if (!entry.date) {
          entry.date = part.date;
          entry.dateLine = row.line;
          this.note(row, part.date.comments === null ? {} : { comments: part.date.comments });
        }
        return;
      default:
        return this.takeNote(row, part);
    }
  }

  private takeNote(row: PageRow, part: PagePart): void {
    const { entry } = this;
    switch (part.kind) {
      case 'authors':
        return this.note(row, { authorCount: part.count });
      case 'comments':
        return this.note(row, { comments: part.count });
      case 'organization':
        // Above the title stands who submitted it, below the metadata another one’s submitter.
        if (!this.isName && !entry?.date) this.note(row, { organization: part.organization });
        this.isName = false;
        return;
      case 'code':
        return this.note(row, { code: absoluteAddress(part.href) });
      case 'project':
        return this.note(row, { project: absoluteAddress(part.href) });
      case 'arxiv':
        if (entry) entry.id ??= part.id;
        return this.note(row, {});
    }
  }

  private note(row: PageRow, known: Partial<DigestRecord>): void {
    if (!this.entry) return;
    this.entry.known = { ...known, ...this.entry.known };
    this.entry.isClosed = true;
    this.entry.endLine = Math.max(this.entry.endLine, row.endLine);
  }

  private takeText(row: PageRow, text: string, id: string | null): void {
    if (this.isName && text.length <= 60 && id === null) {
      this.isName = false;
      return;
    }
    this.isName = false;
    const isOther = id !== null && id !== this.entry?.id;
    if (isOther && !this.hasHeadings && text.length <= LONGEST_TITLE) this.open(row, text, id);
    else if (this.entry && !this.entry.isClosed) this.addText(row, text, id);
    else if (text.length > LONGEST_TITLE) {
      this.problems.push({
        line: row.line,
        expected: 'a title above this abstract',
        got: quote(text),
        advice: 'Put the title of the paper on a line of its own above its abstract.',
      });
    }
  }

  private addText(row: PageRow, text: string, id: string | null): void {
    const { entry } = this;
    if (!entry) return;
    entry.abstract.push(text);
    entry.abstractBlock = row.block;
    entry.id ??= id;
    entry.endLine = row.endLine;
  }

  private open(row: PageRow, title: string, id: string | null): void {
    const upvotes = this.upvotes;
    const isOwn = upvotes !== null && (upvotes.id === null || upvotes.id === id);
    this.upvotes = null;
    this.entry = {
      title,
      hasHeading: row.depth > 0,
      line: row.line,
      endLine: row.endLine,
      id,
      abstract: [],
      abstractBlock: -1,
      isClosed: false,
      date: null,
      dateLine: row.line,
      known: isOwn ? { upvotes: upvotes.count } : {},
    };
    this.entries.push(this.entry);
  }
}

/** The record of an entry, or none and a problem. */
function finish(entry: Entry, year: number | null, problems: Problem[]): DigestRecord[] {
  const { line, endLine, id, known, date } = entry;
  const title = foldText(entry.title);
  const abstract = foldText(entry.abstract.join(' ')) || null;
  const wrong = titleProblem(title);
  const report = (at: number, expected: string, got: string, advice: string) => {
    problems.push({ line: at, expected, got, advice });
    return [];
  };
  if (wrong !== null) {
    return report(line, 'the title of a paper', wrong, 'Restore the title, or remove the entry.');
  }
  if (abstract === null && id === null) {
    return report(
      line,
      'an abstract or a link below this title',
      quote(title),
      'Restore the paper’s abstract or its link, or remove the title.',
    );
  }
  if ((abstract?.length ?? 0) > LONGEST_LINE) {
    return report(
      line,
      `an abstract of at most ${LONGEST_LINE.toLocaleString('en')} characters`,
      `one of ${abstract!.length.toLocaleString('en')}`,
      'Cut the entry where the abstract ends, or save the page again.',
    );
  }
  const whichYear = date?.year ?? year;
  const published = date && whichYear ? isoDate(whichYear, date.month, date.day) : null;
  if (date && whichYear && published === null) {
    report(
      entry.dateLine,
      'a day of the calendar',
      `day ${date.day} of month ${date.month} of ${whichYear}`,
      'Correct the date, or give the digest its day: date: YYYY-MM-DD in its front matter.',
    );
  }
  return [{ ...unknownFields, ...known, title, abstract, arxivId: id, published, line, endLine }];
}

/** Records of the same paper made one: what the first does not know is taken from the second. */
export function mergeTwins(records: readonly DigestRecord[]): DigestRecord[] {
  const merged = new Map<string, DigestRecord>();
  let last: string | null = null;
  for (const record of records) {
    const key = `${record.arxivId ?? record.abstract}\n${record.title.toLowerCase()}`;
    const first = merged.get(key);
    if (!first) merged.set(key, record);
    else {
      const known = Object.entries(first).filter(([, value]) => value !== null);
      const endLine = last === key ? record.endLine : first.endLine;
      merged.set(key, { ...record, ...(Object.fromEntries(known) as typeof first), endLine });
    }
    last = key;
  }
  return [...merged.values()];
}
