import { quote } from '../input-error.ts';
import { isoDate } from '../iso-date.ts';
import {
  type Digest,
  type DigestNotes,
  type DigestRecord,
  type Organization,
  unknownFields,
} from './digest.ts';
import { classifyLines, LONGEST_LINE, type PageDate, type PageLine } from './hugging-face-lines.ts';
import { ProblemList } from './problem-list.ts';
import { LONGEST_TITLE_LINE } from './title-fault.ts';

/** From so many characters on a line that ends a sentence is rather an abstract. */
const SHORT_ABSTRACT = 200;
/** The year from which on there were such pages. */
const FIRST_YEAR = 2023;
/** An organisation's slug and name have at most so many characters. */
const LONGEST_ORGANIZATION = 120;

/**
 * Reads a text dump of a Hugging Face *Papers* page: title, abstract, and where the dump kept them
 * the number of authors or the organisation, the date and the number of comments. Throws DigestError
 * with every title that has no abstract, every abstract without a title, and so on.
 */
export function parsePage(text: string, shape: string, notes: DigestNotes): Digest {
  const lines = classifyLines(text);
  const year =
    notes.date === null ? impliedYear(lines.flatMap(yearOf)) : Number(notes.date.slice(0, 4));
  const reader = new PageReader(lines, year);
  const records = reader.read();
  reader.problems.wantRecords(records, 'titles and abstracts', 'only the page around them');
  return reader.problems.finish({
    shape,
    title: notes.title ?? reader.title,
    date: notes.date ?? reader.date,
    curator: notes.curator ?? reader.curator,
    records,
  });
}

/**
 * The year in which the page was saved. The page leaves a date's year out when it is that one, so it
 * lies after every year that it writes: the next one. Null where the page writes no year, or none
 * near enough: Hugging Face has had these pages since 2023.
 */
export function impliedYear(written: readonly number[]): number | null {
  const latest = written.reduce((most, year) => Math.max(most, year), 0);
  return latest === 0 || latest + 1 < FIRST_YEAR ? null : latest + 1;
}

function yearOf(line: PageLine): number[] {
  return line.kind === 'date' && line.date.year !== null ? [line.date.year] : [];
}

/** What stands below an abstract. */
type Metadata = Pick<DigestRecord, 'authorCount' | 'organization' | 'published' | 'comments'> & {
  readonly endLine: number | null;
};

class PageReader {
  readonly problems = new ProblemList();
  title: string | null = null;
  date: string | null = null;
  curator: string | null = null;
  private at = 0;
  private readonly lines: readonly PageLine[];
  private readonly year: number | null;

  constructor(lines: readonly PageLine[], year: number | null) {
    this.lines = lines;
    this.year = year;
  }

  read(): DigestRecord[] {
    const records: DigestRecord[] = [];
    for (let line = this.lines[this.at]; line !== undefined; line = this.lines[this.at]) {
      if (line.kind === 'text') {
        const record = this.readRecord(line);
        if (record) records.push(record);
      } else {
        this.readPageLine(line);
      }
    }
    return records;
  }

  /** A line outside of any record: the page's own heading, curator, date, or its furniture. */
  private readPageLine(line: PageLine): void {
    this.at += 1;
    if (line.kind === 'heading') this.title ??= line.title;
    else if (line.kind === 'curator') this.curator ??= line.curator;
    else if (line.kind === 'date') this.date ??= this.resolve(line.line, line.date);
    else if (line.kind !== 'chrome') {
      this.report(
        line.line,
        'the title of a paper',
        quote(line.text),
        'Restore the title and abstract above this line, or remove it.',
      );
    }
  }

