/** A column's heading; numbers stand at the right. */
export interface Column {
  readonly heading: string;
  readonly isNumber?: boolean;
}

/** Lines of a table in plain text, its heading first, columns apart by two spaces. */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string[] {
  const headings = columns.map(({ heading }) => heading);
  const widths = columns.map((_, index) =>
    [headings, ...rows].reduce((width, row) => Math.max(width, row[index]!.length), 0),
  );
  return [headings, ...rows].map((row) =>
    row
      .map((cell, index) =>
        columns[index]!.isNumber ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!),
      )
      .join('  ')
      .trimEnd(),
  );
}
