import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type PlaceOf, readYaml } from '../../src/core/yaml.ts';

const schema = z.strictObject({ name: z.string({ error: 'a text' }).optional() });
const read = (text: string, firstLine?: number) => readYaml(text, schema, 'the notes', firstLine);
const linesOf = (text: string, firstLine?: number) =>
  read(text, firstLine).problems.map(({ line }) => line);

describe('readYaml(text, schema, subject, firstLine)', () => {
  it('gives the value, and no problem', () => {
    expect(read('name: A # comment\n')).toMatchObject({ value: { name: 'A' }, problems: [] });
  });

  it('takes an empty text for an empty map', () => {
    expect(read('')).toMatchObject({ value: {}, problems: [] });
  });

  it('says where each value stands and how it is written', () => {
    const list = z.strictObject({ ids: z.array(z.number()), note: z.string().optional() });
    const { placeOf } = readYaml('# ids\nids:\n  - 1\n  - 2401.12340\n', list, 'ids', 10) as {
      placeOf: PlaceOf;
    };
    expect(placeOf(['ids', 0])).toEqual({ line: 12, source: '1' });
    expect(placeOf(['ids', 1])).toEqual({ line: 13, source: '2401.12340' });
    expect(placeOf(['note'])).toEqual({ line: 10, source: '' });
  });

  it('names the line of an error of syntax', () => {
    expect(linesOf('# one\nname: Learning: theory\n')).toContain(2);
    expect(linesOf('# one\n\nname: [A, B\nother: c\n')).not.toEqual([]);
    expect(linesOf('# one\n\n\tname: A\n')).toContain(3);
  });

  it('says what the text was to be', () => {
    const [problem] = read('name: a: b\n').problems;
    expect(problem?.expected).toBe('the notes in YAML');
    expect(problem?.got).not.toContain('\n');
  });

  it('refuses a key that stands twice, at the second', () => {
    expect(linesOf('name: A\n# between\nname: B\n')).toEqual([3]);
  });

  it('refuses a second document', () => {
    expect(linesOf('name: A\n---\nname: B\n')).not.toEqual([]);
  });

  it('counts lines from the first that it is given', () => {
    expect(linesOf('name: 3\n', 10)).toEqual([10]);
    expect(linesOf('\nname: a: b\n', 10)).toEqual([11]);
    expect(linesOf('name: A\nmame: B\n', 10)).toEqual([11]);
  });

  it.each([
    ['- A\n', 'a list'],
    ['words\n', '“words”'],
    ['3\n', '“3”'],
  ])('refuses %j, which is no map, and says what it is', (text, got) => {
    expect(read(text).problems).toMatchObject([{ line: 1, got }]);
  });

  it('takes a problem for brackets nested without end', () => {
    const { value, problems } = read(`name: ${'['.repeat(20_000)}`);
    expect(value).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(20);
    expect(problems.filter(({ got }) => got.includes('call stack'))).toEqual([]);
  });

  it.each([
    ['name: *other\n', 1],
    ['# a bomb\na: &a [x, x]\nname: [*a, *a]\n', 3],
    ['name: A\n<<: *base\n', 2],
  ])('refuses the alias in %j at its line', (text, line) => {
    expect(linesOf(text)).toContain(line);
  });

  it.each(['2026', 'true', '~'])('names the line of the unknown key %s', (key) => {
    expect(linesOf(`name: A\n${key}: B\n`)).toEqual([2]);
  });
});
