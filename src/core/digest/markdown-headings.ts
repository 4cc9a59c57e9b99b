import type { Heading, Paragraph, RootContent } from 'mdast';
import { quote } from '../input-error.ts';
import type { DigestShape } from './digest.ts';
import { EntryCollector, EntryDraft } from './entry-draft.ts';
import { type FieldKind, fieldKind, splitField } from './entry-fields.ts';
import { readHtmlFragment } from './html-fragment.ts';
import { findMarkdownEvidence } from './markdown-evidence.ts';
import { joinLines, linesOf, type MarkdownLine, plainText } from './markdown-lines.ts';
import { readMarkdown } from './markdown-tree.ts';
import { isPaperUrl } from './paper-links.ts';

/** `[12] ` or `12. ` before a title. */
const NUMBER = /^(?:\[\d{1,5}\]|\d{1,4}[.)])\s+/;
/** `[[Back]](#toc)` behind a heading's words. */
const BACK = /\s*\[?\[?(?:back|top|toc|↑)\]?\]?\s*$/i;
/** What some write before a title. */
const LABEL = /^(?:paper|title|论文|标题)(?:\s*\d{1,4})?\s*[:：]\s*/i;
const ABOUT =
  /^(?:about|acknowledge?ments?|citation|conclusions?|contact|contents|contributing|introduction|license|overview|references|summary|table of contents)\b/i;
/** Less prose below a heading is a remark. */
const LEAST_PROSE = 60;

/** A text less pictographs before it. */
function withoutSigns(text: string): string {
  return text.replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\u200d|\s)+/u, '');
}

/** Fields that tell a paper from a page about something. */
const TELLING = new Set<FieldKind>(['authors', 'abstract', 'categories', 'id', 'venue']);
/** Words that begin a sentence of a structured abstract too. */
const IN_PROSE = new Set<FieldKind>(['part', 'note', 'other', 'title', 'summary']);

/** Papers under headings of their own: numbered, linked, or above fields in bold. */
export const markdownHeadings: DigestShape = {
  name: 'markdown-headings',
  source: null,
  looksLike:
    'a Markdown heading for each paper, linked or numbered, with “Authors: …”, “Abstract: …” below',
  detect(text) {
    const { headingEntries, paperTables, listEntries, huggingFaceLinks, isForeign } =
      findMarkdownEvidence(text);
    if (isForeign || headingEntries === 0 || huggingFaceLinks > headingEntries) return 0;
    return paperTables > 0 || listEntries > 2 * headingEntries ? 0.55 : 0.8;
  },
  parse(text, notes) {
    const reader = new HeadingReader(text);
    reader.read(readMarkdown(text).children);
    return reader.collector.finish('markdown-headings', notes, reader.title, 'headings of papers');
  },
};

/** Reads what stands below a paper's front matter into its draft: fields, parts, or its abstract. */
export function readEntryBody(draft: EntryDraft, text: string, collector: EntryCollector): void {
  new HeadingReader(text, collector).readBody(draft, readMarkdown(text).children);
}

class HeadingReader {
  readonly collector: EntryCollector;
  title: string | null = null;
  private readonly source: string;
  private section: string | null = null;
  private draft: EntryDraft | null = null;
  private depth = 0;
  /** The levels on which papers stand, and headings with prose below that are none. */
  private readonly depths = new Set<number>();
  private readonly others: { text: string; line: number; depth: number }[] = [];
  /** The field that goes on, with its label. */
  private kind: FieldKind | null = null;
  private label = '';

  constructor(source: string, collector = new EntryCollector()) {
    this.source = source;
    this.collector = collector;
  }

  read(nodes: readonly RootContent[]): void {
    const tops = nodes.filter((node) => node.type === 'heading' && node.depth === 1);
    nodes.forEach((node, at) => {
      if (node.type === 'heading') this.readHeading(node, nodes, at, tops.length === 1);
      else if (this.draft !== null) this.readContent(node);
    });
    this.close();
    this.warnOfOthers();
  }

