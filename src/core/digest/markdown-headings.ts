import type { Heading, Paragraph, RootContent } from 'mdast';
import { quote } from '../input-error.ts';
import type { DigestShape } from './digest.ts';
import { EntryCollector, EntryDraft } from './entry-draft.ts';
import { type FieldKind, splitField } from './entry-fields.ts';
import { EntryBody, withoutSigns } from './markdown-entry-body.ts';
import { findMarkdownEvidence } from './markdown-evidence.ts';
import { joinLines, linesOf, type MarkdownLine, plainText } from './markdown-lines.ts';
import { readMarkdown } from './markdown-tree.ts';
import { isPaperUrl } from './paper-links.ts';
import { withStatedDay } from './stated-day.ts';

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

/** Fields that tell a paper from a page about something. */
const TELLING = new Set<FieldKind>(['authors', 'abstract', 'categories', 'id', 'venue']);
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
    const { collector, title } = reader;
    const dated = withStatedDay(notes, text, title);
    return collector.finish('markdown-headings', dated, title, 'headings of papers');
  },
};

class HeadingReader {
  readonly collector = new EntryCollector();
  title: string | null = null;
  private readonly source: string;
  private section: { readonly text: string; readonly depth: number } | null = null;
  /** The entry that goes on, and the level of its heading. */
  private entry: EntryBody | null = null;
  private depth = 0;
  /** The levels on which papers stand, and headings with prose below that are none. */
  private readonly depths = new Set<number>();
  private readonly others: { text: string; line: number; depth: number }[] = [];

  constructor(source: string) {
    this.source = source;
  }

  read(nodes: readonly RootContent[]): void {
    const tops = nodes.filter((node) => node.type === 'heading' && node.depth === 1);
    nodes.forEach((node, at) => {
      if (node.type === 'heading') this.readHeading(node, nodes, at, tops.length === 1);
      else this.entry?.readContent(node);
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

  private readHeading(
    node: Heading,
    nodes: readonly RootContent[],
    at: number,
    isOnlyTop: boolean,
  ): void {
    const lines = linesOf(node.children, this.source);
    const text = joinLines(lines);
    if (this.entry?.readFieldHeading(node, text, lines[0], this.depth)) return;
    if (this.isEntry(node, lines, text, nodes, at)) {
      this.close();
      this.open(node, lines, text);
    } else if (this.entry === null || node.depth <= this.depth) {
      this.close();
      if (isOnlyTop && node.depth === 1) this.title = text.replace(BACK, '').trim() || null;
      else {
        this.section = { text: text.replace(BACK, '').trim(), depth: node.depth };
        this.noteOther(node, this.section.text, nodes[at + 1]);
      }
    } else {
      this.entry.skipPart();
    }
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
    if (/^\[\d{1,5}\]\s+\S/.test(text) && (this.entry === null || node.depth <= this.depth))
      return true;
    // An entry's own parts may have fields too.
    if (this.entry !== null && node.depth > this.depth) return false;
    return hasFields(nodes, at + 1, this.source);
  }

  private open(node: Heading, lines: readonly MarkdownLine[], text: string): void {
    const line = node.position?.start.line ?? 1;
    const bare = withoutSigns(text.replace(BACK, '').replace(NUMBER, '')).replace(LABEL, '').trim();
    const links = lines.flatMap((part) => part.links).filter(({ url }) => /^https?:/i.test(url));
    const named = links.find((link) => link.text.length > 8 && bare.startsWith(link.text));
    // A deeper heading above an entry is of something else.
    const isWithin = this.section !== null && this.section.depth <= node.depth;
    const draft = new EntryDraft(named?.text ?? bare, line, isWithin ? this.section!.text : null);
    draft.addLinks(links.map((link) => ({ ...link, isTitle: link === named })));
    this.entry = new EntryBody(draft, this.source, this.collector.problems);
    this.depth = node.depth;
    this.depths.add(node.depth);
  }

  private close(): void {
    if (this.entry !== null) this.collector.add(this.entry.draft);
    this.entry = null;
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
