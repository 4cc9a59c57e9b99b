import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../input-error.ts';

/** A row that is not empty, and the lines on which it begins and ends. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly endLine: number;
}

/** A quote that is never closed takes all the rest of a file for one field: stop there. */
const LONGEST_ROW = 1_000_000;

/** Thrown through the parser, which has no other way to be stopped. */
class Enough extends Error {}

/** The rows of a table whose cells a character separates, up to the first whose quotes are wrong and at most `most`, empty ones too. */
export function csvRows(
  text: string,
  delimiter: string,
  firstLine: number,
  most: number,
): { readonly rows: readonly CsvRow[]; readonly problem: Problem | null } {
  const rows: CsvRow[] = [];
  let above = firstLine - 1;
  let count = 0;
  try {
    // The parser counts `\r\n` within quotes as two lines.
    parse(text.replace(/\r\n?/g, '\n'), {
      delimiter,
      relax_column_count: true,
      // Tabs are written by programs that put quotes into cells as they are.
      quote: delimiter === '\t' && !/(?:^|\t)"/m.test(text.slice(0, 20_000)) ? null : '"',
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { lines }) => {
        const endLine = firstLine - 1 + lines;
        if (cells.some((cell) => cell.trim() !== '')) {
          rows.push({ cells, line: above + 1, endLine });
        }
        above = endLine;
        count += 1;
        if (count > most) throw new Enough();
        return null;
      },
    });
  } catch (error) {
    if (error instanceof Enough) return { rows, problem: tooMany(above, most) };
    if (!(error instanceof CsvError)) throw error;
    return { rows, problem: openQuote(above + 1, error.code) };
  }
  return { rows, problem: null };
}

function tooMany(line: number, most: number): Problem {
  const expected = `at most ${most.toLocaleString('en')} rows`;
  return { line, expected, got: 'more of them', advice: 'Split the table into several files.' };
}

function openQuote(line: number, code: string): Problem {
  return {
    line,
    expected: 'cells in closed quotes',
    got: `a row that no quote ends (${code})`,
    advice: 'Close the quotes of this row (a quote within quotes is written twice), or remove it.',
  };
}
