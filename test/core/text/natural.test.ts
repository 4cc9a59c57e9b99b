import { describe, expect, it } from 'vitest';
import {
  englishStopWords,
  porterStem,
  singularOf,
  splitWords,
} from '../../../src/core/text/natural.ts';

describe('splitWords(text)', () => {
  it('cuts at whatever is no letter, mark or digit', () => {
    expect(splitWords('  (LLM)-based, 3D; a_b\n模型。')).toEqual([
      'LLM',
      'based',
      '3D',
      'a',
      'b',
      '模型',
    ]);
  });

  it('keeps combining marks with their letter', () => {
    expect(splitWords('Fre\u0301chet')).toEqual(['Fre\u0301chet']);
  });

  it('has no words for an empty text', () => {
    expect(splitWords('')).toEqual([]);
  });
});

describe('porterStem(word)', () => {
  // From the steps of Porter's paper: 1a, 1b, 1c, 2, 3, 4 and 5.
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['plastered', 'plaster'],
    ['hopping', 'hop'],
    ['happy', 'happi'],
    ['relational', 'relat'],
    ['electrical', 'electr'],
    ['adjustment', 'adjust'],
    ['probate', 'probat'],
  ])('stems %s to %s, each time', (word, stem) => {
    expect(porterStem(word)).toBe(stem);
    expect(porterStem(word)).toBe(stem);
  });

  it('leaves a word of another script as it is', () => {
    expect(porterStem('模型')).toBe('模型');
  });

  it('does not take the name of an inherited property for a known word', () => {
    expect(porterStem('constructor')).toBe('constructor');
  });
});

describe('singularOf(word)', () => {
  it.each([
    ['graphs', 'graph'],
    ['matrices', 'matrix'],
    ['vertices', 'vertex'],
    ['hypotheses', 'hypothesis'],
    ['formulae', 'formula'],
    ['nuclei', 'nucleus'],
    ['children', 'child'],
    ['people', 'person'],
    ['mice', 'mouse'],
    ['geese', 'goose'],
    ['feet', 'foot'],
    ['teeth', 'tooth'],
  ])('takes %s for the plural of %s', (plural, singular) => {
    expect(singularOf(plural)).toBe(singular);
  });

  it.each(['graph', 'analysis', 'bias', 'physics', 'species', 'token', 'gpu', '模型', '3d'])(
    'leaves %s as it is',
    (word) => {
      expect(singularOf(word)).toBe(word);
    },
  );
});

describe('englishStopWords', () => {
  it('has the commonest words of English', () => {
    expect(englishStopWords).toEqual(expect.arrayContaining(['the', 'of', 'and', 'we', 'this']));
  });
});
