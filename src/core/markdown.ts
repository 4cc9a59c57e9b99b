import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkHtml from 'remark-html';

/** The syntax tree of a Markdown text. */
export type MarkdownRoot = ReturnType<ReturnType<typeof remark>['parse']>;
/** Any node of such a tree. */
export type MarkdownNode = MarkdownRoot | MarkdownRoot['children'][number];
type Root = MarkdownRoot;
type Node = MarkdownNode;
type Heading = Extract<Node, { type: 'heading' }>;

/**
 * The operator's Markdown as HTML, sanitised, and as plain text. Headings begin at the second level, below
 * that of the page. Links lead to pages of the site or by `http:`, `https:` and `mailto:` out of it, those
 * with `rel="noopener"`.
 */
export function renderMarkdown(source: string): { html: string; text: string } {
  const html = String(remark().use(lowerHeadings).use(remarkHtml).processSync(source)).trim();
  return { html: limitLinks(html), text: toString(remark().parse(source), { includeHtml: false }) };
}

/** The sanitiser writes each address in quotes and right behind its `<a`, and lets some more schemes through. */
function limitLinks(html: string): string {
  return html.replace(/<a href="([^"]*)"/g, (link, address: string) => {
    if (/^(?:https?:|mailto:|\/\/)/i.test(address)) return `${link} rel="noopener"`;
    return /^[a-z][a-z\d+.-]*:/i.test(address) ? '<a' : link;
  });
}

/**
 * The syntax tree of a text in CommonMark, with the positions of its nodes. Without GitHub's additions: in
 * copied pages `~`, `|` and bare addresses are text.
 */
export function parseCommonMark(source: string): MarkdownRoot {
  return remark().parse(source);
}

const gfm = remark().use(remarkGfm, { singleTilde: false }).freeze();

/** The syntax tree of a text in GitHub's Markdown: with tables, and with bare addresses as links. */
export function parseGitHubMarkdown(source: string): MarkdownRoot {
  return gfm.parse(source);
}

/** The text of a node without its marks. */
export function plainText(node: MarkdownNode): string {
  return toString(node, { includeHtml: false, includeImageAlt: false });
}

function lowerHeadings() {
  return (root: Root): void => {
    const headings = headingsOf(root);
    const by = 2 - Math.min(...headings.map(({ depth }) => depth));
    for (const heading of headings) {
      heading.depth = Math.min(6, heading.depth + by) as Heading['depth'];
    }
  };
}

/** Also those in quotations and lists. */
function headingsOf(node: Node): Heading[] {
  if (node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap(headingsOf) : [];
}
