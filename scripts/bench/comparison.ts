import type { Report } from './report.ts';

/** A named row of a table: texts, or numbers with so many decimals. */
export type Row = readonly [name: string, ...cells: string[]];

/** The report with the least seconds: what else runs on a machine only adds to them. */
export function fastestOf(reports: readonly Report[]): Report {
  return reports.reduce((best, next) => (totalSeconds(next) < totalSeconds(best) ? next : best));
}

/** The seconds of all stages. */
export function totalSeconds({ seconds }: Report): number {
  return Object.values(seconds).reduce((sum, value) => sum + value, 0);
}

/** Seconds by stage, their sum and memory of both sides, and the ratio of the first to the second. */
export function compareReports(sheaf: Report, sklearn: Report | null): Row[] {
  const row = (name: string, unit: string, read: (report: Report) => number): Row => {
    const ours = read(sheaf);
    const digits = unit === 's' ? 2 : 0;
    const theirs = sklearn && read(sklearn);
    return [
      name,
      `${ours.toFixed(digits)} ${unit}`,
      theirs === null ? '–' : `${theirs.toFixed(digits)} ${unit}`,
      theirs === null ? '–' : (ours / theirs).toFixed(2),
    ];
  };
  return [
    ...Object.keys(sheaf.seconds).map((stage) => row(stage, 's', (r) => r.seconds[stage]!)),
    row('together', 's', totalSeconds),
    row('peak memory', 'MB', (report) => report.peakRssMb),
    row('terms', '', (report) => report.numbers['terms']!),
    row('entries', '', (report) => report.numbers['entries']!),
  ];
}

/** How a quantity grows from one number of papers to another, where n log n is 1. */
export function growth(
  before: { readonly papers: number; readonly value: number },
  after: { readonly papers: number; readonly value: number },
): number {
  const nLogN = (papers: number) => papers * Math.log(papers);
  return after.value / before.value / (nLogN(after.papers) / nLogN(before.papers));
}

/** A table of columns as wide as they need, numbers to the right. */
export function tableOf(rows: readonly Row[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.trim().length ?? 0)),
  );
  return rows
    .map(([name, ...cells]) => {
      const rest = cells.map((cell, index) => cell.trim().padStart(widths[index + 1]!));
      return `  ${[name.padEnd(widths[0]!), ...rest].join('  ')}`.trimEnd();
    })
    .join('\n');
}
