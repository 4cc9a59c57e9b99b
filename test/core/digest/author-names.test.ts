import { describe, expect, it } from 'vitest';
import { commaNames, nameList, plainName } from '../../../src/core/digest/author-names.ts';
import { readNames } from '../../../src/core/digest/entry-fields.ts';
import { parseText } from './seeds.ts';

describe('plainName(source)', () => {
  it.each([
    ["Sol\\`a Mart\\'{\\i}nez", 'Solà Martínez'],
    ['{\\"U}nal~\\c{C}. \\O stby', 'Ünal Ç. Østby'],
    ['Erd\\H{o}s', 'Erdős'],
    ['WÃ¼bben', 'Wübben'],
    ['Ãngel Ñu', 'Ãngel Ñu'],
    ['  José\n Núñez ', 'José Núñez'],
    ['Jose\u0301', 'José'],
    ['Jan \\v {S}t\u0000asny', 'Jan Št asny'],
    ['R&amp;D <b>Group</b>', 'R&D Group'],
    [' {} ', ''],
    ['Josiah Carberry [0000-0002-1825-0097]', 'Josiah Carberry'],
    ['Josiah Carberry (https://orcid.org/0000-0002-1825-0097)', 'Josiah Carberry'],
    ['Ada Bee$^{1,2}$', 'Ada Bee'],
    ['Ada Bee*†', 'Ada Bee'],
  ])('of %j is %j', (source, name) => {
    expect(plainName(source)).toBe(name);
  });
});

describe('commaNames(list)', () => {
  it.each([
    ['A. Bee and C. Dee', ['A. Bee', 'C. Dee']],
    ['A. Bee, C. Dee, and E. Eff', ['A. Bee', 'C. Dee', 'E. Eff']],
    ['A. Bee (1 and (2)), C. Dee (2) ((1) Here, There, (2) X)', ['A. Bee', 'C. Dee']],
    ['A. Bee, Jr., C. Dee III', ['A. Bee Jr.', 'C. Dee III']],
    ['ATLAS Collaboration: A. Bee, et al.', ['ATLAS Collaboration', 'A. Bee']],
    ['Andy Andersen', ['Andy Andersen']],
    ['Wei (Will) Li (MIT), A. Bee', ['Wei (Will) Li', 'A. Bee']],
    [' , ', null],
  ])('of %j is %j', (list, names) => {
    expect(commaNames(list)).toEqual(names);
  });
});

describe('nameList(names)', () => {
  it.each([
    ['van der Berg, Jan, Jr.', 'Jan van der Berg Jr.'],
    ['van der Berg, Jr., Jan', 'Jan van der Berg Jr.'],
    ['{OpenAI}', 'OpenAI'],
    ['{Barnes, Noble and Sons}', 'Barnes, Noble and Sons'],
    ["Mart\\'{\\i}nez, Jos\\'e", 'José Martínez'],
  ])('writes %j as %s', (written, name) => {
    expect(nameList([written, 'others'])).toEqual([name]);
  });
});

describe('readNames(text)', () => {
  it.each([
    ['Jos\u0065\u0301 Núñez, {\\"U}nal~\\c{C}.', ['José Núñez', 'Ünal Ç.']],
    [
      'A. Bee$^{1}$, C. Dee², E. Eff* and G. Gee, Ph.D.',
      ['A. Bee', 'C. Dee', 'E. Eff', 'G. Gee Ph.D.'],
    ],
    ['R&D Group, Karl WÃ¼bben', ['R&D Group', 'Karl Wübben']],
    ['Bee, A.; Dee, C.', ['A. Bee', 'C. Dee']],
    ['A. Bee et al.', ['A. Bee']],
    ['1, 2', null],
  ])('of %j is %j', (text, names) => {
    expect(readNames(text)).toEqual(names);
  });
});

describe('the authors of a record', () => {
  const names = ['ATLAS Collaboration', "Jos\\'e Mart\\'{\\i}nez", 'Jan van der Berg Jr.'];
  const list = JSON.stringify(names);
  const objects = JSON.stringify(names.map((name) => ({ name })));
  const tex = names.join(', ');
  const bibtex = "{ATLAS Collaboration} and Mart\\'{\\i}nez, Jos\\'e and van der Berg, Jr., Jan";

  it.each([
    [`{"title": "A Title", "authors": ${list}, "abstract": "Words."}\n`],
    [`{"title": "A Title", "authors": ${JSON.stringify(tex)}, "abstract": "Words."}\n`],
    [
      `[{"paper": {"id": "2401.00001", "title": "A Title", "authors": ${objects}}, "publishedAt": "2024-01-01", "title": "A Title", "numComments": 1}]`,
    ],
    [`[{"paperId": "a", "title": "A Title", "externalIds": {}, "authors": ${objects}}]`],
    [`@article{a, title = {A Title}, author = {${bibtex}}}`],
    [
      `TY  - JOUR\nTI  - A Title\nAU  - {ATLAS Collaboration}\nAU  - Mart\\'{\\i}nez, Jos\\'e\nAU  - van der Berg, Jan, Jr.\nER  - \n`,
    ],
    [
      `| Title | Authors | PDF |\n|---|---|---|\n| A Title | ${tex} | [x](https://arxiv.org/abs/2401.00001) |\n`,
    ],
    [
      `\\\\\narXiv:2401.00001\nDate: Thu, 7 Nov 2024 02:49:53 GMT   (1kb)\n\nTitle: A Title\nAuthors: ${tex}\n\\\\\n  Words.\n\\\\ ( https://arxiv.org/abs/2401.00001 ,  1kb)\n`,
    ],
    [
      `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id><entry><id>http://arxiv.org/abs/2401.00001v1</id><title>A Title</title>${names.map((name) => `<author><name>${name}</name></author>`).join('')}</entry></feed>`,
    ],
  ])('stand in order, “First Last” and without TeX, in %j', (text) => {
    const [record] = parseText(text).records;
    expect(record).toMatchObject({
      title: 'A Title',
      authors: ['ATLAS Collaboration', 'José Martínez', 'Jan van der Berg Jr.'],
    });
  });

  it('are a collaboration where nobody is named', () => {
    const authorsOf = (fields: string) =>
      parseText(`@article{a, title = {A Title}, year = 2012, ${fields}}`).records[0]?.authors;
    expect(authorsOf('collaboration = {ATLAS}')).toEqual(['ATLAS Collaboration']);
    expect(authorsOf('author = {Bee, Ada and others}, collaboration = {ATLAS}')).toEqual([
      'Ada Bee',
    ]);
  });
});
