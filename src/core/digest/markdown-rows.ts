import { type MarkdownNode, parseCommonMark } from '../markdown.ts';
import type { Problem } from '../input-error.ts';
import type { PageRow, PageSpan } from './page-row.ts';

/** Characters of a file; a page of a hundred papers has 200,000. */
const LONGEST_MARKDOWN = 400_000;
/** Characters without a blank line: a Markdown parser takes time by the square of them. */
const LONGEST_PARAGRAPH = 8_000;
/** Lists and quotations within each other; their parser takes time by the square of them, too. */
const DEEPEST = 5;
const CONTAINER = />[ \t]?|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/y;

/** What keeps a text from being parsed as Markdown in reasonable time; null for nothing. */
export function markdownProblem(text: string): Problem | null {
  if (text.length > LONGEST_MARKDOWN) {
    return {
      line: 1,
      expected: `at most ${LONGEST_MARKDOWN.toLocaleString('en')} characters of Markdown`,
      got: text.length.toLocaleString('en'),
      advice: 'Split the file into several, each with some of the papers.',
    };
  }
  let paragraph = 0;
  let line = 0;
  for (const content of text.split(/\r\n|\n|\r/)) {
    line += 1;
    paragraph = content.trim() === '' ? 0 : paragraph + content.length + 1;
    if (paragraph > LONGEST_PARAGRAPH) {
      return {
        line,
        expected: `paragraphs of at most ${LONGEST_PARAGRAPH.toLocaleString('en')} characters`,
        got: 'a longer one',
        advice:
          'Put a blank line between title, abstract and what else there is, or save it again.',
      };
    }
    if (depthOf(content) > DEEPEST) {
      return {
        line,
        expected: `at most ${DEEPEST} lists and quotations within each other`,
        got: 'more',
        advice: 'Remove the line.',
      };
    }
  }
  return null;
}

function depthOf(line: string): number {
  let at = 0;
  let depth = 0;
  for (; depth <= DEEPEST; depth++) {
    while (line[at] === ' ' || line[at] === '\t') at++;
    CONTAINER.lastIndex = at;
    const marker = CONTAINER.exec(line);
    if (!marker) break;
    at = CONTAINER.lastIndex;
  }
  // What is indented so far continues lists that deep.
  return Math.max(depth, /^[ \t]*/.exec(line)![0].length / 12);
}

/** TeX's accents and signs: no writer of Markdown escapes these characters, though a reader would unescape them. */
const TEX_ESCAPE = /\\(?=["'%&$,;:=^])/g;

/** HTML that only lays out; of any other tag, `<think>` for one, an abstract may speak. */
const LAYOUT = /^<\/?(?:a|br|hr|img|span|div|p|sup|sub|b|i|em|strong|details|summary|section)\b/i;

/**
 * The rows of a page in Markdown, one for each line of text, in the order of the file. Pictures, rules and
 * the HTML of the layout are left out; emphasis and code keep their marks, since abstracts mean
 * `n*m` and `a_i` by them.
 */
export function readMarkdownRows(text: string): PageRow[] {
  const source = text.replace(TEX_ESCAPE, '\\\\');
  const reader = new RowReader(source);
  reader.block(parseCommonMark(source));
  return reader.rows;
}

interface MutableRow extends PageRow {
  readonly spans: PageSpan[];
}

class RowReader {
  readonly rows: MutableRow[] = [];
  private readonly source: string;
  private readonly definitions = new Map<string, string>();
  private blocks = 0;
  private depth = 0;
  private isIndented = false;
  private row: MutableRow | null = null;

  constructor(source: string) {
    this.source = source;
  }

  block(node: MarkdownNode): void {
    if (node.type === 'root') this.collectDefinitions(node);
    if (node.type === 'heading' || node.type === 'paragraph') {
      this.paragraph(node);
    } else if (node.type === 'code') {
      this.blocks += 1;
      this.depth = 0;
      this.row = null;
      this.text(node.value, null, (node.position?.start.line ?? 1) + 1);
    } else if ('children' in node) {
      for (const child of node.children) this.block(child);
    }
  }

  private paragraph(node: MarkdownNode & { type: 'heading' | 'paragraph' }): void {
    this.blocks += 1;
    // Underlined with “-” it is a list's empty item or a rule in the page's text.
    const isHeading = node.type === 'heading' && this.sourceOf(node).startsWith('#');
    this.depth = isHeading ? node.depth : 0;
    this.isIndented = (node.position?.start.column ?? 1) > 1;
    this.row = null;
    const only = node.children.length === 1 ? node.children[0] : undefined;
    const isWrapped = only?.type === 'strong' || only?.type === 'emphasis';
    for (const child of isWrapped ? only.children : node.children) this.inline(child, null);
  }

  private collectDefinitions(root: MarkdownNode & { type: 'root' }): void {
    for (const child of root.children) {
      if (child.type === 'definition') this.definitions.set(child.identifier, child.url);
    }
  }

  private inline(node: MarkdownNode, href: string | null): void {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'text':
        return this.text(node.value, href, line);
      case 'break':
        return this.text('\n', href, line);
      case 'html':
        if (!LAYOUT.test(node.value)) this.text(node.value, href, line);
        return;
      case 'image':
      case 'imageReference':
        return;
      case 'link':
        return node.children.forEach((child) => this.inline(child, href ?? node.url));
      case 'linkReference':
        return this.reference(node, href);
      case 'emphasis':
      case 'strong':
        return this.marked(node, href);
      default:
        return this.text(this.sourceOf(node), href, line);
    }
  }

  private reference(node: MarkdownNode & { type: 'linkReference' }, href: string | null): void {
    // "][31]" ends a link whose text stands above; it is no link of its own.
    if (node.referenceType !== 'full') {
      return this.text(this.sourceOf(node), href, node.position?.start.line ?? 1);
    }
    const target = href ?? this.definitions.get(node.identifier) ?? null;
    for (const child of node.children) this.inline(child, target);
  }

  private marked(node: MarkdownNode & { type: 'emphasis' | 'strong' }, href: string | null): void {
    const mark = /^(?:\*\*|__|[*_])/.exec(this.sourceOf(node))?.[0] ?? '';
    this.text(mark, href, node.position?.start.line ?? 1);
    for (const child of node.children) this.inline(child, href);
    this.text(mark, href, node.position?.end.line ?? 1);
  }

  /** Adds text that begins on `line`; each of its lines is a row, but a heading is one altogether. */
  private text(value: string, href: string | null, line: number): void {
    value.split(/\r\n|\n|\r/).forEach((part, index) => {
      const at = line + index;
      if (this.row === null || (this.depth === 0 && this.row.line !== at)) {
        const { depth, isIndented, blocks: block } = this;
        this.row = { line: at, endLine: at, isIndented, depth, block, spans: [] };
        this.rows.push(this.row);
      } else if (index > 0) this.row.spans.push({ text: ' ', href });
      this.row.spans.push({ text: part, href });
    });
  }

  private sourceOf({ position }: MarkdownNode): string {
    return this.source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  }
}
