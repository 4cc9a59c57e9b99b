import { type Problem, quote } from '../input-error.ts';
import type { MarkdownLine } from './markdown-lines.ts';

const EXPECTED = 'an item with the title of a paper and a link to it';
const ADVICE =
  'Where it is a paper, give it a link (of arXiv, a DOI, a PDF, or one called “paper”); else leave it.';

/** The items of lists that are no papers, and what to say of them. */
export class ListOmissions {
  readonly warnings: Problem[] = [];
  /** Whether a title stood above its address, so that other lines may be titles too. */
  hasAddresses = false;
  private items: Pick<MarkdownLine, 'line' | 'text' | 'links'>[] = [];

  /** Takes up an item that was not read; what leads to places in the same page is a table of contents. */
  add({ text, line, links }: MarkdownLine): void {
    const leads = links.filter(({ url }) => !url.startsWith('#'));
    const isContents = links.length > 0 && leads.length === 0;
    if (/\p{L}{2}/u.test(text) && !isContents) this.items.push({ text, line, links: leads });
  }

  /** Takes up a line that has no address below, unless it is a sentence. */
  passTitle(line: MarkdownLine | null): void {
    const text = line?.text.trim() ?? '';
    const isTitle = text.length <= 300 && !/[.:：。…]$/.test(text) && /\p{L}\S* \S+ \S/u.test(text);
    if (line === null || !this.hasAddresses || !isTitle) return;
    const expected = 'the address of a paper below its title';
    const advice = 'Where it is a paper, put its address below; else leave it.';
    this.warnings.push({ line: line.line, expected, got: `none below ${quote(text)}`, advice });
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
