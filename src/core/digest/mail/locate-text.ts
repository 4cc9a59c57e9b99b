/** First and last line of something in a file, 1-based, both included. */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** Gives the lines of a message for lines of a part of it. */
export type LineLocator = (range: LineRange) => LineRange;

/**
 * Finds the lines of a part in its message: each at the first place below the one before. Where the
 * part was encoded and its lines do not stand there, every range is the whole message. `message` is the
 * message with one character a byte and `within` its lines in the file. Takes linear time.
 */
export function locateText(text: string, message: string, within: LineRange): LineLocator {
  // A message that is given for its lines holds more than these.
  const whole = { line: within.line, endLine: within.endLine };
  const raw = message.split('\n').map(comparable);
  const found: number[] = [];
  // Headers may hold the words of the text, the subject above all.
  let at = raw.indexOf('');
  for (const line of text.split(/\r\n|\n|\r/)) {
    const key = comparable(line);
    if (key !== '') {
      at = raw.indexOf(key, at + 1);
      if (at < 0) return () => whole;
    }
    found.push(whole.line + at);
  }
  return ({ line, endLine }) => ({
    line: found[line - 1] ?? whole.line,
    endLine: found[endLine - 1] ?? whole.endLine,
  });
}

/** A line in which letters beyond ASCII are equal, whatever their encoding, without the marks of a quotation. */
function comparable(line: string): string {
  return line
    .replace(/[\u0080-\uffff]+/g, '\u0080')
    .replace(/^\s?(?:>\s?){1,100}/, '')
    .trim();
}
