import { parseDay } from './field-text.ts';

/** An entry of a mailing, taken apart by its lines. */
export interface MailingEntry {
  /** What stands behind `arXiv:` or `Paper:`. */
  readonly id: string;
  /** By name in lower case: `title`, `authors`, `journal-ref`, …; wrapped lines are joined. */
  readonly fields: ReadonlyMap<string, string>;
  readonly abstract: string;
  /** Day of the mailing in which it stands. */
  readonly listed: string | null;
  /** Whether its last line, with the address, is there. */
  readonly isEnded: boolean;
  readonly line: number;
  readonly endLine: number;
}

/** What a file of mailings holds. */
export interface Mailing {
  readonly entries: readonly MailingEntry[];
  readonly days: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
}

const RULE = /^(?:-{70,}|(?:%-){30,}%?|(?:%%--){15,}(?:%%)?|(?:%%%---){10,}%{0,3})\s*$/;
const ID = /^(?:arXiv:\s?|Paper(?:\s?\(\*cross-listing\*\))?:\s?)(\S+)/;
const FIELD =
  /^(Title|Authors?|Categories|Subj-class|Comments|Proxy|Report-no|ACM-class|MSC-class|Journal-ref|DOI|License|Date|From|Date \(revised v?\d{0,3}\)):(?:\s|$)/i;
/** Stands where the date of a new paper stands. */
const REVISED = /^(?:replaced with|figures added|part added|withdrawn)/i;

/** Takes mailings apart, line by line. */
export function readMailing(text: string): Mailing {
  const reader = new MailingReader();
  const lines = text.split(/\r\n|\n|\r/);
  lines.forEach((line, at) => reader.read(line, at + 1, lines[at + 1] ?? ''));
  reader.close(lines.length);
  return reader;
}

class MailingReader implements Mailing {
  readonly entries: MailingEntry[] = [];
  readonly days = new Set<string>();
  readonly subjects = new Set<string>();
  private listed: string | null = null;
  private open: OpenEntry | null = null;

  read(text: string, line: number, below: string): void {
    const isMark = /^\\\\\s*$/.test(text);
    const id = isMark ? ID.exec(below)?.[1] : undefined;
    if (id !== undefined) {
      this.close(line - 1);
      this.open = new OpenEntry(id, line);
    } else if (this.open === null) this.readAround(text);
    else if (/^\\\\\s*\(/.test(text)) this.close(line, true);
    else if (RULE.test(text)) this.close(line - 1);
    else if (isMark) this.open.startAbstract();
    else this.open.add(text, line);
  }

  /** Ends the entry that is open, if one is. */
  close(endLine: number, isEnded = false): void {
    const entry = this.open;
    this.open = null;
    if (entry === null) return;
    const { id, fields, line, abstract } = entry;
    const { listed } = this;
    this.entries.push({
      id,
      fields,
      abstract: abstract.join('\n'),
      listed,
      isEnded,
      line,
      endLine,
    });
  }

  /** The head of a mailing names its day and its subject; the end rule closes it. */
  private readAround(text: string): void {
    if (/^(?:%%%---){10,}/.test(text)) this.listed = null;
    const head = /^(Date|Subject):\s*(.*)$/.exec(text);
    if (head?.[1] === 'Subject') this.subjects.add(head[2]!.trim());
    else if (head !== null) {
      this.listed = parseDay(head[2]);
      if (this.listed !== null) this.days.add(this.listed);
    }
  }
}

class OpenEntry {
  readonly fields = new Map<string, string>();
  readonly abstract: string[] = [];
  readonly id: string;
  readonly line: number;
  private field: string | null = null;
  private isAbstract = false;

  constructor(id: string, line: number) {
    this.id = id;
    this.line = line;
  }

  /** A second mark is a line of the abstract's TeX. */
  startAbstract(): void {
    if (this.isAbstract) this.abstract.push('\\\\');
    this.isAbstract = true;
  }

  add(text: string, line: number): void {
    if (this.isAbstract) this.abstract.push(text);
    else if (line > this.line + 1) this.addToHead(text);
  }

  /** A line that names no field goes on with the one above, whether it is indented or not. */
  private addToHead(text: string): void {
    const name = FIELD.exec(text)?.[1]?.toLowerCase();
    if (name !== undefined) {
      this.field = name === 'author' ? 'authors' : name;
      // A second field of one name, as a second “Date”, does not replace the first.
      if (this.fields.has(this.field)) this.field = null;
      else this.fields.set(this.field, text.slice(name.length + 1));
    } else if (text.trim() === '' || REVISED.test(text)) this.field = null;
    else if (this.field !== null) {
      this.fields.set(this.field, `${this.fields.get(this.field)!} ${text.trim()}`);
    }
  }
}
