import { describe, expect, it } from 'vitest';
import { DigestError } from '../../../src/core/digest/digest-error.ts';
import { readMarkdown } from '../../../src/core/digest/markdown-tree.ts';

const table = (columns: number, rows: number, cell = 'a') =>
  ['a', '-', ...Array.from({ length: rows }, () => cell)]
    .map((text) => `|${`${text}|`.repeat(columns)}`)
    .join('\n');

function problemOf(text: string): string {
  try {
    readMarkdown(text);
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    const [{ line, expected, got }] = error.problems as [(typeof error.problems)[number]];
    return `${line}: expected ${expected}, got ${got}`;
  }
  return 'none';
}

describe('readMarkdown(text)', () => {
  it('refuses rows of cells without the rule of a table once they are a long paragraph', () => {
    // A megabyte of them kept the parser busy for half a minute.
    const rows = '|a|b|c|d|e|f|g|h|i|j\n'.repeat(6000);
    expect(problemOf(`- [A Paper](https://example.org)\n\n${rows}`)).toBe(
      '5003: expected paragraphs of at most 100,000 characters, got a longer one',
    );
  });

  it('refuses a table whose head is wider than 200 columns or longer than 3,000 characters', () => {
    const expected =
      'expected tables of at most 200 columns, their heads of at most 3,000 characters, got a wider one';
    expect(problemOf(`A\n\n${table(199, 2)}`)).toBe('none');
    expect(problemOf(`A\n\n${table(1000, 2)}`)).toBe(`3: ${expected}`);
    expect(problemOf(`|${'a'.repeat(3000)}|b|\n|-|-|\n|c|d|\n`)).toBe(`1: ${expected}`);
  });

  it('refuses more than some 200,000 cells, and reads a long table of few columns whole', () => {
    expect(problemOf(table(100, 3000))).toMatch(/^\d+: expected Markdown of at most 100,000 lines/);
    const [read] = readMarkdown(table(4, 6000, 'a cell of text')).children;
    expect(read?.type === 'table' && read.children.length).toBe(6001);
  });
});
