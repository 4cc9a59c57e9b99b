import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** The syntax tree of an HTML page. */
export type HtmlRoot = ReturnType<typeof parseHtml>;
/** Any node of such a tree. */
export type HtmlNode = HtmlRoot | HtmlRoot['children'][number];
export type HtmlElement = Extract<HtmlNode, { type: 'element' }>;

/** Parses HTML as browsers do, whatever is wrong with it; nodes have positions. */
export function parseHtml(source: string) {
  return unified().use(rehypeParse).parse(source);
}

/** Parses a piece of HTML, without the page around it. */
export function parseHtmlFragment(source: string) {
  return unified().use(rehypeParse, { fragment: true }).parse(source);
}
