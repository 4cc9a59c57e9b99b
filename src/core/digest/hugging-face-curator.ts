import { type PageRow, rowText } from './page-row.ts';

/** Rows in which “by”, “AK” and “and the research community” stand as one, where links stood between them. */
export function joinCurator(rows: readonly PageRow[]): readonly PageRow[] {
  const end = rows.findIndex(
    (row, at) =>
      rowText(row) === 'and the research community' && at > 1 && rowText(rows[at - 2]!) === 'by',
  );
  if (end < 0) return rows;
  const parts = rows.slice(end - 2, end + 1);
  const spans = [{ text: parts.map(rowText).join(' '), href: null }];
  const joined = { ...parts[0]!, depth: 2, endLine: parts[2]!.endLine, spans };
  return [...rows.slice(0, end - 2), joined, ...rows.slice(end + 1)];
}
