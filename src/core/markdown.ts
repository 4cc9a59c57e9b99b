import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkHtml from 'remark-html';

/** The operator's Markdown as HTML, sanitised, and as plain text. */
export function renderMarkdown(source: string): { html: string; text: string } {
  const html = String(remark().use(remarkHtml).processSync(source)).trim();
  return { html, text: toString(remark().parse(source), { includeHtml: false }) };
}
