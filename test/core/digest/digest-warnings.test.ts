import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ABSTRACT, parseText, problemsOf } from './seeds.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');
/** Lines of what is warned of, and what was found there. */
const told = (text: string) => (parseText(text).warnings ?? []).map(({ line, got }) => [line, got]);

const PAPER = '- [A Title of a Paper](https://arxiv.org/abs/2401.00001)\n';
const feed = (start: number, total: number) => `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
<id>http://arxiv.org/api/x</id>
<opensearch:totalResults>${total}</opensearch:totalResults>
<opensearch:startIndex>${start}</opensearch:startIndex>
<entry><id>http://arxiv.org/abs/2401.00001v1</id><title>A Title</title><summary>Words.</summary></entry>
</feed>`;
const harvest = (token: string) => `<OAI-PMH><ListRecords>
<record><metadata><arXiv><id>2401.00001</id><title>A Title</title></arXiv></metadata></record>
${token}
</ListRecords></OAI-PMH>`;
const mailing = (field: string) => `\\\\
arXiv:2411.13560
Date: Thu, 7 Nov 2024 02:49:53 GMT   (3kb)

Title: A Title That Is
  Whole: of Two Lines
${field}
\\\\
  Words.
\\\\ ( https://arxiv.org/abs/2411.13560 ,  3kb)
`;

describe('warnings of parseDigest(name, bytes, null)', () => {
  it('end with the ten thousandth address outside of entries', () => {
    const addresses = Array.from({ length: 20_000 }, (_, at) => `https://doi.org/10.1000/a${at}\n`);
    const text = feed(0, 1).replace('</feed>', `<!--\n${addresses.join('')}--></feed>`);
    const found = told(text);
    expect(found).toHaveLength(1001);
    expect(found.at(-1)![1]).toMatch(/, and 9,000 more such$/);
  });

  it.each([
    ['an item without a link among papers', `${PAPER}- A Book, by Somebody\n`, 2, 'A Book'],
    [
      'a list without papers below',
      `${PAPER}\n## Tools\n\n- [Tool A](https://a.org)\n- [Tool B](https://b.org)\n`,
      5,
      'and 1 more',
    ],
    [
      'a second paper of one item',
      PAPER.replace('\n', ', [Another Title](https://arxiv.org/abs/2401.00002)\n'),
      1,
      'Another Title',
    ],
    [
      'the address of a paper in prose',
      `${PAPER}\nSee [this](https://arxiv.org/abs/2401.00009v2).\n`,
      3,
      '2401.00009',
    ],
    [
      'a table beside a list',
      `${PAPER.repeat(3)}\n| a | b |\n|-|-|\n| x | https://doi.org/10.1000/1 |\n`,
      7,
      '10.1000/1',
    ],
    ['a part of an answer of the API', feed(0, 12), 4, 'number 1 to 1'],
    [
      'a part of a harvest',
      harvest('<resumptionToken completeListSize="9">abc|1</resumptionToken>'),
      3,
      'abc|1',
    ],
    ['a field of a mailing that has no such name', mailing('Autors: Ada'), 7, 'Autors: Ada'],
    ['a row that is short', 'Title,Authors,DOI\nA Title,Ada,10.1000/1\nAnother\n', 3, 'Another'],
    [
      'a title without an address among titles above theirs',
      `A First Title\nhttps://arxiv.org/abs/2401.00001\n\nA Lost Title\n\nA Third Title\nhttps://arxiv.org/abs/2401.00003\n`,
      4,
      'A Lost Title',
    ],
    [
      'a heading above prose among headings of papers',
      `## [A Title](https://arxiv.org/abs/2401.00001)\n\nWords.\n\n## Another\n\n${ABSTRACT}\n`,
      5,
      'Another',
    ],
    [
      'a volume of proceedings',
      '@misc{a, title={A Title}}\n@proceedings{b, title={A Volume}}\n',
      2,
      'A Volume',
    ],
  ])('name %s', (_, text, line, got) => {
    const warnings = told(text);
    expect(warnings.map(([at]) => at)).toEqual([line]);
    expect(warnings[0]?.[1]).toContain(got);
    expect(parseText(text).records.length).toBeGreaterThan(0);
  });

  it.each([
    ['a table of contents', `- [Papers](#papers)\n  - [2024](#2024)\n\n## 2024\n\n${PAPER}`],
    ['rules above the papers', `1. Send a paper.\n2. Be kind.\n\n## Papers\n\n${PAPER}`],
    ['an item above papers of its own', `- Papers of 2024\n${PAPER.replace('-', '  -')}`],
    ['the last part of an answer', feed(11, 12)],
    ['the last part of a harvest', harvest('<resumptionToken completeListSize="9"/>')],
    [
      'a volume that papers refer to',
      '@inproceedings{a, title={A Title}, crossref={b}}\n@proceedings{b, title={A Volume}}\n',
    ],
    [
      'the notes of JabRef',
      '@misc{a, title={A Title}}\n@comment{jabref-meta: x;}\n@preamble{"x"}\n',
    ],
    [
      'the address of a paper that a record has',
      `${PAPER}\n[1]: https://arxiv.org/pdf/2401.00001v3.pdf\n`,
    ],
  ])('are silent on %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it('are a thousand at most, the last of which counts the others', () => {
    const warnings = told(`${PAPER}- A book\n`.repeat(1200));
    expect(warnings).toHaveLength(1001);
    expect(warnings.at(-1)?.[1]).toContain('and 200 more such');
  });
});

