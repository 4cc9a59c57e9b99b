import { describe, expect, it } from 'vitest';
import { pointerOf, readJsonText } from '../../../src/core/digest/read-json.ts';
import { problemsOf } from './seeds.ts';

describe('readJsonText(text)', () => {
  it('gives the value, and the lines of objects or of the nearest one around', () => {
    const { value, linesOf } = readJsonText('[\n {"a": {"b": [\n1, 2]}},\n {\n }\n]\n');
    expect(value).toEqual([{ a: { b: [1, 2] } }, {}]);
    expect(linesOf('/0')).toEqual({ line: 2, endLine: 3 });
    expect(linesOf('/0/a/b/1')).toEqual({ line: 2, endLine: 3 });
    expect(linesOf('/1')).toEqual({ line: 4, endLine: 5 });
    expect(linesOf('')).toEqual({ line: 1, endLine: 6 });
  });

  it.each([
    ['a comma too many', '{\n "a": 1,\n}', 3, '“}” in column 1'],
    ['a list that does not end', '[\n1,\n2\n', 4, 'the end of the file after column 1'],
    ['a text that does not end', '["a\n', 1, 'the end of the file after column 2'],
    ['a comment', '// a\n1', 1, '“// a” in column 1'],
    ['two values', '{}\n{}', 2, '“{}” in column 1'],
    ['single quotes', "[\n  {'a': 1}]", 2, "“'a': 1}]” in column 4, as Python writes it"],
    ['None', '[None]', 1, '“None]” in column 2, as Python writes it'],
  ])('names line and column of %s', (_, text, line, got) => {
    expect(problemsOf(() => readJsonText(text))).toMatchObject([{ line, got }]);
  });

  it('refuses a hundred thousand brackets within each other', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(problemsOf(() => readJsonText(deep))[0]?.expected).toContain('brackets');
  });

  it('refuses more than two million objects and lists, and says so', () => {
    const many = `[${'[],'.repeat(2_000_000)}[]]`;
    expect(problemsOf(() => readJsonText(many))).toMatchObject([
      { expected: 'at most 2,000,000 objects and lists', advice: 'Split the file into several.' },
    ]);
  });
});

describe('pointerOf(path)', () => {
  it('escapes as RFC 6901 does', () => {
    expect(pointerOf([])).toBe('');
    expect(pointerOf(['a/b', 0, 'm~n'])).toBe('/a~1b/0/m~0n');
  });
});
