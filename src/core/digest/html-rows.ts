import type { HtmlElement, HtmlNode } from './html-tree.ts';
import type { PageRow, PageSpan } from './page-row.ts';

const SKIPPED = new Set([
  'head',
  'script',
  'style',
  'svg',
  'noscript',
  'template',
  'nav',
  'footer',
]);
const INLINE = new Set(
  'a abbr b bdi bdo cite code em font i img input kbd mark picture q s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** The rows of a page in HTML: one for each run of text that a browser sets in one block. */
export function readHtmlRows(root: HtmlNode): PageRow[] {
  const reader = new HtmlRowReader();
  reader.walk(root, null, 0);
  return reader.rows;
}

class HtmlRowReader {
  readonly rows: PageRow[] = [];
  private spans: PageSpan[] | null = null;

  walk(node: HtmlNode, href: string | null, depth: number): void {
    if (node.type === 'text') return this.text(node, href, depth);
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'root')
      return node.children.forEach((child) => this.walk(child, href, depth));
    if (SKIPPED.has(node.tagName)) return;
    // A heading is one row, whatever lays it out.
    if (depth > 0 || INLINE.has(node.tagName))
      return this.children(node, linkOf(node) ?? href, depth);
    this.spans = null;
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    this.children(node, href, level === undefined ? depth : Number(level));
    this.spans = null;
  }

  private children(node: HtmlElement, href: string | null, depth: number): void {
    for (const child of node.children) this.walk(child, href, depth);
  }

  private text(node: HtmlNode & { type: 'text' }, href: string | null, depth: number): void {
    if (this.spans === null) {
      if (node.value.trim() === '') return;
      this.spans = [];
      const { spans } = this;
      const start = node.position?.start.line ?? 1;
      const line = start + linesBefore(node.value);
      const endLine = node.position?.end.line ?? line;
      const block = this.rows.length;
      this.rows.push({ line, endLine, isIndented: false, depth, block, spans });
    }
    this.spans.push({ text: node.value, href });
  }
}

/** Line breaks before the first character that is not white space. */
function linesBefore(text: string): number {
  const blank = text.slice(0, text.length - text.trimStart().length);
  return blank.split('\n').length - 1;
}

function linkOf({ tagName, properties }: HtmlElement): string | null {
  return tagName === 'a' && typeof properties.href === 'string' ? properties.href : null;
}
