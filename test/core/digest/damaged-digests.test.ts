import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText, problemsOf, seedNames, SEEDS, seedText } from './seeds.ts';

describe.each(seedNames)('parseDigest(name, bytes, null) on a damaged %s', (name) => {
  const text = seedText(name);
  const lines = text.split('\n');
  const { records } = parseText(text);
  const anyRecord = fc.nat(records.length - 1).map((at) => records[at]!);
  const without = (line: number) => lines.toSpliced(line - 1, 1).join('\n');
  const abstractLine = (record: { line: number; abstract: string | null }) =>
    lines.indexOf(record.abstract ?? '', record.line) + 1;

  it('names the title whose abstract was deleted, and no other line', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const problems = problemsOf(() => parseText(without(abstractLine(record))));
        expect(problems.map(({ line }) => line)).toEqual([record.line]);
        expect(problems[0]?.expected).toBe('an abstract below this title');
      }),
      { numRuns: 60 },
    );
  });

  it('names the abstract whose title was deleted, and no other line', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const problems = problemsOf(() => parseText(without(record.line)));
        expect(problems.map(({ line }) => line)).toEqual([abstractLine(record) - 1]);
        expect(problems[0]?.expected).toBe('a title above this abstract');
      }),
      { numRuns: 60 },
    );
  });

  it('finds both when a title and the abstract of another paper are gone', () => {
    const [first, second] = [records[3]!, records[8]!];
    const damaged = lines.map((line, index) =>
      index === first.line - 1 || index === abstractLine(second) - 1 ? '' : line,
    );
    const found = problemsOf(() => parseText(damaged.join('\n'))).map(({ line }) => line);
    expect(found).toEqual([abstractLine(first), second.line]);
  });

  it('says of one abstract pasted over another’s title that it has no title', () => {
    const target = records[5]!;
    const damaged = lines.with(target.line - 1, records[1]?.abstract ?? '');
    const found = problemsOf(() => parseText(damaged.join('\n'))).map(({ line }) => line);
    expect(found).toEqual([target.line, abstractLine(target)]);
  });
});

describe('parseDigest(name, bytes, null) on a line of 50 MB', () => {
  const huge = 'Lorem ipsum '.repeat(50_000_000 / 12);

  it.each([
    [SEEDS.markov, 3],
    [SEEDS.markov, 100],
    [SEEDS.markov, 361],
    [SEEDS.gradients, 13],
    [SEEDS.gradients, 100],
    [SEEDS.gradients, 244],
  ])('in %s names line %i and how long it is', (name, line) => {
    const text = seedText(name)
      .trimEnd()
      .split('\n')
      .toSpliced(line - 1, 0, huge)
      .join('\n');
    const inserted = text.split('\n').indexOf(huge) + 1;
    const problem = problemsOf(() => parseText(text)).find((found) => found.line === inserted);
    expect(problem?.expected).toBe('lines of at most 20,000 characters');
    expect(problem?.got).toContain('49,999,9');
  });

  it('at the end of a file without a final newline names that line', () => {
    const text = `${seedText(SEEDS.conditioning)}${huge}`;
    expect(problemsOf(() => parseText(text)).map(({ line }) => line)).toContain(509);
  });
});
