import { describe, expect, it } from 'vitest';
import { parseNames, plainName } from '../../../src/core/digest/person-names.ts';

describe('plainName(source)', () => {
  it.each([
    ["Sol\\`a Mart\\'{\\i}nez", 'Solà Martínez'],
    ['{\\"U}nal~\\c{C}. \\O stby', 'Ünal Ç. Østby'],
    ['Erd\\H{o}s', 'Erdős'],
    ['WÃ¼bben', 'Wübben'],
    ['Ãngel Ñu', 'Ãngel Ñu'],
    ['  José\n Núñez ', 'José Núñez'],
    ['Jose\u0301', 'José'],
    [' {} ', null],
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
