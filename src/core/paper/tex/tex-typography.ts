import type { InlineReader } from './tex-inline-reader.ts';

const HYPHENS = /-+/y;

/** Reads a tie, dashes or quotes as TeX writes them; false when they stand for themselves. */
export function readTypography(reader: InlineReader): boolean {
  const character = reader.peek();
  if (character === '~') return readTie(reader);
  if (character === '-') return readDashes(reader);
  if (character === '`') return readOpeningQuotes(reader);
  return reader.openQuotes > 0 && /['"]/.test(character) ? readClosingQuotes(reader) : false;
}

function around(reader: InlineReader, width: number): [before: string, after: string] {
  const { source, at } = reader;
  return [source[at - 1] ?? ' ', source[at + width] ?? ' '];
}

// A tie joins two words; "~10" means "about", and "10~20" a range.
function readTie(reader: InlineReader): boolean {
  const [before, after] = around(reader, 1);
  const range = /\d/.test(before) && /\d/.test(after);
  if (range || /[\s([{/~<>=]/.test(before) || /[\s/~=]/.test(after)) return false;
  return replace(reader, 1, ' ');
}

// Two hyphens behind a space and before a word are a command line flag.
function readDashes(reader: InlineReader): boolean {
  const width = reader.take(HYPHENS).length;
  reader.at -= width;
  const [before, after] = around(reader, width);
  const flag = before === ' ' && after !== ' ';
  const isolated = width === 2 && after === ' ' && /(?:^|[^\w])[A-Za-z]$/.test(before2(reader));
  if (width < 2 || width > 3 || flag || isolated || /[!<]/.test(before) || after === '>') {
    reader.text('-'.repeat(width));
    reader.at += width;
    return true;
  }
  return replace(reader, width, width === 2 ? '–' : '—');
}

function before2(reader: InlineReader): string {
  return reader.source.slice(Math.max(0, reader.at - 2), reader.at);
}

// Two backticks with two more behind them, and no quotes between, are code of Markdown.
function readOpeningQuotes(reader: InlineReader): boolean {
  if (!reader.source.startsWith('``', reader.at)) return false;
  const [before, after] = around(reader, 2);
  if (!/[\s([{—–-]/.test(before) || /[\s`]/.test(after)) return false;
  const from = reader.at + 2;
  const closing = [reader.find.closingQuotes(from), reader.find.straightQuote(from)];
  const nearest = Math.min(...closing.filter((at) => at >= 0));
  const opening = reader.find.openingQuotes(from);
  if (nearest === Infinity || (opening >= 0 && opening < nearest)) return false;
  reader.openQuotes++;
  return replace(reader, 2, '“');
}

function readClosingQuotes(reader: InlineReader): boolean {
  const width = reader.peek() === '"' ? 1 : 2;
  if (width === 2 && !reader.source.startsWith("''", reader.at)) return false;
  reader.openQuotes--;
  return replace(reader, width, '”');
}

function replace(reader: InlineReader, width: number, value: string): boolean {
  reader.text(value);
  reader.at += width;
  return true;
}
