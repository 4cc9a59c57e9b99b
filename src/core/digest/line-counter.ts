/**
 * Gives the line, from 1, of an offset in a text. Each call counts on from the last one, so that
 * offsets asked for in their order cost one reading of the text.
 */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  let last = 0;
  return (offset) => {
    if (offset < last) {
      line = 1;
      next = text.indexOf('\n');
    }
    last = offset;
    while (next >= 0 && next < offset) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}

/** The line, from 1, on which a text ends, less white space behind it. */
export function lastLine(text: string): number {
  return lineCounter(text)(text.trimEnd().length);
}
