/** A column's heading; numbers stand at the right. */
export interface Column {
  readonly heading: string;
  readonly isNumber?: boolean;
}

type Row = readonly string[];

/**
 * Lines of a table in plain text, its heading first, columns apart by two spaces. Where one would have
 * more than `most` characters, each row is a paragraph instead: its first cell, then, below, the others,
 * numbers with their headings, and the last one on a line of its own.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly Row[],
  most: number,
): string[] {
  const headings = columns.map(({ heading }) => heading);
  const widths = columns.map((_, index) =>
    [headings, ...rows].reduce((width, row) => Math.max(width, row[index]!.length), 0),
  );
  const lines = [headings, ...rows].map((row) =>
    row
      .map((cell, index) =>
        columns[index]!.isNumber ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!),
      )
      .join('  ')
      .trimEnd(),
  );
  if (lines.every((line) => line.length <= most)) return lines;
  return rows.flatMap((row) => formatParagraph(columns, row));
}

function formatParagraph(columns: readonly Column[], row: Row): string[] {
  const middle = row.slice(1, -1).flatMap((cell, index) => {
    const { heading, isNumber } = columns[index + 1]!;
    if (cell === NONE) return [];
    return isNumber ? `${heading.toLowerCase()} ${cell}` : cell;
  });
  return [row[0]!, ...(middle.length > 0 ? [`  ${middle.join(', ')}`] : []), `  ${row.at(-1)!}`];
}

/** A cell in which nothing is to be said. */
export const NONE = '-';
