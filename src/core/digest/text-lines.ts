/** A line of a text, counted from 1, without its end. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
}

/** The lines of a text one at a time, ended by `\n`, `\r\n` or `\r`, without an array of all of them. */
export function* textLines(text: string): Generator<TextLine> {
  const find = (wanted: string, from: number) => {
    const at = text.indexOf(wanted, from);
    return at < 0 ? text.length : at;
  };
  let start = 0;
  let feed = find('\n', 0);
  let carriage = find('\r', 0);
  for (let line = 1; start <= text.length; line++) {
    // Each is looked for again only once it is passed, or a text without any would be searched for every line.
    if (feed < start) feed = find('\n', start);
    if (carriage < start) carriage = find('\r', start);
    const end = Math.min(feed, carriage);
    yield { line, text: text.slice(start, end) };
    start = feed === carriage + 1 ? feed + 1 : end + 1;
  }
}
