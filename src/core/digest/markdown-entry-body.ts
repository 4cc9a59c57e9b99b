import type { Heading, Paragraph, RootContent } from 'mdast';
import { readAnnouncement } from './announcement.ts';
import type { EntryDraft } from './entry-draft.ts';
import { type FieldKind, fieldKind, splitField } from './entry-fields.ts';
import { readHtmlFragment } from './html-fragment.ts';
import { joinLines, lineOf, linesOf, type MarkdownLine } from './markdown-lines.ts';
import type { ProblemList } from './problem-list.ts';

/** Words that begin a sentence of a structured abstract too. */
const IN_PROSE = new Set<FieldKind>(['part', 'note', 'other', 'title', 'summary']);

/** Fields of prose, in which a word in bold may stand before a colon. */
const IN_WORDS = new Set<FieldKind>([...IN_PROSE, 'abstract']);

/** Whether a line begins with a label in bold. */
function isLabelled({ strong: [first], text }: MarkdownLine): boolean {
  if (first?.at !== 0 || first.text.length > 40) return false;
  return /[:：]$/.test(first.text) || /^\s*[:：]/.test(text.slice(first.text.length));
}

/** A text less pictographs before it. */
export function withoutSigns(text: string): string {
  return text.replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\u200d|\s)+/u, '');
}

/** Reads what stands below a paper's title into its draft, part by part of the Markdown tree. */
export class EntryBody {
  readonly draft: EntryDraft;
  protected readonly source: string;
  private readonly problems: ProblemList;
  /** The field that goes on, with its label. */
  protected kind: FieldKind | null = null;
  private label = '';

  /** `source` is the whole text that the tree was read from; `problems` gets what is too large. */
  constructor(draft: EntryDraft, source: string, problems: ProblemList) {
    this.draft = draft;
    this.source = source;
    this.problems = problems;
  }

  /** Takes what follows for a part of the entry that no field holds. */
  skipPart(): void {
    this.kind = 'other';
  }

  /**
   * Reads `### Authors: A, B` or `## Abstract`; false for a heading that is no field. `depth` is the level of
   * the entry's own heading, 0 where it has none.
   */
  readFieldHeading(
    node: Heading,
    text: string,
    line: MarkdownLine | undefined,
    depth: number,
  ): boolean {
    const field = splitField(withoutSigns(text));
    // “### Title: …” begins the next entry.
    if (field?.kind === 'title' && node.depth <= depth) return false;
    if (field !== null && field.value !== '' && line !== undefined) {
      this.startField(field.kind, field.label);
      this.draft.addLine(field.kind, { ...line }, field.value, field.label);
      this.draft.endLine = node.position?.end.line ?? line.line;
      this.kind = null;
      return true;
    }
    const kind = node.depth > depth ? fieldKind(text) : null;
    if (kind === null) return false;
    this.startField(kind, text);
    return true;
  }

  /** Reads a paragraph, a list, a quotation or a block of HTML, and moves the end of the entry. */
  readContent(node: RootContent): void {
    if (node.type === 'thematicBreak' || node.type === 'definition') return;
    const before = this.draft.endLine;
    if (node.type === 'paragraph') this.readParagraph(node);
    else if (node.type === 'html') this.readHtml(node.value, node.position?.start.line ?? before);
    else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
      for (const child of node.children) this.readContent(child);
    }
    this.draft.endLine = Math.max(before, this.endOf(node, before));
  }

  /** The tags that end an entry's details are none of its lines. */
  private endOf(node: RootContent, before: number): number {
    const isClosing = node.type === 'html' && /^<\/\w+>$/.test(node.value.trim());
    return isClosing ? before : (node.position?.end.line ?? before);
  }

  private readParagraph(node: Paragraph): void {
    const lines = linesOf(node.children, this.source);
    const isNames = lines[0]?.isEmphasis === true && !this.draft.has('authors');
    if (isNames && splitField(lines[0]!.text) === null) {
      this.draft.add('authors', joinLines(lines));
    } else for (const line of lines) this.readLine(line);
  }

  private readHtml(html: string, line: number): void {
    const fragment = readHtmlFragment(html);
    if (fragment === null) {
      const advice = 'Remove this block, or save the digest again.';
      const expected = 'a block of HTML of an ordinary size';
      this.problems.add({
        line,
        expected,
        got: 'more than 1,000 tags, or many left open',
        advice,
      });
      return;
    }
    this.draft.addLinks(fragment.links);
    for (const text of fragment.lines) {
      if (text !== '') this.readLine(lineOf(text, line));
    }
  }

  protected readLine(line: MarkdownLine): void {
    // The colon in “arXiv:2412.13207v1 Announce Type: new” ends no label.
    if (readAnnouncement(line.text) !== null && this.kind !== 'abstract') {
      this.startField('abstract', 'Abstract');
      this.draft.addLine('abstract', line, line.text);
      return;
    }
    const field = splitField(withoutSigns(line.text.trim().replace(/^[-•]\s/, '')));
    if (field !== null && this.isField(field.kind, line)) {
      this.startField(field.kind, field.label);
      this.draft.addLine(field.kind, line, field.value, field.label);
    } else if (this.kind !== null && !IN_WORDS.has(this.kind) && isLabelled(line)) {
      // “**Institutions**: …” below the authors is none of their names.
      this.kind = 'other';
      this.draft.addLinks(line.links);
    } else if (this.kind !== null) {
      this.draft.addLine(this.kind, line, line.text, this.label);
      if (this.kind === 'summary' || this.kind === 'part') this.label = '';
    } else if (line.text.length > 40 || this.draft.has('abstract')) {
      // Prose without a label, below the fields or in place of them, is the abstract.
      this.draft.addLine('abstract', line, line.text);
      this.kind = 'abstract';
    } else this.draft.addLinks(line.links);
  }

  /** “Results: …” within an abstract is of it, unless it is in bold. */
  private isField(kind: FieldKind, line: MarkdownLine): boolean {
    const isBold = line.strong[0]?.at === 0;
    return this.kind !== 'abstract' || isBold || !IN_PROSE.has(kind);
  }

  protected startField(kind: FieldKind, label: string): void {
    this.kind = kind;
    this.label = label;
  }
}
