import type { PhrasingContent, TableCell } from 'mdast';

/** A link of a line: where its text begins in that of the line. */
export interface MarkdownLink {
  readonly url: string;
  readonly text: string;
  readonly at: number;
}

/** One written line of a paragraph, heading or cell, without its markup. */
export interface MarkdownLine {
  readonly text: string;
  readonly line: number;
  readonly links: readonly MarkdownLink[];
  /** Texts in bold, with where each begins. */
  readonly strong: readonly { readonly text: string; readonly at: number }[];
  /** Texts in italics, with where each begins. */
  readonly emphasis: readonly { readonly text: string; readonly at: number }[];
  /** Texts set as code. */
  readonly codes: readonly string[];
  /** Whether all of it is in italics. */
  readonly isEmphasis: boolean;
}

type Phrasing = PhrasingContent | TableCell;
type MutableLine = {
  text: string;
  line: number;
  links: MarkdownLink[];
  strong: { text: string; at: number }[];
  emphasis: { text: string; at: number }[];
  codes: string[];
  isEmphasis: boolean;
};

const KNOWN_TAG =
  /^<\/?(?:a|b|br|center|code|details|div|em|font|h[1-6]|i|img|kbd|li|mark|ol|p|small|span|strong|sub|summary|sup|table|tbody|td|th|tr|u|ul)(?:[\s/>]|$)/i;
/** A backslash that TeX means, or a dollar: Markdown would take the backslash of an accent away. */
const TEX = /\\[A-Za-z'"`^~=.]|\$/;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** The lines of inline content, as `source` writes them: TeX keeps what Markdown would take from it. */
export function linesOf(children: readonly Phrasing[], source: string): MarkdownLine[] {
  const from = children[0]?.position?.start.offset ?? 0;
  const reader = new LineReader(source, from, children.at(-1)?.position?.end.offset ?? 0);
  const first = children[0]?.position?.start.line ?? 1;
  reader.startLine(first);
  for (const child of children) reader.read(child);
  const only = children.length === 1 && children[0]!.type === 'emphasis';
  return reader.lines.map((line) => ({ ...line, isEmphasis: only }));
}

/** A line with nothing but a text. */
export function lineOf(text: string, line: number): MutableLine {
  return { text, line, links: [], strong: [], emphasis: [], codes: [], isEmphasis: false };
}

/** The lines of inline content as one text. */
export function plainText(children: readonly Phrasing[], source: string): string {
  return joinLines(linesOf(children, source));
}

/** Lines as one text with single spaces. */
export function joinLines(lines: readonly Pick<MarkdownLine, 'text'>[]): string {
  return lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

type Span = Extract<Phrasing, { type: 'link' | 'strong' | 'emphasis' }>;

function isSpan(node: Phrasing): node is Span {
  return node.type === 'link' || node.type === 'strong' || node.type === 'emphasis';
}

class LineReader {
  readonly lines: MutableLine[] = [];
  private readonly source: string;
  /** Inside of `<summary>`: what a reader clicks on. */
  private isHidden = false;
  /** Dollars written so far, and all there are. */
  private dollars = 0;
  private readonly allDollars: number;

  constructor(source: string, from: number, to: number) {
    this.source = source;
    this.allDollars = countDollars(source.slice(from, to));
  }

  startLine(line: number): void {
    this.lines.push(lineOf('', line));
  }

  read(node: Phrasing): void {
    if (node.type === 'text') this.write(this.rawText(node), node.position?.start.line);
    else if (node.type === 'inlineCode') {
      this.last.codes.push(node.value);
      this.write(node.value, node.position?.start.line);
    } else if (node.type === 'break') this.startLine(node.position?.end.line ?? this.last.line);
    else if (node.type === 'html') this.readTag(node.value, node);
    else if (isSpan(node)) this.readSpan(node);
    else if ('children' in node) {
      if (this.isInMaths()) this.write(this.sliceOf(node), node.position?.start.line);
      else for (const child of node.children) this.read(child);
    }
  }

  private get last(): MutableLine {
    return this.lines.at(-1)!;
  }

  private readSpan(node: Span): void {
    if (node.type !== 'link' && this.isInMaths()) {
      this.write(this.sliceOf(node), node.position?.start.line);
      return;
    }
    const { last } = this;
    const at = last.text.length;
    for (const child of node.children) this.read(child);
    // A span over several lines belongs to the first, whole.
    const parts = this.lines.slice(this.lines.indexOf(last));
    const text = joinLines([{ text: last.text.slice(at) }, ...parts.slice(1)]);
    if (node.type === 'link') last.links.push({ url: node.url, text, at });
    else last[node.type].push({ text, at });
  }

  private readTag(tag: string, node: Phrasing): void {
    if (/^<summary[\s>]/i.test(tag)) this.isHidden = true;
    else if (/^<\/summary/i.test(tag)) this.isHidden = false;
    else if (/^<(?:br|\/p|\/li|\/details)[\s/>]/i.test(tag)) this.startLine(this.last.line);
    else if (/^<a\s/i.test(tag)) {
      const href = /\bhref=["']?([^"'\s>]+)/i.exec(tag)?.[1];
      if (href) this.last.links.push({ url: href, text: '', at: this.last.text.length });
    } else if (/^<\/a>/i.test(tag)) {
      const { links, text } = this.last;
      const link = links.at(-1);
      if (link?.text === '') links[links.length - 1] = { ...link, text: text.slice(link.at) };
    } else if (!tag.startsWith('<!') && !KNOWN_TAG.test(tag)) {
      // "p<q and r>s" is no tag.
      this.write(tag, node.position?.start.line);
    }
  }

  private write(text: string, line: number | undefined): void {
    if (this.isHidden) return;
    this.dollars += countDollars(text);
    const [first, ...rest] = text.split(/\r\n|\n|\r/);
    if (this.last.text === '' && line !== undefined) this.last.line = line;
    this.last.text += first!;
    rest.forEach((part, index) => {
      this.startLine((line ?? this.last.line) + index + 1);
      this.last.text += part.trimStart();
    });
  }

  private rawText(node: Extract<Phrasing, { type: 'text' }>): string {
    const slice = this.sliceOf(node);
    if (!TEX.test(slice) && !this.isInMaths()) return node.value;
    return slice.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity]!);
  }

  private sliceOf(node: Phrasing): string {
    const { start, end } = node.position ?? {};
    return this.source.slice(start?.offset ?? 0, end?.offset ?? 0);
  }

  /** Between two dollars: there a star or a low line is of TeX. */
  private isInMaths(): boolean {
    return this.dollars % 2 === 1 && this.dollars < this.allDollars;
  }
}

function countDollars(text: string): number {
  return text.replaceAll('\\$', '').split('$').length - 1;
}
