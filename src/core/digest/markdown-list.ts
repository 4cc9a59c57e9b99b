import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import type { DigestShape } from './digest.ts';
import { EntryCollector, EntryDraft } from './entry-draft.ts';
import { findMarkdownEvidence } from './markdown-evidence.ts';
import { joinLines, linesOf, type MarkdownLine, plainText } from './markdown-lines.ts';
import { readMarkdown } from './markdown-tree.ts';
import { splitListEntry } from './list-entry.ts';
import { ListOmissions } from './list-omissions.ts';
import { isLinkLabel, isPaperUrl } from './paper-links.ts';
import { withStatedDay } from './stated-day.ts';

/** Lists of papers: a title and its links an item, or a title above its address. */
export const markdownList: DigestShape = {
  name: 'markdown-list',
  source: null,
  looksLike:
    'list items or lines with a title and a link: “- **Title** (2015), A. Author. [[pdf]](…)”',
  detect(text) {
    const { listEntries, headingEntries, paperTables, huggingFaceLinks, isForeign } =
      findMarkdownEvidence(text);
    if (isForeign || listEntries === 0 || huggingFaceLinks > listEntries) return 0;
    if (headingEntries * 2 >= listEntries || paperTables > 0) return 0.4;
    return listEntries > 2 ? 0.7 : 0.55;
  },
  parse(text, notes) {
    const reader = new ListReader(text);
    for (const node of readMarkdown(text).children) reader.read(node);
    const { collector, title, omissions } = reader;
    collector.warnings.push(...omissions.warnings);
    const dated = withStatedDay(notes, text, title);
    return collector.finish('markdown-list', dated, title, 'titles with links to papers');
  },
};

class ListReader {
  readonly collector = new EntryCollector();
  readonly omissions = new ListOmissions();
  title: string | null = null;
  private readonly source: string;
  private heading: string | null = null;
  /** A line without a link, which may be the title of the address below it. */
  private pending: MarkdownLine | null = null;

  constructor(source: string) {
    this.source = source;
  }

  read(node: RootContent): void {
    if (node.type === 'heading') {
      const text = plainText(node.children, this.source);
      if (node.depth === 1 && this.title === null && this.collector.records.length === 0) {
        this.title = text === '' ? null : text;
      } else this.heading = text;
    } else if (node.type === 'list') {
      const before = this.collector.count;
      for (const item of node.children) this.readItem(item);
      const { count } = this.collector;
      this.omissions.endList(count > before, count === 0);
    } else if (node.type === 'blockquote') {
      for (const child of node.children) this.read(child);
    } else if (node.type === 'paragraph') {
      this.readParagraph(node);
      return;
    }
    this.pending = null;
  }

  private readItem(item: ListItem): void {
    const [first, ...others] = item.children;
    const lines = first?.type === 'paragraph' ? linesOf(first.children, this.source) : [];
    const draft = this.readLines(lines);
    const nested = others.filter((node) => node.type === 'list');
    if (draft === null) return this.readHeadingItem(lines, nested);
    draft.endLine = first?.position?.end.line ?? draft.line;
    // What stands below a title, further in, is of it: links, notes.
    for (const node of others) {
      if (node.type === 'paragraph') this.addNote(draft, linesOf(node.children, this.source));
    }
    const apart: ListItem[] = [];
    for (const list of nested) {
      for (const child of list.children) if (!this.addNested(draft, child)) apart.push(child);
    }
    this.collector.add(draft);
    for (const child of apart) this.readItem(child);
  }

  /** What papers stand below is their heading; without any, the item is passed over. */
  private readHeadingItem(lines: readonly MarkdownLine[], nested: readonly List[]): void {
    const before = this.collector.count;
    for (const list of nested) for (const child of list.children) this.readItem(child);
    const isHeading = this.collector.count > before;
    if (!isHeading && lines.length > 0) this.omissions.add(joinedLine(lines));
  }