describe('parseDigest(name, bytes, null)', () => {
  it.each([
    ['arxiv-mailing', '> '],
    ['markdown-list-styles', '>> '],
    ['hugging-face-compact', ' > '],
  ])('reads %s in a reply that quotes it, on the same lines', (name, mark) => {
    const whole = parseText(fixture(name));
    const quoted = fixture(name).replace(/^/gm, mark);
    expect(parseText(quoted)).toEqual(whole);
  });

  it('reads every array of papers of a file', () => {
    const paper = (title: string) => ({ title, abstract: 'Words.' });
    const text = JSON.stringify(
      { tags: ['a'], new: [paper('One')], papers: [paper('Two')] },
      null,
      1,
    );
    const { records } = parseText(text);
    expect(records.map(({ title, pointer }) => [title, pointer])).toEqual([
      ['One', '/new/0'],
      ['Two', '/papers/0'],
    ]);
    for (const { title, line, endLine } of records) {
      expect(
        text
          .split('\n')
          .slice(line - 1, endLine)
          .join('\n'),
      ).toContain(title);
    }
  });

  it.each([
    [
      'a cell that a comma divides',
      'Title,Authors,DOI\nOne, or Two,Ada,10.1000/1,\nA Title,Ada,10.1000/2\n',
      2,
    ],
    [
      'a cell in the column of another',
      'Title,Authors,DOI,Date\nOne, Ada,Words,10.1000/5\nA Title,Ada,,2024-01-05\n',
      2,
    ],
    [
      'a row of a table with a bar in a cell',
      '|Title|Authors|PDF|\n|-|-|-|\n|A | B|Ada|[pdf](https://arxiv.org/abs/2401.00001)|\n|A Title|Ada||\n',
      3,
    ],
    [
      'a row of a table without its first cell',
      '|Year|Title|Authors|PDF|\n|-|-|-|-|\n|A Title|Ada|[PDF](https://arxiv.org/abs/2401.00001)|\n|2024|Another Title|Ada|\n',
      3,
    ],
    ['an entry without its mark', '@misc{a, title={A Title}}\n\narticle{b,\n title={Lost}}\n', 3],
    [
      'a second paper in front matter',
      '---\ntitle: One\narxiv: 2401.00001\n---\nWords.\n\n---\nauthor: Ada\ntitle: Two\n---\nMore.\n',
      7,
    ],
  ])('names %s as a problem and keeps the rest', (_, text, line) => {
    expect(problemsOf(() => parseText(text)).map((problem) => problem.line)).toEqual([line]);
  });
});
