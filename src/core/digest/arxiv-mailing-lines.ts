import { LONGEST_RECORD, oneLine } from './field-text.ts';
import { writtenDay } from './written-date.ts';

/** An entry of a mailing, taken apart by its lines. */
export interface MailingEntry {
  /** What stands behind `arXiv:` or `Paper:`. */
  readonly id: string;
  /** By name in lower case: `title`, `authors`, `journal-ref`, …; wrapped lines are joined. */
  readonly fields: ReadonlyMap<string, string>;
  /** Lines that begin with another name. */
  readonly strange: readonly { readonly text: string; readonly line: number }[];
  readonly abstract: string;
  /** Day of the mailing in which it stands. */
  readonly listed: string | null;
  /** Whether its last line, with the address, is there. */
  readonly isEnded: boolean;
  /** Whether it went on for more than two million characters; the rest is left out. */
  readonly isTooLong: boolean;
  readonly line: number;
  readonly endLine: number;
}

/** What the heads of mailings say. */
export interface MailingHeads {
  readonly days: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  /** Days on which the windows of submissions ended: a mail without its head has only these. */
  readonly windowDays: ReadonlySet<string>;
}

const RULE = /^(?:-{70,}|(?:%-){30,}%?|(?:%%--){15,}(?:%%)?|(?:%%%---){10,}%{0,3})\s*$/;
const ID = /^(?:arXiv:\s?|Paper(?:\s?\(\*cross-listing\*\))?:\s?)(\S+)/;
const FIELD =
  /^(Title|Authors?|Categories|Subj-class|Comments|Proxy|Report-no|ACM-class|MSC-class|Journal-ref|DOI|License|Date|From|Date \(revised v?\d{0,3}\)):(?:\s|$)/i;
const OTHER_FIELD = /^[A-Z][A-Za-z-]{2,20}:(?:\s|$)/;
/** Stands where the date of a new paper stands. */
const REVISED = /^(?:replaced with|figures added|part added|withdrawn)/i;

/** `received from  Wed 20 Nov 24 19:00:00 GMT  to  Thu 21 Nov 24 19:00:00 GMT` */
const WINDOW = /^\s{0,3}received from\s.{1,80}\sto\s+(\S.*)$/;

/** A rule has 78 characters. */
const LONGEST_RULE = 100;
/** Mailings in one file: more days or subjects than a lifetime has are none. */
const MOST_HEADS = 100_000;

/** Takes mailings apart, line by line, and tells `onEntry` of each entry. */
export function readMailing(text: string, onEntry: (entry: MailingEntry) => void): MailingHeads {
  const reader = new MailingReader(onEntry);
  let last = 0;
  let held: string | null = null;
  // A mark begins an entry only above an id, so each line waits for the one below it.
  for (const line of linesOf(text)) {
    if (held !== null) reader.read(held, last, line);
    held = line;
    last += 1;
  }
  if (held !== null) reader.read(held, last, '');
  reader.close(last);
  return reader;
}

/** The lines of Unix, Windows and Mac, one after another: a list of fifty million takes gigabytes. */
function* linesOf(text: string): Generator<string> {
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
    if (line.includes('\r')) yield* line.split('\r');
    else yield line;
    start = end + 1;
  }
}

class MailingReader implements MailingHeads {
  readonly days = new Set<string>();
  readonly subjects = new Set<string>();
  readonly windowDays = new Set<string>();
  private readonly onEntry: (entry: MailingEntry) => void;
  private listed: string | null = null;
  private open: OpenEntry | null = null;

  constructor(onEntry: (entry: MailingEntry) => void) {
    this.onEntry = onEntry;
  }

  read(text: string, line: number, below: string): void {
    const isMark = text.startsWith('\\\\') && text.trim().length === 2;
    const id = isMark ? ID.exec(below)?.[1] : undefined;
    if (id !== undefined) {
      this.close(line - 1);
      this.open = new OpenEntry(id, line);
    } else if (this.open === null) this.readAround(text);
    else if (text.startsWith('\\\\') && text.slice(2).trimStart().startsWith('(')) {
      this.close(line, true);
    } else if (isRule(text)) this.close(line - 1, this.open.dropLastMark());
    else if (isMark) this.open.startAbstract();
    else this.open.add(text, line);
  }

  /** Ends the entry that is open, if one is. */
  close(endLine: number, isEnded = false): void {
    const entry = this.open;
    this.open = null;
    if (entry === null) return;
    const { id, fields, strange, line, abstract, isTooLong } = entry;
    const { listed } = this;
    this.onEntry({
      id,
      fields,
      strange,
      isTooLong,
      abstract: abstract.join('\n'),
      listed,
      isEnded,
      line,
      endLine,
    });
  }

  /** The head of a mailing names its day and its subject; the end rule closes it. */
  private readAround(text: string): void {
    if (isRule(text) && text.startsWith('%%%')) this.listed = null;
    const day = writtenDay(WINDOW.exec(text.slice(0, 200))?.[1] ?? '');
    if (day !== null && this.windowDays.size < MOST_HEADS) this.windowDays.add(day);
    const head = /^(Date|Subject):\s*(.*)$/.exec(text);
    if (head === null || this.days.size + this.subjects.size > MOST_HEADS) return;
    const value = oneLine(head[2]);
    if (head[1] === 'Date') this.listed = writtenDay(value ?? '');
    if (value !== null && head[1] === 'Subject') this.subjects.add(value);
    if (this.listed !== null) this.days.add(this.listed);
  }
}

function isRule(text: string): boolean {
  return text.length <= LONGEST_RULE && RULE.test(text);
}

class OpenEntry {
  readonly fields = new Map<string, string>();
  readonly strange: { text: string; line: number }[] = [];
  readonly abstract: string[] = [];
  readonly id: string;
  readonly line: number;
  private field: string | null = null;
  private isAbstract = false;
  private length = 0;

  constructor(id: string, line: number) {
    this.id = id;
    this.line = line;
  }

  /** A second mark is a line of the abstract's TeX. */
  startAbstract(): void {
    if (this.isAbstract) this.abstract.push('\\\\');
    this.isAbstract = true;
  }

  /** Until 1995 entries ended with a mark alone, above the rule. */
  dropLastMark(): boolean {
    const last = this.abstract.findLastIndex((line) => line.trim() !== '');
    if (this.abstract[last] !== '\\\\') return false;
    this.abstract.length = last;
    return true;
  }

  get isTooLong(): boolean {
    return this.length > LONGEST_RECORD;
  }

  add(text: string, line: number): void {
    this.length += text.length + 1;
    if (this.isTooLong) return;
    if (this.isAbstract) this.abstract.push(text);
    else if (line > this.line + 1) this.addToHead(text, line);
  }

  /** A line that names no field goes on with the one above, whether it is indented or not. */
  private addToHead(text: string, line: number): void {
    const name = FIELD.exec(text)?.[1]?.toLowerCase();
    if (name !== undefined) {
      this.field = name === 'author' ? 'authors' : name;
      // A second field of one name, as a second “Date”, does not replace the first.
      if (this.fields.has(this.field)) this.field = null;
      else this.fields.set(this.field, text.slice(name.length + 1));
    } else if (text.trim() === '' || REVISED.test(text)) this.field = null;
    else if (OTHER_FIELD.test(text)) {
      this.field = null;
      this.strange.push({ text, line });
    } else if (this.field !== null) {
      this.fields.set(this.field, `${this.fields.get(this.field)!} ${text.trim()}`);
    }
  }
}
