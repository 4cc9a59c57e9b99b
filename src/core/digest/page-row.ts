/** A run of text with one link, or none. */
export interface PageSpan {
  readonly text: string;
  readonly href: string | null;
}

/** A line of a page as it is read, whatever it was written in. */
export interface PageRow {
  /** 1-based line of the file. */
  readonly line: number;
  /** Last line, where the row stands on several. */
  readonly endLine: number;
  /** Whether it is set in from the margin. */
  readonly isIndented: boolean;
  /** Of a heading 1 to 6; 0 for any other text. */
  readonly depth: number;
  /** Rows of one paragraph or heading have one number. */
  readonly block: number;
  readonly spans: readonly PageSpan[];
}

/** The row's text: its spans joined, white space folded. */
export function rowText(row: PageRow): string {
  return foldText(row.spans.map(({ text }) => text).join(''));
}

/** Text with its white space folded, also the backslashes that stood for line breaks. */
export function foldText(text: string): string {
  return text
    .replace(/\\(?=\s)|\\$/g, ' ')
    .replace(/[\s\u200b]+/g, ' ')
    .trim();
}
