import { formatCount } from '../src/format.ts';
import type { SkippedFile } from '../src/site-data.ts';
import type { SkippedDigest } from './inspect-digests.ts';

/** As many problems of a file are told one by one. */
const FIRST_PROBLEMS = 3;

/** What was left out of a digest, as pages and programs are told. */
export function describeSkipped({ path, whole, records, problems }: SkippedDigest): SkippedFile {
  return {
    file: path,
    whole,
    records,
    problems: problems.length,
    first: problems
      .slice(0, FIRST_PROBLEMS)
      .map(({ line, expected, got }) => `line ${line}: expected ${expected}, got ${got}`),
  };
}

/** What was left out, as the last lines of a build: none where nothing was. */
export function skippedLines(skipped: readonly SkippedFile[]): string[] {
  if (skipped.length === 0) return [];
  const whole = skipped.filter((file) => file.whole).length;
  const records = skipped.reduce((sum, file) => sum + file.records, 0);
  return [
    `left out, for --skip-bad: ${formatCount(whole, 'whole file')}, and ${formatCount(records, 'record')} of ${formatCount(skipped.length - whole, 'other')}:`,
    ...skipped.flatMap(({ file, whole: isWhole, records: some, problems, first }) => [
      `  ${file}: ${isWhole ? 'the whole file' : formatCount(some, 'record')}`,
      ...first.map((problem) => `    ${problem}`),
      ...(problems > first.length
        ? [`    and ${formatCount(problems - first.length, 'problem')} more`]
        : []),
    ]),
  ];
}
