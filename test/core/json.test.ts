import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJson } from '../../src/core/json.ts';

const schema = z.strictObject(
  { names: z.array(z.string({ error: 'a text' }), { error: 'a list' }) },
  { error: 'an object of names' },
);
const read = (text: string) => readJson(text, schema, 'the list', 'Restore it.');

describe('readJson(text, schema, subject, advice)', () => {
  it('gives the value, and where each part of it stands', () => {
    const { value, placeOf } = read('{\n"names": [\n"a",\n"b"\n]}') as Extract<
      ReturnType<typeof read>,
      { problems: readonly [] }
    >;
    expect(value).toEqual({ names: ['a', 'b'] });
    expect(placeOf(['names', 1])).toEqual({ line: 4, source: '"b"' });
    expect(placeOf(['names', 7]).line).toBe(2);
  });

  it.each([
    ['', 1, 'the end of the file'],
    ['{\n"names": [\n', 3, 'the end of the file'],
    ['{\n"names": ["a",]\n}', 2, '“]”'],
    ['{\n"names": ["a" "b"]}', 2, '“"b"]}”'],
    ['{"names": []}\nmore', 2, '“more”'],
    ['{\n// a list\n"names": []}', 2, '“// a list”'],
    ["{'names': []}", 1, "“'names': []}”"],
    ['[\n'.repeat(100_000), 1, '“[”'],
  ])('names the line where %j is no JSON', (text, line, got) => {
    expect(read(text)).toEqual({
      value: null,
      problems: [{ line, expected: 'the list in JSON', got, advice: 'Restore it.' }],
    });
  });

  it.each([
    ['[]', 1, 'an object of names', '“[]”'],
    ['{}', 1, 'names to be a list', 'nothing'],
    ['{"names": [\n"a",\n3]}', 3, 'item 2 of names to be a text', '“3”'],
    ['{"names": [],\n"other": 1}', 2, 'an object of names', 'the key “other”'],
    ['{"names": [],\n"__proto__": 1}', 2, 'an object of names', 'the key “__proto__”'],
    ['{"names": [],\n"names": []}', 2, 'each key once', '“names” again'],
  ])('names the line where %j has another shape', (text, line, expected, got) => {
    expect(read(text).problems).toEqual([{ line, expected, got, advice: 'Restore it.' }]);
  });

  it('says no more than twenty things', () => {
    expect(read(JSON.stringify({ names: Array(1000).fill(3) })).problems).toHaveLength(20);
  });

  it('takes for JSON what JavaScript does', () => {
    const piece = fc.constantFrom(...'{}[],:"\\u0-.e\n\u2028\u0001 /', 'true', '"a"', '1', '"a":');
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 9 }), (text) => {
        const { problems } = readJson(text, z.unknown(), 'a text', '');
        const isRefused = problems.some(({ expected }) => expected === 'a text in JSON');
        expect(isRefused).toBe(!isJson(text));
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
