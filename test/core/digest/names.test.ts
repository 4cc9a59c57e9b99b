import { describe, expect, it } from 'vitest';
import { parseNames } from '../../../src/core/digest/arxiv-names.ts';
import { readNames } from '../../../src/core/digest/entry-fields.ts';
import { plainName } from '../../../src/core/digest/plain-name.ts';

describe('plainName(name)', () => {
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
  ])('of %j is %j', (source, name) => {
    expect(plainName(source)).toBe(name);
  });
});

describe('parseNames(list)', () => {
  it.each([
    ['A. Bee and C. Dee', ['A. Bee', 'C. Dee']],
    ['A. Bee, C. Dee, and E. Eff', ['A. Bee', 'C. Dee', 'E. Eff']],
    ['A. Bee (1 and (2)), C. Dee (2) ((1) Here, There, (2) X)', ['A. Bee', 'C. Dee']],
    ['A. Bee, Jr., C. Dee III', ['A. Bee Jr.', 'C. Dee III']],
    ['ATLAS Collaboration: A. Bee, et al.', ['ATLAS Collaboration', 'A. Bee']],
    ['Andy Andersen', ['Andy Andersen']],
    [' , ', null],
  ])('of %j is %j', (list, names) => {
    expect(parseNames(list)).toEqual(names);
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