  /** Adds an item below a title to it; false for one that is a paper of its own. */
  private addNested(draft: EntryDraft, item: ListItem): boolean {
    const [first] = item.children;
    if (first?.type !== 'paragraph') return true;
    const lines = linesOf(first.children, this.source);
    const own = splitListEntry(joinedLine(lines));
    if (own !== null && own.isSure) return false;
    this.addNote(draft, lines);
    draft.endLine = Math.max(draft.endLine, item.position?.end.line ?? 0);
    return true;
  }

  private addNote(draft: EntryDraft, lines: readonly MarkdownLine[]): void {
    draft.addLinks(lines.flatMap(({ links }) => links));
    const text = joinLines(lines);
    if (!draft.has('summary') && !/https?:/.test(text) && text.length > 40)
      draft.add('summary', text);
  }

  private readLines(lines: readonly MarkdownLine[], isProse = false): EntryDraft | null {
    if (lines.length === 0) return null;
    const line = joinedLine(lines);
    const entry = splitListEntry(line);
    if (entry === null) return null;
    // “See [our survey](…)” is a sentence with a link; “Title [pdf](…)” and “Title https://…” are entries.
    const isNamed = line.links.every(({ text }) => isLinkLabel(text) || /^https?:/.test(text));
    if (isProse && !entry.isMarked && !isNamed) return null;
    const draft = new EntryDraft(entry.title, line.line, this.heading);
    draft.add('authors', entry.authors);
    draft.add('published', entry.date);
    draft.add('venue', entry.venue);
    draft.add('summary', entry.description);
    draft.addLinks(line.links.map((link) => ({ ...link, isTitle: link.text === entry.title })));
    return draft;
  }

  /** Lines outside of lists: a title and its address on one line, or one above the other. */
  private readParagraph(node: Paragraph): void {
    for (const line of linesOf(node.children, this.source)) {
      const text = line.text.trim();
      const isPaper = line.links.length > 0 && line.links.every(({ url }) => isPaperUrl(url));
      const isBare = line.links.length === 1 && line.links[0]!.text === text;
      if (!isPaper) {
        this.omissions.passTitle(this.pending);
        this.pending = line.links.length === 0 && text !== '' ? line : null;
      } else if (isBare && /^(?:https?:|www\.)/.test(text)) this.readAddress(line);
      else if (
        text.length <= 500 &&
        line.links[0]!.at + line.links[0]!.text.length >= text.length - 12
      ) {
        const draft = this.readLines([line], true);
        if (draft !== null) this.collector.add(draft);
        this.pending = null;
      }
    }
  }

  private readAddress(line: MarkdownLine): void {
    if (this.pending === null) {
      const advice = 'Put the title of the paper above its address, or remove it.';
      const expected = 'a title above this address';
      this.collector.problems.add({ line: line.line, expected, got: 'none', advice });
      return;
    }
    const title = this.pending.text.replace(/^\s*(?:[-*•]|\d{1,4}[.)])\s+/, '');
    const draft = new EntryDraft(title, this.pending.line, this.heading);
    draft.endLine = line.line;
    draft.addLinks(line.links);
    this.collector.add(draft);
    this.pending = null;
    this.omissions.hasAddresses = true;
  }
}

/** Wrapped lines as one; places of links and bold texts count from its start. */
function joinedLine(lines: readonly MarkdownLine[]): MarkdownLine {
  let text = '';
  const links: MarkdownLine['links'][number][] = [];
  const strong: MarkdownLine['strong'][number][] = [];
  const emphasis: MarkdownLine['emphasis'][number][] = [];
  for (const line of lines) {
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? line.text : `${text} ${line.text}`;
    for (const link of line.links) links.push({ ...link, at: link.at + start });
    for (const bold of line.strong) strong.push({ ...bold, at: bold.at + start });
    for (const set of line.emphasis) emphasis.push({ ...set, at: set.at + start });
  }
  return { text, line: lines[0]?.line ?? 1, links, strong, emphasis, codes: [], isEmphasis: false };
}
