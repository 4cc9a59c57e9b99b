import { type Problem, quote } from '../input-error.ts';
import type { MarkdownLine } from './markdown-lines.ts';

const EXPECTED = 'an item with the title of a paper and a link to it';
const ADVICE =
  'Where it is a paper, give it a link (of arXiv, a DOI, a PDF, or one called “paper”); else leave it.';

/** The items of lists that are no papers, and what to say of them. */
export class ListOmissions {
  readonly warnings: Problem[] = [];
  private items: Pick<MarkdownLine, 'line' | 'text' | 'links'>[] = [];

  /** Takes up an item that was not read; what leads to places in the same page is a table of contents. */
  add({ text, line, links }: MarkdownLine): void {
    const leads = links.filter(({ url }) => !url.startsWith('#'));
    const isContents = links.length > 0 && leads.length === 0;
    if (/\p{L}{2}/u.test(text) && !isContents) this.items.push({ text, line, links: leads });
  }

  /**
   * Closes a list of the page: among papers each other item is told, and a list of none as a whole. What
   * stands above the first paper and links to nothing is about the list.
   */
  endList(hasPapers: boolean, isIntroduction: boolean): void {
    const [first, ...others] = this.items;
    this.items = [];
    if (first === undefined) return;
    if (isIntroduction && [first, ...others].every(({ links }) => links.length === 0)) return;
    if (hasPapers) {
      for (const { line, text } of [first, ...others]) this.warn(line, quote(text));
    } else {
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      this.warn(first.line, `a list of none: ${quote(first.text)}${more}`);
    }
  }

  private warn(line: number, got: string): void {
    this.warnings.push({ line, expected: EXPECTED, got, advice: ADVICE });
  }
}
