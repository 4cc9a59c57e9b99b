/** More within each other than anybody quotes would overflow the stack of regular expressions. */
const QUOTED = /^[ \t]?(?:>[ \t]?){1,100}/;

/** A text less the `>` of a mail that quotes it; null where less than half of its lines are quoted. */
export function unquoteText(text: string): string | null {
  const lines = text.split(/\r\n|\n|\r/);
  const written = lines.filter((line) => line.trim() !== '');
  const quoted = written.filter((line) => QUOTED.test(line)).length;
  if (quoted * 2 < written.length || quoted === 0) return null;
  return lines.map((line) => line.replace(QUOTED, '')).join('\n');
}
