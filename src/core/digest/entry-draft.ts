import { findArxivId, parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import { type Problem, quote } from '../input-error.ts';
import {
  type Digest,
  type DigestNotes,
  type DigestRecord,
  type Organization,
  unknownFields,
} from './digest.ts';
import { withWarnings } from './digest-warnings.ts';
import { readNote } from './author-note.ts';
import { type FieldKind, readNames, readWords } from './entry-fields.ts';
import type { MarkdownLine, MarkdownLink } from './markdown-lines.ts';
import { readAnnouncement } from './announcement.ts';
import { venueOf } from './paper-draft.ts';
import { isLinkLabel, readPaperLinks } from './paper-links.ts';
import { ProblemList } from './problem-list.ts';
import { LONGEST_TITLE_LINE, titleFault } from './title-fault.ts';
import { isWrittenDay, joinWrittenDates, writtenDate, writtenDay } from './written-date.ts';

type EntryLink = Pick<MarkdownLink, 'url' | 'text'> & { readonly isTitle?: boolean };
type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const EMPTY = /^(?:null|none|n\/?a|nan|-+|—|–|\/|tbd|无)?$/i;
/** What is left of Markdown or HTML where a line was torn apart or run together. */
const TORN =
  /https?:\/\/|www\.|\]\(|!\[|\*\*|^\||<\/?(?:a|b|br|details|div|em|h[1-6]|i|img|p|span|strong|sub|summary|sup|table|td|tr|ul)(?:[\s/>]|$)/i;
/** What pages write above, below and beside papers; a bare number is that of an item. */
const CHROME =
  /^(?:table of contents|contents|toc|back(?: to top)?|to top|show|details|authors?|references|license|contributing|papers?|\d+)$/i;

/** What an entry has said so far, field by field; it is read once all of it is there. */
export class EntryDraft {
  title: string;
  readonly line: number;
  readonly heading: string | null;
  endLine: number;
  pointer: string | null = null;
  listed: string | null = null;
  organization: Organization | null = null;
  private readonly texts = new Map<FieldKind, string[]>();
  private readonly links: EntryLink[] = [];

  constructor(title: string, line: number, heading: string | null) {
    this.title = title;
    this.line = line;
    this.endLine = line;
    this.heading = heading === '' ? null : heading;
  }

  has(kind: FieldKind): boolean {
    return this.texts.has(kind);
  }

  /** Adds a text of a kind; one that a digest writes in parts is added part by part. */
  add(kind: FieldKind, text: string, label = ''): void {
    const announced = kind === 'abstract' ? readAnnouncement(text) : null;
    if (announced !== null) this.add('id', announced.id);
    const trimmed = (announced?.abstract ?? text).replace(/\s+/g, ' ').trim();
    if (EMPTY.test(trimmed)) return;
    const target = kind === 'part' ? 'summary' : kind;
    const texts = this.texts.get(target) ?? [];
    texts.push(kind === 'part' && label !== '' ? `${label}: ${trimmed}` : trimmed);
    this.texts.set(target, texts);
  }

  /** Takes back what was added of a kind. */
  drop(kind: FieldKind): void {
    this.texts.delete(kind);
  }

  /** Adds what another draft of the same paper says beyond this one: its links, and kinds of text. */
  fill(other: EntryDraft): void {
    for (const [kind, texts] of other.texts) {
      const isJoined = kind === 'published' || kind === 'id';
      const own = this.texts.get(kind) ?? [];
      if (isJoined || own.length === 0) this.texts.set(kind, [...own, ...texts]);
    }
    this.links.push(...other.links);
  }

  /** Adds links that stand under a label: what they are called counts less than the label. */
  addLinks(links: readonly EntryLink[], kind: FieldKind | null = null): void {
    // An address in prose may be of anything.
    if (kind === 'abstract' || kind === 'summary' || kind === 'part' || kind === 'authors') return;
    const label = kind === 'code' ? 'Code' : kind === 'project' ? 'Project' : null;
    for (const link of links) {
      const text = label ?? (isLinkLabel(link.text) || kind === null ? link.text : 'Paper');
      this.links.push({ ...link, text });
    }
  }

  /** Adds a line of a field: its text, its links. */
  addLine(kind: FieldKind, line: MarkdownLine, text: string, label = ''): void {
    const isCodes = kind === 'keywords' && line.codes.length > 1;
    this.add(kind, isCodes ? line.codes.join(',') : text, label);
    this.addLinks(line.links, kind);
  }

  /** The record, and what is wrong with it. */
  read(): {
    readonly record: DigestRecord;
    readonly problems: readonly Problem[];
    readonly warnings: readonly Problem[];
  } {
    const title = this.title.replace(/\s+/g, ' ').trim();
    const problems = [titleProblem(title, this.line), this.dayProblem()].filter(
      (it) => it !== null,
    );
    const record: Writable<DigestRecord> = {
      ...unknownFields,
      ...readPaperLinks(this.links),
      title,
      abstract: this.text('abstract'),
      summary: this.text('summary'),
      note: readNote(this.text('note')),
      authors: readNames(this.text('authors', ', ') ?? ''),
      published: joinWrittenDates([...this.textsOf('published'), this.text('published')]),
      // A section may stand under its day.
      listed: this.listed ?? writtenDay(this.heading ?? ''),
      venue: venueOf(this.text('venue')),
      organization: this.organization,
      categories: readCategories(this.text('categories') ?? ''),
      keywords: readWords(this.text('keywords', ',') ?? '', /[,;，、；]/),
      upvotes: readCount(this.text('upvotes') ?? ''),
      heading: this.heading,
      line: this.line,
      endLine: this.endLine,
      pointer: this.pointer,
    };
    const ids = this.textsOf('id');
    // Last “arXiv:2109.07958 (cs.CL)” in place of a venue.
    for (const arxiv of [...ids.map(parseArxivId), ...this.textsOf('venue').map(findArxivId)]) {
      if (arxiv === null) continue;
      if (record.arxivId === null) Object.assign(record, arxiv);
      else if (record.arxivId === arxiv.arxivId) record.arxivVersion ??= arxiv.arxivVersion;
    }
    for (const id of ids) record.doi ??= parseDoi(id);
    return { record, problems, warnings: this.otherPapers(record.arxivId) };
  }

  /** Links to papers of other titles: an entry tells of one. */
  private otherPapers(own: string | null): Problem[] {
    const others = this.links.flatMap(({ url, text }) => {
      const id = parseArxivId(url)?.arxivId ?? own;
      return id === own || text.length < 9 || isLinkLabel(text) ? [] : [{ text, id }];
    });
    return others.map(({ text, id }) => ({
      line: this.line,
      expected: `one paper an entry, here ${own ?? 'one without an id'}`,
      got: `${quote(text)} too, arXiv:${id ?? ''}`,
      advice: 'Where both are papers of this digest, give each an entry of its own; else leave it.',
    }));
  }

  private textsOf(kind: FieldKind): readonly string[] {
    return this.texts.get(kind) ?? [];
  }

  /** What was said of a kind, in one text; null for nothing. */
  text(kind: FieldKind, separator = ' '): string | null {
    const text = (this.texts.get(kind) ?? []).join(separator);
    const plain = kind === 'abstract' ? text.replace(/^abstract\s*[:：—-]\s*/i, '') : text;
    return plain === '' ? null : plain;
  }

  private dayProblem(): Problem | null {
    const written = this.text('published') ?? '';
    if (!isWrittenDay(written) || writtenDate(written) !== null) return null;
    const advice = 'Correct the date of this entry, or remove it.';
    return { line: this.line, expected: 'a day of the calendar', got: quote(written), advice };
  }
}

function readCategories(text: string): readonly string[] | null {
  const words = text.trim().split(/[\s,;]+/);
  const isArxiv = words.every((word) => /^[a-z-]+(?:\.[A-Za-z-]{2,})?$/.test(word));
  return readWords(text, isArxiv ? /[\s,;]+/ : /[,;，、；]/);
}

function readCount(text: string): number | null {
  const digits = /^\D{0,4}(\d{1,9})\b/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

function titleProblem(title: string, line: number): Problem | null {
  const isOfPage =
    CHROME.test(title) || isLinkLabel(title) || isWrittenDay(title) || TORN.test(title);
  const fault = titleFault(title, LONGEST_TITLE_LINE) ?? (isOfPage ? quote(title) : null);
  if (fault === null) return null;
  const advice = 'Write the title of the paper here, or remove the entry.';
  return { line, expected: 'the title of a paper', got: fault, advice };
}

/** The records of a digest and all that is wrong in it. */
export class EntryCollector {
  readonly records: DigestRecord[] = [];
  readonly problems = new ProblemList();
  readonly warnings: Problem[] = [];

  /** Entries so far, good and bad. */
  get count(): number {
    return this.records.length + this.problems.size;
  }

  add(draft: EntryDraft): void {
    const { record, problems, warnings } = draft.read();
    this.warnings.push(...warnings);
    if (problems.length === 0) this.records.push(record);
    this.problems.add(...problems);
  }

  /** The digest; throws DigestError where anything was wrong or `wanted` was not found. */
  finish(shape: string, notes: DigestNotes, title: string | null, wanted: string): Digest {
    this.problems.wantRecords(this.records, wanted);
    const { records, warnings } = this;
    return this.problems.finish(
      withWarnings({ ...notes, shape, title: notes.title ?? title, records }, warnings),
    );
  }
}