  private readRecord(title: PageLine): DigestRecord | null {
    this.at += 1;
    if (title.text.length > LONGEST_TITLE_LINE) {
      if (!this.reportTooLong(title)) {
        this.report(
          title.line,
          'a title above this abstract',
          quote(title.text),
          'Put the title of the paper on a line of its own above its abstract.',
        );
      }
      this.readMetadata();
      return null;
    }
    const abstract = this.lines[this.at];
    if (abstract?.kind !== 'text' || !this.isAbstract(abstract)) {
      this.report(
        title.line,
        'an abstract below this title',
        abstract ? quote(abstract.text) : 'the end of the file',
        `Put the abstract of ${quote(title.text)} on the line below it, or remove the title.`,
      );
      this.readMetadata();
      return null;
    }
    this.at += 1;
    this.reportTooLong(abstract);
    const { endLine, ...metadata } = this.readMetadata();
    return {
      ...unknownFields,
      title: title.text,
      abstract: abstract.text,
      ...metadata,
      line: title.line,
      endLine: endLine ?? abstract.line,
    };
  }

  /**
   * Whether the line below a title is its abstract and not another title: an abstract is long or
   * ends a sentence, and no abstract stands directly below another one.
   */
  private isAbstract(line: PageLine): boolean {
    if (line.text.length > LONGEST_TITLE_LINE) return true;
    const below = this.lines[this.at + 1];
    // A short line on the separator is an organisation, even of “Acme Inc.”.
    if (below?.kind === 'separator' && line.text.length <= LONGEST_ORGANIZATION) return false;
    const longBelow = below?.kind === 'text' && below.text.length > LONGEST_TITLE_LINE;
    if (longBelow) return false;
    return line.text.length > SHORT_ABSTRACT || /[.!?…。！？]["'”’)\]]*$/.test(line.text);
  }

  /** Authors or organisation, separator, date: each may be missing. */
  private readMetadata(): Metadata {
    let authorCount: number | null = null;
    let organization: Organization | null = null;
    let published: string | null = null;
    let comments: number | null = null;
    let endLine: number | null = null;
    for (let line = this.lines[this.at]; line !== undefined; line = this.lines[this.at]) {
      if (line.kind === 'authors') authorCount = line.count;
      else if (line.kind === 'date') {
        published = this.resolve(line.line, line.date);
        comments = line.date.comments;
      } else if (this.isOrganization(line)) organization = parseOrganization(line.text);
      else if (line.kind !== 'separator') break;
      endLine = line.line;
      this.at += 1;
      // The date is the last of them: what follows is of the next paper or of the page.
      if (line.kind === 'date') break;
    }
    return { authorCount, organization, published, comments, endLine };
  }

  private isOrganization({ kind, text }: PageLine): boolean {
    const above = this.lines[this.at + 1]?.kind === 'separator';
    return kind === 'text' && above && text.length <= LONGEST_ORGANIZATION;
  }

  private resolve(line: number, { year, month, day }: PageDate): string | null {
    const whichYear = year ?? this.year;
    if (whichYear === null) return null;
    const date = isoDate(whichYear, month, day);
    if (date === null) {
      this.report(
        line,
        'a day of the calendar',
        `day ${day} of month ${month} of ${whichYear}`,
        'Correct the date, or give the digest its day: date: YYYY-MM-DD in its front matter.',
      );
    }
    return date;
  }

  private reportTooLong({ line, text }: PageLine): boolean {
    if (text.length <= LONGEST_LINE) return false;
    this.report(
      line,
      `lines of at most ${LONGEST_LINE.toLocaleString('en')} characters`,
      `one of ${text.length.toLocaleString('en')}`,
      'Break the line into title and abstract, or save the page again.',
    );
    return true;
  }

  private report(line: number, expected: string, got: string, advice: string): void {
    this.problems.add({ line, expected, got, advice });
  }
}

/** "metaresearch Meta Research": the slug, then the name; a single word is both. */
function parseOrganization(text: string): Organization {
  const space = text.indexOf(' ');
  if (space < 0) return { slug: text, name: text };
  return { slug: text.slice(0, space), name: text.slice(space + 1).trim() };
}
