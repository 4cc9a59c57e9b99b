import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../input-error.ts';
import { textLines } from './text-lines.ts';

/** A row that is not empty, and the lines on which it begins and ends. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly endLine: number;
}

/** A quote that is never closed takes all the rest of a file for one field: stop there. */
const LONGEST_ROW = 1_000_000;

/** A cell takes some tenths of a microsecond, one of a row as long as no other most; a real table has a million. */
const MOST_CELLS = 10_000_000;

/** Thrown through the parser, which has no other way to be stopped. */
class Enough extends Error {}

/** The rows of a table whose cells a character separates, up to the first whose quotes are wrong: at most `most`, and ten million cells. */
export function csvRows(
  text: string,
  delimiter: string,
  firstLine: number,
  most: number,
): { readonly rows: readonly CsvRow[]; readonly problem: Problem | null } {
  const rows: CsvRow[] = [];
  let last = firstLine - 1;
  let count = 0;
  let cellCount = 0;
  try {
    // The parser counts `\r\n` within quotes as two lines.
    parse(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'), {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      // Tabs are written by programs that put quotes into cells as they are.
      quote: delimiter === '\t' && !/(?:^|\t)"/m.test(text.slice(0, 20_000)) ? null : '"',
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { lines }) => {
        last = firstLine - 1 + lines;
        if (cells.some((cell) => cell.trim() !== '')) {
          rows.push({ cells, line: last - lineBreaks(cells), endLine: last });
        }
        count += 1;
        cellCount += cells.length;
        if (count > most || cellCount > MOST_CELLS) throw new Enough();
        return null;
      },
    });
  } catch (error) {
    if (error instanceof Enough) {
      const limit = count > most ? `${formatted(most)} rows` : `${formatted(MOST_CELLS)} cells`;
      return { rows, problem: tooMany(last, limit) };
    }
    if (!(error instanceof CsvError)) throw error;
    const [open] = textLines(text).filter(
      ({ line, text: written }) => line > last - firstLine + 1 && written.trim() !== '',
    );
    return { rows, problem: openQuote(firstLine - 1 + (open?.line ?? 1), error.code) };
  }
  return { rows, problem: null };
}

function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

function formatted(count: number): string {
  return count.toLocaleString('en');
}

function tooMany(line: number, limit: string): Problem {
  const advice = 'Split the table into several files.';
  return { line, expected: `at most ${limit}`, got: 'more of them', advice };
}

function openQuote(line: number, code: string): Problem {
  return {
    line,
    expected: 'cells in closed quotes',
    got: `a row that no quote ends (${code})`,
    advice: 'Close the quotes of this row (a quote within quotes is written twice), or remove it.',
  };
}
