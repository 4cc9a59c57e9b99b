import { hasFormattingLeftOpen } from './html-excess.ts';
import { type HtmlNode, parseHtmlFragment } from './html-tree.ts';
import type { MarkdownLink } from './markdown-lines.ts';

/** A fragment with more tags than this is none of a digest; the tree's depth stays below it too. */
const MOST_TAGS = 1000;
const LONGEST_FRAGMENT = 200_000;
const LEFT_OUT = new Set(['summary', 'script', 'style', 'button', 'svg', 'template']);

/** What a fragment of HTML says: its lines of text and its links. */
export interface HtmlFragment {
  readonly lines: readonly string[];
  readonly links: readonly MarkdownLink[];
}

/** Text and links of a piece of HTML, without what only opens and shuts; null for an excess of tags, or of open ones. */
export function readHtmlFragment(html: string): HtmlFragment | null {
  if (html.length > LONGEST_FRAGMENT || html.split('<').length > MOST_TAGS) return null;
  if (hasFormattingLeftOpen(html)) return null;
  const links: MarkdownLink[] = [];
  const text = textOf(parseHtmlFragment(html), links);
  return { lines: text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()), links };
}

function textOf(node: HtmlNode, links: MarkdownLink[]): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element') {
    if (LEFT_OUT.has(node.tagName)) return '';
    if (node.tagName === 'br') return '\n';
  }
  const text = node.children.map((child) => textOf(child, links)).join('');
  if (node.type === 'element' && node.tagName === 'a') {
    links.push({ url: String(node.properties.href ?? ''), text: text.trim(), at: 0 });
  }
  return node.type === 'element' && /^(?:p|div|li|h[1-6])$/.test(node.tagName)
    ? `\n${text}\n`
    : text;
}