  /** A heading above a paragraph may be a paper that nothing marks as one. */
  private noteOther(
    { depth, position }: Heading,
    text: string,
    below: RootContent | undefined,
  ): void {
    if (below?.type !== 'paragraph' || ABOUT.test(text)) return;
    if (plainText(below.children, this.source).length < LEAST_PROSE) return;
    this.others.push({ text, depth, line: position?.start.line ?? 1 });
  }

  private warnOfOthers(): void {
    for (const { text, line, depth } of this.others) {
      if (!this.depths.has(depth)) continue;
      const expected = 'a paper below a heading of this level, with a link or “Authors: …”';
      const advice =
        'Where it is a paper, give its heading a link, or its authors below; else leave it.';
      this.collector.warnings.push({ line, expected, got: quote(text), advice });
    }
  }

  readBody(draft: EntryDraft, nodes: readonly RootContent[]): void {
    this.draft = draft;
    for (const node of nodes) {
      if (node.type !== 'heading') this.readContent(node);
      else {
        const lines = linesOf(node.children, this.source);
        const text = joinLines(lines);
        if (text === draft.title) this.kind = null;
        else if (!this.readFieldHeading(node, text, lines[0])) this.kind = 'other';
      }
    }
  }

  private readHeading(
    node: Heading,
    nodes: readonly RootContent[],
    at: number,
    isOnlyTop: boolean,
  ): void {
    const lines = linesOf(node.children, this.source);
    const text = joinLines(lines);
    if (this.draft !== null && this.readFieldHeading(node, text, lines[0])) return;
    if (this.isEntry(node, lines, text, nodes, at)) {
      this.close();
      this.open(node, lines, text);
    } else if (this.draft === null || node.depth <= this.depth) {
      this.close();
      if (isOnlyTop && node.depth === 1) this.title = text === '' ? null : text;
      else {
        this.section = text.replace(BACK, '').trim();
        this.noteOther(node, this.section, nodes[at + 1]);
      }
    } else {
      // A part of the entry that no field holds.
      this.kind = 'other';
    }
  }

  /** `### Authors: A, B` or `## Abstract` within an entry. */
  private readFieldHeading(node: Heading, text: string, line: MarkdownLine | undefined): boolean {
    const field = splitField(withoutSigns(text));
    // “### Title: …” begins the next entry.
    if (field?.kind === 'title' && node.depth <= this.depth) return false;
    if (field !== null && field.value !== '' && line !== undefined) {
      this.startField(field.kind, field.label);
      this.draft!.addLine(field.kind, { ...line }, field.value, field.label);
      this.draft!.endLine = node.position?.end.line ?? line.line;
      this.kind = null;
      return true;
    }
    const kind = node.depth > this.depth ? fieldKind(text) : null;
    if (kind === null) return false;
    this.startField(kind, text);
    return true;
  }

  private isEntry(
    node: Heading,
    lines: readonly MarkdownLine[],
    text: string,
    nodes: readonly RootContent[],
    at: number,
  ): boolean {
    const links = lines.flatMap((line) => line.links);
    if (links.some(({ url }) => isPaperUrl(url))) return true;
    if (/^\[\d{1,5}\]\s+\S/.test(text) && (this.draft === null || node.depth <= this.depth))
      return true;
    // An entry's own parts may have fields too.
    if (this.draft !== null && node.depth > this.depth) return false;
    return hasFields(nodes, at + 1, this.source);
  }

  private open(node: Heading, lines: readonly MarkdownLine[], text: string): void {
    const line = node.position?.start.line ?? 1;
    const bare = withoutSigns(text.replace(BACK, '').replace(NUMBER, '')).replace(LABEL, '').trim();
    const links = lines.flatMap((part) => part.links).filter(({ url }) => /^https?:/i.test(url));
    const named = links.find((link) => link.text.length > 8 && bare.startsWith(link.text));
    this.draft = new EntryDraft(named?.text ?? bare, line, this.section);
    this.draft.addLinks(links.map((link) => ({ ...link, isTitle: link === named })));
    this.depth = node.depth;
    this.depths.add(node.depth);
    this.kind = null;
  }

