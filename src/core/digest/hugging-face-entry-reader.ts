import { type Problem, quote } from '../input-error.ts';
import type { DigestRecord } from './digest.ts';
import { absoluteAddress } from './hugging-face-address.ts';
import { joinCurator } from './hugging-face-curator.ts';
import type { PageDate } from './hugging-face-lines.ts';
import {
  attachAddresses,
  isButtons,
  mendedText,
  type PagePart,
  readParts,
} from './hugging-face-parts.ts';
import type { PageRow } from './page-row.ts';
import { LONGEST_TITLE_LINE } from './title-fault.ts';

/** A record still to be completed: dates may lack their year. */
export interface Entry {
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

/** Reads the rows of a page of Hugging Face into entries, each with what stands around it. */
export class EntryReader {
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
    const joined = joinCurator(attachAddresses(rows));
    this.rows = joined.map((row) => ({ row, parts: readParts(row) }));
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
    if (isOther && !this.hasHeadings && text.length <= LONGEST_TITLE_LINE) this.open(row, text, id);
    else if (this.entry && !this.entry.isClosed) this.addText(row, text, id);
    else if (text.length > LONGEST_TITLE_LINE) {
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
