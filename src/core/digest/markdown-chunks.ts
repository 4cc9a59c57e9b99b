/** A part of a text that is parsed by itself. */
export interface MarkdownChunk {
  readonly text: string;
  /** Lines and characters of the whole before the chunk; less those that the chunk repeats. */
  readonly lineShift: number;
  readonly offsetShift: number;
  /** Whether it goes on with the table of the chunk before, below a copy of its head. */
  readonly continuesTable: boolean;
}

/** The parser slows down with the length of what it is given, so it is given about so much at once. */
const CHUNK = 6000;

const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*\|[ \t|:-]*$/;
const FENCE = /^ {0,3}(?:```|~~~)/;

/**
 * Parts a text at headings, at items of lists, at blank lines, and between the rows of a table, whose
 * head the next chunk repeats. Never within fenced code.
 */
export function splitMarkdown(text: string): MarkdownChunk[] {
  if (text.length <= CHUNK) return [{ text, lineShift: 0, offsetShift: 0, continuesTable: false }];
  return new ChunkSplitter(text).split();
}

class ChunkSplitter {
  private readonly chunks: MarkdownChunk[] = [];
  private readonly text: string;
  /** Start of the chunk, its line, and the head of a table that it repeats. */
  private start = 0;
  private startLine = 0;
  private repeated = '';
  /** The head and rule of the table that the line before stood in. */
  private tableHead: string | null = null;
  private isInFence = false;

  constructor(text: string) {
    this.text = text;
  }

  split(): MarkdownChunk[] {
    let above = '';
    let line = 0;
    for (let at = 0; at < this.text.length; line++) {
      const next = endOfLine(this.text, at);
      const written = this.text.slice(at, next);
      const current = written.trimEnd();
      this.follow(current, above, written);
      if (at - this.start >= CHUNK) this.cutBefore(at, line, current, above);
      above = current;
      at = next;
    }
    this.push(this.text.length);
    return this.chunks;
  }

  private follow(current: string, above: string, written: string): void {
    if (FENCE.test(current)) this.isInFence = !this.isInFence;
    if (current === '') this.tableHead = null;
    else if (this.tableHead === null && isTableRule(current, above)) {
      this.tableHead = `${above}\n${written}`;
    }
  }

  private cutBefore(at: number, line: number, current: string, above: string): void {
    if (this.isInFence || TABLE_RULE.test(current)) return;
    const isRow = this.tableHead !== null && current.trimStart().startsWith('|');
    const isNumbered = /^\d{1,9}[.)] /.test(current) && /^\d{1,9}[.)] /.test(above);
    const isBlock = isNumbered || /^(?:#{1,6} |[-*+] )/.test(current);
    if (!isRow && !isBlock && (above !== '' || !/^\S/.test(current))) return;
    this.push(at);
    this.start = at;
    this.startLine = line;
    this.repeated = isRow ? this.tableHead! : '';
  }

  private push(end: number): void {
    const { repeated, start } = this;
    this.chunks.push({
      text: repeated + this.text.slice(start, end),
      lineShift: this.startLine - (repeated === '' ? 0 : 2),
      offsetShift: start - repeated.length,
      continuesTable: repeated !== '',
    });
  }
}

/** Whether a line is the rule between the head of a table, above it, and its rows. */
export function isTableRule(line: string, above: string): boolean {
  return above.includes('|') && TABLE_RULE.test(line);
}

/** The offset behind a line's end, whichever it is. */
function endOfLine(text: string, at: number): number {
  for (let end = at; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10) return end + 1;
    if (code === 13) return text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  return text.length;
}