  private close(): void {
    if (this.draft !== null) this.collector.add(this.draft);
    this.draft = null;
    this.kind = null;
  }

  private readContent(node: RootContent): void {
    if (node.type === 'thematicBreak' || node.type === 'definition') return;
    const before = this.draft!.endLine;
    if (node.type === 'paragraph') this.readParagraph(node);
    else if (node.type === 'html') this.readHtml(node.value, node.position?.start.line ?? before);
    else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
      for (const child of node.children) this.readContent(child);
    }
    this.draft!.endLine = Math.max(before, this.endOf(node, before));
  }

  /** The tags that end an entry's details are none of its lines. */
  private endOf(node: RootContent, before: number): number {
    const isClosing = node.type === 'html' && /^<\/\w+>$/.test(node.value.trim());
    return isClosing ? before : (node.position?.end.line ?? before);
  }

  private readParagraph(node: Paragraph): void {
    const lines = linesOf(node.children, this.source);
    const isNames = lines[0]?.isEmphasis === true && !this.draft!.has('authors');
    if (isNames && splitField(lines[0]!.text) === null) {
      this.draft!.add('authors', joinLines(lines));
    } else for (const line of lines) this.readLine(line);
  }

  private readHtml(html: string, line: number): void {
    const fragment = readHtmlFragment(html);
    if (fragment === null) {
      const advice = 'Remove this block, or save the digest again.';
      const expected = 'a block of HTML of an ordinary size';
      this.collector.problems.add({
        line,
        expected,
        got: 'more than 1,000 tags, or many left open',
        advice,
      });
      return;
    }
    this.draft!.addLinks(fragment.links);
    for (const text of fragment.lines) {
      if (text !== '') {
        this.readLine({
          text,
          line,
          links: [],
          strong: [],
          emphasis: [],
          codes: [],
          isEmphasis: false,
        });
      }
    }
  }

  private readLine(line: MarkdownLine): void {
    const field = splitField(withoutSigns(line.text.trim().replace(/^[-•]\s/, '')));
    if (field !== null && this.isField(field.kind, line)) {
      this.startField(field.kind, field.label);
      this.draft!.addLine(field.kind, line, field.value, field.label);
    } else if (this.kind !== null) {
      this.draft!.addLine(this.kind, line, line.text, this.label);
      if (this.kind === 'summary' || this.kind === 'part') this.label = '';
    } else if (line.text.length > 40 || this.draft!.has('abstract')) {
      // Prose without a label, below the fields or in place of them, is the abstract.
      this.draft!.addLine('abstract', line, line.text);
      this.kind = 'abstract';
    } else this.draft!.addLinks(line.links);
  }

  /** “Results: …” within an abstract is of it, unless it is in bold. */
  private isField(kind: FieldKind, line: MarkdownLine): boolean {
    const isBold = line.strong[0]?.at === 0;
    return this.kind !== 'abstract' || isBold || !IN_PROSE.has(kind);
  }

  private startField(kind: FieldKind, label: string): void {
    this.kind = kind;
    this.label = label;
  }
}

/** Whether what stands between a heading and the next tells of a paper's authors or abstract. */
function hasFields(nodes: readonly RootContent[], from: number, source: string): boolean {
  for (const node of nodes.slice(from, from + 6)) {
    if (node.type === 'heading') {
      // An entry's fields may be headings too.
      const kind = splitField(plainText(node.children, source))?.kind;
      return kind !== undefined && TELLING.has(kind);
    }
    const kinds = paragraphsIn(node).flatMap(({ children }) =>
      linesOf(children, source).map(({ text }) => splitField(withoutSigns(text))?.kind),
    );
    if (kinds.some((kind) => kind !== undefined && TELLING.has(kind))) return true;
  }
  return false;
}

/** The paragraphs of a list's items or of a quotation, or the one that a node is. */
function paragraphsIn(node: RootContent): Paragraph[] {
  if (node.type === 'paragraph') return [node];
  if (node.type !== 'list' && node.type !== 'listItem' && node.type !== 'blockquote') return [];
  return node.children.flatMap(paragraphsIn);
}
