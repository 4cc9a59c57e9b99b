import { describe, expect, it } from 'vitest';
import { readXml } from '../../../src/core/digest/read-xml.ts';
import { problemsOf } from './seeds.ts';

describe('readXml(text)', () => {
  it('gives elements without prefixes, with their text and lines', () => {
    const root = readXml('<x:a>\n<b c="1">d<e>f</e>&amp;&#233;<![CDATA[<g>]]></b>\n\n<h\n/></x:a>');
    expect(root.name).toBe('a');
    const [b, h] = root.children;
    expect(b?.text).toBe('df&é<g>');
    expect(b?.attributes.c).toBe('1');
    expect([b?.lines(), h?.lines()]).toEqual([
      { line: 2, endLine: 2 },
      { line: 4, endLine: 5 },
    ]);
  });

  it('takes each way to end a line for one line, of a million too', () => {
    const root = readXml(`<a>\r\n<b>\rc</b>${'\r'.repeat(1_000_000)}<d/>\r\n</a>`);
    const [b, d] = root.children;
    expect(b?.text).toBe('\nc');
    expect([b?.lines(), d?.lines()]).toEqual([
      { line: 2, endLine: 3 },
      { line: 1_000_003, endLine: 1_000_003 },
    ]);
  });

  it('never expands entities', () => {
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>\n<a>&c;</a>';
    expect(problemsOf(() => readXml(laughs))).toMatchObject([
      { line: 2, advice: expect.stringContaining('entities') as string },
    ]);
    const file = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>';
    expect(problemsOf(() => readXml(file))).toHaveLength(1);
  });

  it.each([
    ['the end of an element', '<a>\n<b>\n', 2],
    ['a root', '  \n', 2],
    ['the right end tag', '<a>\n\n<b></c></a>', 3],
  ])('names the line where %s is missing', (_, text, line) => {
    expect(problemsOf(() => readXml(text))).toMatchObject([{ line, expected: 'XML' }]);
  });

  it('refuses elements within a hundred thousand others', () => {
    const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
    expect(problemsOf(() => readXml(deep))[0]?.expected).toContain('within');
  });

  it('refuses more than two million tags', () => {
    const many = `<a>${'<b/>'.repeat(2_000_000)}</a>`;
    expect(problemsOf(() => readXml(many))[0]?.expected).toBe('at most 2,000,000 tags');
  });
});
